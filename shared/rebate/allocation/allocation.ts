import type { Text } from '../../model/text'
import { cmp, div, isZero, mul, round, sub, sum } from '../../money/decimal'
import { claimKey } from '../keys'
import type { Ledger, PurchaseInvoice, PurchaseInvoiceLine } from '../../model/rebate/claim'

/** An export item, or a part of it, that goes into a claim; quantity in its deal unit. */
export type AllocatedExport = { declarationNo: string; item: number; qty: string }

/** A part of an invoice line, quantity in the unit of the invoice. */
export type AllocatedPurchase = { invoiceNumber: string; line: number; qty: string; net: string }

/** What stands under one 关联号: one goods code, both sides. `locked`: the batch was exported and no longer changes. */
export type Allocation = {
  linkNo: string
  hsCode: string
  exports: readonly AllocatedExport[]
  purchases: readonly AllocatedPurchase[]
  /** 退（免）税业务类型 of all of it: a pre-refund stands under a number of its own. */
  businessType?: string | undefined
  locked?: boolean
}

/** An invoice line and what is left of it. */
export type OpenLine = {
  invoice: PurchaseInvoice
  line: PurchaseInvoiceLine
  qty: string
  net: string
}

export const keyOfLine = (invoiceNumber: string, line: number): string => `${invoiceNumber}#${line}`

/** Every line of the invoices with what earlier periods and these allocations leave of it. */
export function openLines(
  invoices: readonly PurchaseInvoice[],
  allocations: readonly Allocation[],
  ledger: Ledger['purchases'] = [],
): Map<string, OpenLine> {
  const lines = new Map<string, OpenLine>()
  for (const invoice of invoices) {
    for (const line of invoice.lines) {
      lines.set(keyOfLine(invoice.number, line.line), { invoice, line, qty: line.qty, net: line.net })
    }
  }
  const use = ({ invoiceNumber, line, qty, net }: AllocatedPurchase) => {
    const open = lines.get(keyOfLine(invoiceNumber, line))
    if (open)
      lines.set(keyOfLine(invoiceNumber, line), { ...open, qty: sub(open.qty, qty), net: sub(open.net, net) })
  }
  for (const row of ledger) use(row)
  for (const { purchases } of allocations) for (const row of purchases) use(row)
  return lines
}

/**
 * The net of a part: its share of the line to the cent, and all that is left when all that is left is taken, so that the
 * parts of a line add up to it exactly.
 */
export function netOfPart({ line, qty, net }: OpenLine, part: string): string {
  if (cmp(part, qty) >= 0) return net
  if (isZero(line.qty)) return '0'
  const share = round(div(mul(line.net, part), line.qty, 10), 2)
  return cmp(share, net) > 0 ? net : share
}

/** Why an edit is not made. */
export type Refused = { ok: false; text: Text; fix: Text }
export type Edited = { ok: true; allocations: Allocation[] } | Refused

const refuse = (zh: string, en: string, fixZh: string, fixEn: string): Refused => ({
  ok: false,
  text: { zh, en },
  fix: { zh: fixZh, en: fixEn },
})

function editable(allocations: readonly Allocation[], linkNo: string): Allocation | Refused {
  const found = allocations.find((allocation) => allocation.linkNo === linkNo)
  if (!found) return refuse(`没有关联号 ${linkNo}`, `No link ${linkNo}`, '刷新列表', 'Read the list again')
  if (found.locked) {
    return refuse(
      `关联号 ${linkNo} 所在批次已导出并锁定`,
      `The batch of link ${linkNo} was exported and is locked`,
      '撤回该批次后再改，编号保持不变',
      'Withdraw the batch first; its numbers stay',
    )
  }
  return found
}

const isRefused = (value: Allocation | Refused): value is Refused => 'ok' in value

const replaced = (allocations: readonly Allocation[], next: Allocation): Allocation[] =>
  allocations.map((one) => (one.linkNo === next.linkNo ? next : one))

/** Put a part of an invoice line under a link. */
export function addPurchase(
  allocations: readonly Allocation[],
  linkNo: string,
  open: OpenLine,
  qty: string,
): Edited {
  const at = editable(allocations, linkNo)
  if (isRefused(at)) return at
  if (cmp(qty, '0') <= 0 || cmp(qty, open.qty) > 0) {
    return refuse(
      `发票 ${open.invoice.number} 第 ${open.line.line} 行只余 ${open.qty}，不能用 ${qty}`,
      `Line ${open.line.line} of invoice ${open.invoice.number} has ${open.qty} left, not ${qty}`,
      '减少数量或换一行',
      'Take less, or another line',
    )
  }
  const row = { invoiceNumber: open.invoice.number, line: open.line.line, qty, net: netOfPart(open, qty) }
  return { ok: true, allocations: replaced(allocations, { ...at, purchases: [...at.purchases, row] }) }
}

