import { cmp, sum } from '../../money/decimal'
import { raise } from '../../rules/rule'
import { head, house, read, unsure } from '../cite'
import { claimKey, declarationNumber, isListNumber } from '../keys'
import { rateRules } from '../rate-lookup'
import { itemKey } from './index'
import type { MatchRule } from './rule'

const a07 = head(
  'A07',
  'blocking',
  [
    '报关单号必须是 18 位数字：4 位关区、4 位年份、1 位进出口标志、9 位流水（标志位待确认）',
    'A declaration number has 18 digits: customs, year, direction, serial (the direction digit is to be confirmed)',
  ],
  ['按报关单更正编号', 'Correct the number by the declaration'],
  [house('form'), unsure('practice')],
)
const a08 = head(
  'A08',
  'warning',
  [
    '来源数据已带 3 位项号（21 位），取前 18 位作报关单号，不重复追加项号',
    'The source already carries the item (21 digits): the first 18 are the declaration number',
  ],
  ['核对项号', 'Check the item number'],
  [house('practice')],
)
const a09 = head(
  'A09',
  'blocking',
  [
    '代理出口货物证明号由证明编号加 2 位项号组成',
    'The key of an agency certificate is its number with two digits of the item',
  ],
  ['按证明补全 2 位项号', 'Add the two digits of the item'],
  [house('form')],
)
const a10 = head(
  'A10',
  'warning',
  [
    '9610 清单编号（4 位关区、4 位年份、I/E、9 位流水）不是报关单号',
    'The number of a 9610 list is no declaration number',
  ],
  ['填汇总申报产生的报关单号', 'Give the number of the declaration that came of the summary'],
  [house('ceb', 'CEB603')],
)
const a11 = head(
  'A11',
  'blocking',
  [
    '同一报关单号加项号在其他所属期、批次已申报：重复申报',
    'The same declaration and item was claimed before: double claim',
  ],
  ['删除重复行；确需更正的先冲减原申报', 'Remove the line; a correction reverses the earlier claim first'],
  [house('practice')],
)
const a12 = head(
  'A12',
  'blocking',
  [
    '同一发票行累计配单的数量或金额超过发票：重复或超额使用',
    'More quantity or amount than the invoice line has is allocated to it',
  ],
  ['减少本次使用的数量、金额或换用其他发票行', 'Use less of it, or another invoice line'],
  [house('practice')],
)
const a13 = head(
  'A13',
  'warning',
  [
    '出口日期以报关单“出口日期”为准，不是申报、结关或装船日期；早于申报日期的须核对',
    'The export date is that on the declaration, not of declaring, closing or loading; before declaring it is doubtful',
  ],
  ['按报关单核对出口日期', 'Check the date on the declaration'],
  [read('24号', '四（一）', { to: '2025-12-31' }), read('2026#2', '四'), unsure('5号')],
)
const a15 = head(
  'A15',
  'warning',
  [
    '出口日期早于一般纳税义务发生时间的，纳税义务在出口当日发生（2026年起）',
    'From 2026 the tax obligation arises on the export day where that is earlier',
  ],
  ['按出口日期所属月份确认销售', 'Book the sale in the month of the export date'],
  [read('regulation', '四十一', { from: '2026-01-01' })],
  { from: '2026-01-01' },
)

