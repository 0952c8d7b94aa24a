import type { ForexReceipt } from '../../model/rebate/claim'
import type { TreatmentLine } from '../../model/rebate/export-line'
import type { RebateLine, RebatePapers } from './records'

type FxStatus = TreatmentLine['fxStatus']

/** What the 收汇台账 knows of exports: receipts by 报关单 and item, and by `报关单号 项号` how far each is collected. */
export type KnownReceipts = {
  receipts: readonly ForexReceipt[]
  status: readonly (readonly [item: string, status: FxStatus])[]
}

/** The papers with the receipts of the 收汇台账 in place of those joined before; what was typed stays. */
export function joinReceipts(
  papers: RebatePapers,
  { receipts }: Pick<KnownReceipts, 'receipts'>,
): RebatePapers {
  const own = receipts
    .filter(({ declarationNo }) => declarationNo === papers.declarationNo)
    .map((receipt) => ({ ...receipt, credit: receipt.no }))
  return { ...papers, receipts: [...papers.receipts.filter(({ credit }) => credit === undefined), ...own] }
}

/**
 * 收汇状态 of a line by the 收汇台账. A receipt that was typed for it is not known there: then the ledger says nothing of what is
 * still open. undefined takes an earlier word back.
 */
export function statusOfLine(
  { no, item }: Pick<RebateLine, 'no' | 'item'>,
  papers: Pick<RebatePapers, 'receipts'> | undefined,
  status: ReadonlyMap<string, FxStatus>,
): FxStatus | undefined {
  const known = status.get(`${no} ${item}`)
  const typed = (papers?.receipts ?? []).some(
    (receipt) => receipt.credit === undefined && (receipt.item === undefined || receipt.item === item),
  )
  return typed && (known === 'pending' || known === 'overdue') ? undefined : known
}
