import { z } from 'zod'
import {
  AskedAct,
  askedActsKey,
  maySecond,
  mostAskedText,
  secondNeeded,
  withAsked,
  withDown,
} from '#shared/people/second-officer'
import { DataRefusal } from '../../data/errors/refusal'
import { checkRules } from '../../data/people-rules'
import type { AskedView, BookPort, Filter, SealedRecord, SealedTable, Stored } from '../../data/port'
import { lastAuthors } from '../../data/read/authors'
import { getRecords } from '../../data/read/records'
import { base64url, encodeText, sha256 } from '../../data/sealing/bytes'
import { keyedId } from '../../data/sealing/blind'
import { draftSetting, putSetting, readSetting } from '../../data/settings'
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

/** An act with everything it is about, as it is now. */
type Present = Required<Pick<AskedAct, 'digest' | 'numbers' | 'count'>> &
  Pick<AskedAct, 'table' | 'ids'> & { authors: Set<string> }

/** Undefined for what sends nothing that is new. @throws where what it was about cannot be found any more */
async function presentOf(session: BookSession, call: string, asked: Asked): Promise<Present | undefined> {
  const about: About | 'checked' | 'nothing' | undefined = Object.hasOwn(sending, call)
    ? sending[call as keyof typeof sending]
    : undefined
  if (typeof about !== 'function') return undefined
  const subject = await about(session, asked)
  if (!subject) return undefined
  const { context } = session.book
  const { table, ids } = subject.records ?? { table: 'lists', ids: [] }
  const found = await getRecords(context, table, ids)
  const revisions = found.map(({ id, rev }) => `${id} ${rev}`)
  const text = JSON.stringify([call, subject.of, revisions.sort()])
  const digest = base64url(await sha256(encodeText(text)))
  const authors = await lastAuthors(context, table, ids)
  const shown = found.slice(0, shownNumbers)
  if (shown.length === 0) {
    const numbers = numbersIn(subject.of)
    return { digest, authors, numbers, count: numbers.length }
  }
  const of = { table, ids: shown.map(({ id }) => id), numbers: shown.map(numberOf), count: found.length }
  return { digest, authors, ...of }
}

/** So many numbers of an act are kept to be shown. */
const shownNumbers = 5
/** What a record is called by officers, the first of these that it has. */
const numberFields = ['copNo', 'sku', 'creditId', 'key', 'number', 'billNo', 'period'] as const

function numberOf({ record }: Stored<SealedRecord<SealedTable>>): string {
  if ('period' in record && 'number' in record) return `${record.period}-${record.number}`
  return numbersIn('list' in record ? record.list : record)[0] ?? ''
}

/** The numbers that stand in what was asked for: a period, the key of a filing, the 关联号 of a line. */
function numbersIn(of: unknown): string[] {
  if (typeof of === 'string') return of === '' ? [] : [of]
  if (Array.isArray(of)) return of.flatMap(numbersIn).slice(0, shownNumbers)
  if (typeof of !== 'object' || of === null) return []
  const found = numberFields
    .map((field): unknown => Reflect.get(of, field))
    .find((value) => typeof value === 'string')
  return typeof found === 'string' && found !== '' ? [found] : []
}

/** What an act was asked with, as far as it can be done again from it; what tells of progress is nobody's wish. */
function keptOf(asked: Asked): Pick<AskedAct, 'asked'> {
  const text = JSON.stringify(
    asked.filter((one) => typeof one !== 'function').map((one) => (one === undefined ? [] : [one])),
  )
  return text.length > mostAskedText ? {} : { asked: JSON.parse(text) as NonNullable<AskedAct['asked']> }
}

type Acts = readonly AskedAct[]
const write = (session: BookSession, why: string, change: (acts: Acts) => Acts): Promise<unknown> => {
  const { context } = session.book
  return command(context, 'system.second', session.who, why, async (draft) => {
    const acts = (await draftSetting(context, draft, askedActsKey, z.array(AskedAct))) ?? []
    const next = change(acts)
    if (JSON.stringify(next) !== JSON.stringify(acts)) await putSetting(draft, askedActsKey, [...next])
  })
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
  const { book, who } = session
  const { context } = book
  if (!(await checkRules(context)).checking) return undefined
  const present = await presentOf(session, call, asked)
  if (!present) return undefined
  const { authors, ...about } = present
  const asking = { ...about, act: call, by: who, at: context.now(), ...keptOf(asked) }
  let isLetThrough = false
  await write(session, call, (acts) => {
    isLetThrough = maySecond(
      acts.find(({ digest }) => digest === about.digest),
      who,
      authors,
    )
    return isLetThrough ? acts : withAsked(acts, asking)
  })
  if (!isLetThrough) throw DataRefusal.carried('second-officer', secondNeeded(who, authors.has(who)))
  return async () =>
    void (await write(session, call, (acts) => acts.filter(({ digest }) => digest !== about.digest)))
}

/** Every act that waits for a second officer, newest first, and whether this one may do it. */
export async function askedActs(session: BookSession): Promise<AskedView[]> {
  const acts = (await readSetting(session.book.context, askedActsKey, z.array(AskedAct))) ?? []
  const views = acts.map(async ({ asked, ...act }): Promise<AskedView> => {
    const again = asked?.map(([one]) => one)
    // A record that is gone, or a batch that was given up: what was asked for is not there any more.
    const present = again && (await presentOf(session, act.act, again).catch(() => undefined))
    const standing = act.down
      ? 'down'
      : !again
        ? 'in-place'
        : present?.digest !== act.digest
          ? 'changed'
          : act.by === session.who
            ? 'own'
            : present.authors.has(session.who)
              ? 'author'
              : 'open'
    return { ...act, standing, ...(again && { asked: again }) }
  })
  return (await Promise.all(views)).reverse()
}

/** Turn an act down with the reason, or take back what one asked for oneself. */
export async function turnDown(session: BookSession, digest: string, why: string): Promise<void> {
  const down = { by: session.who, at: session.book.context.now(), why }
  await write(session, why, (acts) => withDown(acts, digest, down))
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
