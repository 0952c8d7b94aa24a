import { movedLine, stateOfLine } from '#shared/rebate/book/life'
import { compareDoubts, type Doubt } from '#shared/model/rebate/doubt'
import { selfCheck } from '#shared/rebate/life/self-check'
import type { LineFact } from '#shared/rebate/life/states'
import type * as Port from '../../data/port'
import { changeBatch, inParts } from './batches'
import { today } from './facts'
import { factsFile } from './outputs'
import { keyOf } from './store'
import type { RebateStore } from './store'

/** Of the words of an office on one line more is not kept. */
const longest = 2000

/**
 * Take in what a 自检 said: every line it could be made of is self-checked, the 疑点 stand with their lines as they came, and
 * those that block open their line again. What the same rules say here is held against it.
 */
export async function takeSelfCheck(
  store: RebateStore,
  id: string,
  { service, doubts }: { service: string; doubts: readonly Doubt[] },
  why: string,
): Promise<Port.RebateSelfCheck> {
  const { checkedAt } = store.openBatch(id).record
  const differing = compareDoubts(selfCheck(factsFile(store, id)), doubts)
  const lines = store.linesOf(id)
  const told = new Map(lines.map((line) => [keyOf(line), [] as Doubt[]]))
  for (const doubt of doubts) for (const key of doubt.keys) told.get(key)?.push(doubt)
  const [at, on] = [store.book.context.now(), today(store)]
  const factsOf = (own: readonly Doubt[]): LineFact[] => {
    const words = own
      .map(({ code, text }) => `${code} ${text.zh}`)
      .join('; ')
      .slice(0, longest)
    const checked = { event: 'selfCheck' as const, on, by: store.who }
    if (own.some(({ grade }) => grade === 'blocking'))
      return [checked, { event: 'question', on, by: store.who, text: words }]
    return [{ ...checked, ...(words && { text: words }) }]
  }
  const after = (record: (typeof lines)[number]['record'], facts: readonly LineFact[]) =>
    facts.reduce<typeof record | undefined>(
      (line, fact) => line && movedLine(line, checkedAt, fact, at),
      record,
    )
  const moving = lines.filter((line) => after(line.record, factsOf([])) !== undefined)
  await inParts(
    store,
    'rebate.selfCheck',
    why,
    moving,
    (line) => line.id,
    async (draft, line) => {
      const found = await draft.get('rebateLines', line.id)
      const next = found && after(found.record, factsOf(told.get(keyOf(line))!))
      if (next) await draft.put('rebateLines', next)
    },
  )
  const count = (grade: Doubt['grade']) => doubts.filter((doubt) => doubt.grade === grade).length
  const counts = { blocking: count('blocking'), warning: count('warning') }
  await changeBatch(store, 'rebate.selfCheck', id, why, (record) => ({
    ...record,
    selfCheck: { at, service, lines: moving.length, ...counts },
  }))
  const moved = new Set(moving)
  return {
    ...counts,
    ...differing,
    moved: moving.length,
    questioned: moving.filter((line) => told.get(keyOf(line))!.some(({ grade }) => grade === 'blocking'))
      .length,
    left: lines.flatMap((line) =>
      moved.has(line) ? [] : [{ key: keyOf(line), state: stateOfLine(line.record, checkedAt) }],
    ),
    elsewhere: doubts.filter(({ keys }) => !keys.some((key) => told.has(key))),
  }
}
