import { joinReceipts, statusOfLine, type KnownReceipts } from '#shared/rebate/book/receipts'
import { noPapers } from '#shared/rebate/book/tables'
import { command } from '../../data/write/command'
import { inParts, refuseClaimed } from './batches'
import { keyOf } from './store'
import type { RebateStore } from './store'

/** Lay the 收汇台账 over the lines of a batch. Refused with `batch-locked` or `line-claimed` while the office has them. */
export async function joinKnownReceipts(
  store: RebateStore,
  id: string,
  known: KnownReceipts,
  why: string,
): Promise<{ receipts: number; declarations: number; collected: number; open: number }> {
  const { record: batch } = store.openBatch(id)
  const lines = store.linesOf(id)
  refuseClaimed(store, lines.map(keyOf))
  const numbers = [...new Set(lines.map(({ record }) => record.no))]
  const named = new Set(numbers)
  const receipts = known.receipts.filter(({ declarationNo }) => named.has(declarationNo))
  const declared = new Set(receipts.map(({ declarationNo }) => declarationNo))
  const status = new Map(known.status)
  const touched = numbers.filter(
    (no) =>
      declared.has(no) || store.papersOf(no)?.record.receipts.some(({ credit }) => credit !== undefined),
  )
  await command(store.book.context, 'rebate.receipts', store.who, why, async (draft) => {
    for (const no of touched) {
      const stored = store.papersOf(no)
      const now = stored && (await draft.get('rebatePapers', stored.id))
      const papers = now?.record ?? noPapers(no, batch.kind)
      await draft.put('rebatePapers', joinReceipts(papers, { receipts }))
    }
  })
  const counts = { collected: 0, open: 0 }
  await inParts(
    store,
    'rebate.receipts',
    why,
    lines,
    (line) => line.id,
    async (draft, { id: line }) => {
      const found = await draft.get('rebateLines', line)
      if (!found) return
      const { fxStatus: before, ...record } = found.record
      const fxStatus = statusOfLine(record, store.papersOf(record.no)?.record, status)
      if (fxStatus === before) return
      await draft.put('rebateLines', { ...record, ...(fxStatus !== undefined && { fxStatus }) })
    },
  )
  for (const { record } of lines) {
    const now = statusOfLine(record, store.papersOf(record.no)?.record, status)
    if (now === 'collected' || now === 'deemedCollected') counts.collected += 1
    else if (now !== undefined) counts.open += 1
  }
  return { receipts: receipts.length, declarations: declared.size, ...counts }
}