/** Put a part of an item under a link; `open`: what no link holds of it yet. A link without goods code takes that of its first. */
export function addExport(
  allocations: readonly Allocation[],
  linkNo: string,
  { row, hsCode, open }: { row: AllocatedExport; hsCode: string; open: string },
): Edited {
  const at = editable(allocations, linkNo)
  if (isRefused(at)) return at
  const name = claimKey(row.declarationNo, row.item)
  if (at.hsCode !== '' && at.hsCode !== hsCode) {
    return refuse(
      `${name} 的商品代码是 ${hsCode}，关联号 ${linkNo} 是 ${at.hsCode}`,
      `${name} has goods code ${hsCode}, link ${linkNo} has ${at.hsCode}`,
      '一个关联号只放一个商品代码',
      'A link holds one goods code',
    )
  }
  if (cmp(row.qty, '0') <= 0 || cmp(row.qty, open) > 0) {
    return refuse(
      `${name} 未配数量只余 ${open}，不能用 ${row.qty}`,
      `${name} has ${open} left, not ${row.qty}`,
      '减少数量',
      'Take less',
    )
  }
  return { ok: true, allocations: replaced(allocations, { ...at, hsCode, exports: [...at.exports, row] }) }
}

/** 撤销配单: the link goes, its number is never used again. */
export function dissolve(allocations: readonly Allocation[], linkNo: string): Edited {
  const at = editable(allocations, linkNo)
  if (isRefused(at)) return at
  return { ok: true, allocations: allocations.filter((one) => one !== at) }
}

/** 合并: the second link goes into the first. One link holds one goods code. */
export function merge(allocations: readonly Allocation[], into: string, from: string): Edited {
  const [a, b] = [editable(allocations, into), editable(allocations, from)]
  if (isRefused(a)) return a
  if (isRefused(b)) return b
  if (a === b || a.hsCode !== b.hsCode) {
    return refuse(
      `关联号 ${into}（${a.hsCode}）与 ${from}（${b.hsCode}）不能合并`,
      `Links ${into} (${a.hsCode}) and ${from} (${b.hsCode}) cannot be merged`,
      '一个关联号只放一个商品代码',
      'A link holds one goods code',
    )
  }
  if (a.businessType !== b.businessType) {
    return refuse(
      `关联号 ${into} 与 ${from} 一个按预退税申报、一个不是，不能合并`,
      `One of the links ${into} and ${from} is a pre-refund and the other is not`,
      '海外仓预退税单独编关联号',
      'A pre-refund keeps a link number of its own',
    )
  }
  const merged = {
    ...a,
    exports: [...a.exports, ...b.exports],
    purchases: [...a.purchases, ...b.purchases],
  }
  return { ok: true, allocations: replaced(allocations, merged).filter((one) => one !== b) }
}

/** 拆分: the given export items leave a link for a new one, with the given purchase rows. */
export function split(
  allocations: readonly Allocation[],
  linkNo: string,
  newLinkNo: string,
  leaving: { exports: readonly number[]; purchases: readonly number[] },
): Edited {
  const at = editable(allocations, linkNo)
  if (isRefused(at)) return at
  if (allocations.some((one) => one.linkNo === newLinkNo)) {
    return refuse(`关联号 ${newLinkNo} 已存在`, `Link ${newLinkNo} exists`, '使用新号', 'Take a new number')
  }
  const part = <T>(rows: readonly T[], places: readonly number[], out: boolean): T[] =>
    rows.filter((_, place) => places.includes(place) === out)
  const out: Allocation = {
    linkNo: newLinkNo,
    hsCode: at.hsCode,
    ...(at.businessType !== undefined && { businessType: at.businessType }),
    exports: part(at.exports, leaving.exports, true),
    purchases: part(at.purchases, leaving.purchases, true),
  }
  const rest = {
    ...at,
    exports: part(at.exports, leaving.exports, false),
    purchases: part(at.purchases, leaving.purchases, false),
  }
  return { ok: true, allocations: [...replaced(allocations, rest), out] }
}

/** Net of the purchase side. */
export const netOf = ({ purchases }: Allocation): string => sum(purchases.map(({ net }) => net))