/** Numbers, dates, and nothing claimed twice. */
export const numberRules: readonly MatchRule[] = [
  {
    ...a07,
    scope: 'declaration',
    check: (_, no) =>
      /^\d{18}$/.test(no)
        ? []
        : [
            raise(a07, {
              target: `declaration:${no}`,
              field: 'no',
              message: {
                zh: '报关单号 {no} 不是 18 位数字',
                en: 'Declaration number {no} has not 18 digits',
              },
              params: { no },
            }),
          ],
  },
  {
    ...a10,
    scope: 'declaration',
    check: (_, no) => (isListNumber(no) ? [raise(a10, { target: `declaration:${no}`, field: 'no' })] : []),
  },
  {
    ...a08,
    scope: 'declaration',
    check: ({ carried }, no) => {
      const of = carried.get(no)
      if (!of) return []
      const target = `declaration:${no}`
      const wrong = of.find((item) => item.no !== claimKey(item.no, item.item))
      if (!wrong) return [raise(a08, { target, field: 'no' })]
      const message = {
        zh: '编号 {key} 的末三位不是项号 {item}，按前 18 位核对',
        en: 'The last three digits of {key} are not item {item}; it is checked by the first 18',
      }
      return [raise(a08, { target, field: 'no', message, params: { key: wrong.no, item: wrong.item } })]
    },
  },
  {
    ...a08,
    scope: 'export',
    check: ({ claim, carried }, at) => {
      const { declarationNo } = claim.exports[Number(at)]!
      const no = declarationNumber(declarationNo)
      return no === declarationNo || carried.has(no)
        ? []
        : [raise(a08, { target: `declaration:${no}`, field: 'no' })]
    },
  },
  {
    ...a09,
    scope: 'export',
    check: ({ claim }, at) => {
      const { agencyCertificateNo: no, declarationNo, item } = claim.exports[Number(at)]!
      if (no === undefined || /\d{2}$/.test(no)) return []
      const target = `declaration:${itemKey(declarationNumber(declarationNo), item)}`
      return [raise(a09, { target, field: 'agencyCertificateNo' })]
    },
  },
  {
    ...a11,
    scope: 'item',
    check: ({ claimedBefore, rowsOfItem, items }, key) => {
      const declared = items.get(key)!
      const { no, item, qty } = declared
      const rows = rowsOfItem.get(declared)
      if (!rows) return []
      const target = `declaration:${key}`
      const before = claimedBefore.size === 0 ? undefined : claimedBefore.get(claimKey(no, item))
      if (before) {
        const { period, batch } = before
        if (period === undefined) return [raise(a11, { target, field: 'item' })]
        const message = {
          zh: '已在所属期 {period} 批次 {batch} 申报：重复申报',
          en: 'Claimed in period {period}, batch {batch} before: double claim',
        }
        return [raise(a11, { target, field: 'item', message, params: { period, batch: batch ?? '' } })]
      }
      // An item may be split over links, but no row or sum of them goes beyond what was declared.
      const total = sum(rows.map((row) => row.qty))
      if (qty === undefined || cmp(total, qty) <= 0) return []
      const message = {
        zh: '申报数量 {total} 超过报关单该项数量 {qty}：重复或超量申报',
        en: '{total} claimed, the item has {qty}: claimed twice or beyond what was declared',
      }
      return [raise(a11, { target, field: 'qty', message, params: { total, qty } })]
    },
  },
  {
    ...a12,
    scope: 'purchase',
    check: ({ used, invoiceLines }, key) => {
      const taken = used.get(key)
      const of = invoiceLines.get(key)
      if (!taken || !of) return []
      const [qty, net] = [taken.qty.toString(), taken.net.toString()]
      const over = cmp(qty, of.line.qty) > 0 ? 'qty' : cmp(net, of.line.net) > 0 ? 'net' : undefined
      if (!over) return []
      const message = {
        zh: '累计使用 {qty} / {net}，发票行只有 {lineQty} / {lineNet}',
        en: '{qty} / {net} are allocated, the invoice line has {lineQty} / {lineNet}',
      }
      const params = { qty, net, lineQty: of.line.qty, lineNet: of.line.net }
      return [raise(a12, { target: `invoice:${key}`, field: over, message, params })]
    },
  },
  {
    ...a13,
    scope: 'item',
    check: ({ items }, key) => {
      const { exportDate, declareDate } = items.get(key)!
      return declareDate !== undefined && exportDate < declareDate
        ? [raise(a13, { target: `declaration:${key}`, field: 'exportDate', day: exportDate })]
        : []
    },
  },
  {
    ...rateRules.a14,
    scope: 'item',
    check: ({ items }, key) =>
      /^\d{10}$/.test(items.get(key)!.hsCode)
        ? []
        : [raise(rateRules.a14, { target: `declaration:${key}`, field: 'hsCode' })],
  },
  {
    ...a15,
    scope: 'item',
    check: ({ items }, key) => {
      const { exportDate, revenueDate } = items.get(key)!
      return exportDate >= '2026-01-01' && revenueDate !== undefined && revenueDate > exportDate
        ? [raise(a15, { target: `declaration:${key}`, field: 'revenueDate', day: exportDate })]
        : []
    },
  },
]
