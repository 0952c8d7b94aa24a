import { CheckRules, checkRulesKey, notChecked } from '#shared/people/checking'
import { may, whyNot } from '#shared/people/roles'
import { askedActsKey } from '#shared/people/second-officer'
import { DataRefusal } from '../../../data/errors/refusal'
import type { Change, LeftOut, PeopleAct } from '../../../data/port'
import { keyedId } from '../../../data/sealing/blind'
import { putSetting } from '../../../data/settings'
import { command } from '../../../data/write/command'
import { reasons } from '../../declaration/reasons'
import type { BookSession } from '../session'

/** At most so many of those left out are named. */
const named = 200
/** 清单 of one journal entry. */
const part = 200

/** 清单 that may still go out, so that checking them means something. */
const open: ReadonlySet<string> = new Set(['draft', 'refused'])

/** 复核 of 清单: the whole act is one group, so that it is undone as one. */
export async function checkLists({ book, who }: BookSession, lists: readonly string[], why: string) {
  const { context } = book
  const leftOut: LeftOut[] = []
  let checked = 0
  const group = crypto.randomUUID()
  for (let i = 0; i < lists.length; i += part) {
    let done = 0
    let out: LeftOut[] = []
    const ids = lists.slice(i, i + part)
    await command(
      context,
      'list.check',
      who,
      why,
      async (draft) => {
        done = 0
        out = []
        await draft.prefetch('lists', ids)
        for (const id of ids) {
          const found = await draft.get('lists', id)
          const copNo = found?.record.list.copNo ?? ''
          const reason = !found
            ? reasons.gone
            : open.has(found.record.state)
              ? notChecked(found.record, who)
              : reasons.notOpen
          if (reason) out.push({ list: id, copNo, reason })
          else {
            await draft.check(id, { by: who, at: context.now() })
            done += 1
          }
        }
      },
      { group },
    )
    checked += done
    leftOut.push(...out)
  }
  return { checked, leftOutCount: leftOut.length, leftOut: leftOut.slice(0, named) }
}

/** The rules count in every worker of the book from the next commit on, because each reads them there. */
export async function setCheckRules(
  { book, who }: BookSession,
  chosen: Pick<CheckRules, 'checking' | 'graceDays'>,
  why: string,
): Promise<void> {
  const { context } = book
  const since = context.sentinel.rules.graceDays > 0 ? context.sentinel.rules.since : context.now()
  const rules = CheckRules.parse({ ...chosen, since })
  await command(context, 'people.rules', who, why, async (draft) => [
    await putSetting(draft, checkRulesKey, rules),
  ])
  context.sentinel.follow(rules)
}

/**
 * The rules are no setting like others: nobody but 主管 writes or removes them, under whatever name; and who asked for what
 * is written by the asking only.
 */
export async function refuseRules({ book, roles }: BookSession, changes: readonly Change[]): Promise<void> {
  const settings = changes.filter(({ table }) => table === 'settings')
  if (settings.length === 0) return
  const { keys } = book.context
  const isOf = async (key: string) => {
    const id = await keyedId(keys, 'settings', [key])
    return settings.some(
      (change) =>
        change.id === id || ('record' in change && 'key' in change.record && change.record.key === key),
    )
  }
  const rules = (await isOf(checkRulesKey)) && !may(roles, 'manage')
  if (rules || (await isOf(askedActsKey))) throw DataRefusal.carried('not-your-role', whyNot('manage'))
}

/** An act of main among the officers, with its subject; it changes no record. */
export async function notePeople(
  { book, who }: BookSession,
  act: PeopleAct,
  officer: string,
  detail: string,
): Promise<void> {
  await command(book.context, `people.${act}`, who, detail, async () => [], {
    about: { officer, detail },
    extra: { tables: [], run: () => Promise.resolve() },
  })
}
