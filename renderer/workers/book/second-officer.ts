import { z } from 'zod'
import { AskedAct, askedActsKey, maySecond, secondNeeded, withAsked } from '#shared/people/second-officer'
import { DataRefusal } from '../../data/errors/refusal'
import { checkRules } from '../../data/people-rules'
import type { BookPort, Filter, SealedTable } from '../../data/port'
import { lastAuthors } from '../../data/read/authors'
import { getRecords } from '../../data/read/records'
import { base64url, encodeText, sha256 } from '../../data/sealing/bytes'
import { keyedId } from '../../data/sealing/blind'
import { draftSetting, putSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import { boarding } from './work/departures'
import { monthLists } from './work/summary'
import type { BookSession } from './session'

type Asked = readonly unknown[]
/** What an act is about: `of` as it was asked for, and the records it takes, each in the revision it has. */
type Subject = { of: unknown; records?: { table: SealedTable; ids: readonly string[] } }
/** Undefined: asked in this way, nothing goes out. */
type About = (session: BookSession, asked: Asked) => Promise<Subject | undefined> | Subject | undefined

const one =
  (table: SealedTable): About =>
  (_session, [id]) => ({ of: '', records: { table, ids: [id as string] } })
const some =
  (table: SealedTable): About =>
  (_session, [ids, on]) => ({
    of: on,
    records: { table, ids: ids as string[] },
  })
const filtered =
  (table: 'lists' | 'goods'): About =>
  ({ views, projection }, [filter]) => {
    projection.settle()
    return { of: '', records: { table, ids: views.ids(table, filter as Filter) } }
  }
const told: About = (_session, [what]) => ({ of: what })

/**
 * Every call with the right to declare, and how 经办 and 发出 are kept apart where an enterprise wants that. `checked`: 清单
 * have a check of their own. `nothing`: sends nothing that is new, takes something back, or asks and fetches.
 */
export const sending = {
  declare: 'checked',
  correct: 'checked',
  withdraw: filtered('lists'),
  applySummary: async (session, [choice, declarant]) => {
    const { period } = choice as { period: string }
    return {
      of: [choice, declarant],
      records: { table: 'lists', ids: (await monthLists(session, period)).included },
    }
  },
  resendApplication: one('applications'),
  deleteApplication: one('applications'),
  depart: async (session, [choice]) => ({ of: [choice, await boarding(session, choice as never)] }),
  resendDeparture: one('departures'),
  keepReturn: (_session, [choice, send]) => (send === true ? { of: choice } : undefined),
  sendReturn: one('returns'),
  queueFiling: told,
  decideFiling: told,
  fileParties: async ({ book }, [keys]) => ({
    of: '',
    records: {
      table: 'parties',
      ids: await Promise.all((keys as string[]).map((key) => keyedId(book.context.keys, 'parties', [key]))),
    },
  }),
  fileGoods: filtered('goods'),
  actOnRebateLines: (_session, [batch, act]) =>
    (act as { event: string }).event === 'declare'
      ? { of: act, records: { table: 'rebateBatches', ids: [batch as string] } }
      : undefined,
  declareExempt: told,
  reclaimRebateLine: told,
  sendRebateLetter: told,
  presentForexCredits: some('forexCredits'),
  submitForexApplication: (_session, [id, no, on]) => ({
    of: [no, on],
    records: { table: 'forexCredits', ids: [id as string] },
  }),
  ...nothing('takeBack', 'retryNow', 'compareWithService', 'startExchange', 'releaseHold', 'confirmRefusal'),
  ...nothing('adoptReceipts'),
  ...nothing('serviceFilings', 'filingVersions', 'exportBatches', 'bringBack', 'makeOutagePack'),
  ...nothing('takeBackApplication', 'voidApplication', 'takeBackDeparture', 'voidDeparture'),
  ...nothing('takeBackReturn', 'voidReturn', 'takeRebateSelfCheck', 'takeForexDesk'),
  ...nothing('withdrawForexCredits', 'returnForexApplication'),
} as const satisfies Partial<Record<keyof BookPort, About | 'checked' | 'nothing'>>

function nothing<N extends keyof BookPort>(...names: N[]): Record<N, 'nothing'> {
  return Object.fromEntries(names.map((name) => [name, 'nothing'])) as Record<N, 'nothing'>
}

/**
 * Note that this officer wants the act, and refuse it, unless another one wanted just this before.
 * @returns what to do once the act is done
 * @throws `second-officer`
 */
export async function refuseAlone(
  session: BookSession,
  call: string,
  asked: Asked,
): Promise<(() => Promise<void>) | undefined> {
  const about: About | 'checked' | 'nothing' | undefined = Object.hasOwn(sending, call)
    ? sending[call as keyof typeof sending]
    : undefined
  if (typeof about !== 'function') return undefined
  const { book, who } = session
  const { context } = book
  if (!(await checkRules(context)).checking) return undefined
  const subject = await about(session, asked)
  if (!subject) return undefined
  const { table, ids } = subject.records ?? { table: 'lists', ids: [] }
  const revisions = (await getRecords(context, table, ids)).map(({ id, rev }) => `${id} ${rev}`)
  const text = JSON.stringify([call, subject.of, revisions.sort()])
  const digest = base64url(await sha256(encodeText(text)))
  const authors = await lastAuthors(context, table, ids)
  let isLetThrough = false
  const update = (change: (acts: readonly AskedAct[]) => AskedAct[]) =>
    command(context, 'system.second', who, call, async (draft) => {
      const acts = (await draftSetting(context, draft, askedActsKey, z.array(AskedAct))) ?? []
      isLetThrough = maySecond(
        acts.find((act) => act.digest === digest),
        who,
        authors,
      )
      const next = change(acts)
      if (JSON.stringify(next) !== JSON.stringify(acts)) await putSetting(draft, askedActsKey, next)
    })
  const asking = { digest, act: call, by: who, at: context.now() }
  await update((acts) => (isLetThrough ? [...acts] : withAsked(acts, asking)))
  if (!isLetThrough) throw DataRefusal.carried('second-officer', secondNeeded(who, authors.has(who)))
  return async () => void (await update((acts) => acts.filter((act) => act.digest !== digest)))
}

type Alone = {
  secondOfficer(call: string, asked: Asked): Promise<(() => Promise<void>) | undefined>
}

/** The host as windows reach it: what goes out to an authority takes two officers, where the enterprise wants that. */
export const behindSecond = <H extends Alone>(host: H): H =>
  new Proxy(host, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      // What stands before this one calls by the proxy it sees, which has none of the private members of the host.
      if (typeof name !== 'string' || !Object.hasOwn(sending, name)) return value.bind(target) as unknown
      return async (...asked: unknown[]): Promise<unknown> => {
        const done = await target.secondOfficer(name, asked)
        const result: unknown = await Reflect.apply(value, target, asked)
        await done?.()
        return result
      }
    },
  })
