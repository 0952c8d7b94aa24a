import { abs, cmp, mul, sub, sum } from '../../money/decimal'
import { raise } from '../../rules/rule'
import { fobValues } from '../amounts/fob'
import { e14, exchangeCost, outsideBand } from '../amounts/exchange-cost'
import { from2026, head, house, read, unsure } from '../cite'
import type { AmountDocument } from '../../model/rebate/claim'
import type { DeclarationItem } from '../../model/rebate/export-line'
import type { ClaimIndex } from './index'
import { samePlace } from './places'
import type { MatchRule } from './rule'

const e10 = head(
  'E10',
  'warning',
  [
    '境内货源地、供应商地区、发运地应当一致',
    'Domestic source, region of the supplier and origin of the freight agree',
  ],
  ['核对货源地，准备运输凭证', 'Check the source and bring the freight papers'],
  [unsure('practice')],
)
const e11 = head(
  'E11',
  'warning',
  [
    '报关单、出口发票、合同、收汇金额换算到同一成交方式后应当相等（容差由企业设定）',
    'Declaration, export invoice, contract and receipts agree in the same terms, within the tolerance set',
  ],
  ['核对成交方式与运保费', 'Check the terms, freight and insurance'],
  [house('practice')],
)
const e12 = head(
  'E12',
  'warning',
  [
    '装箱单、运输单据净重与报关单净重相差超过容差（默认 5%）',
    'Net weight of packing list or transport paper differs from the declared by more than the tolerance',
  ],
  ['核对装箱单与报关单', 'Check packing list and declaration'],
  [unsure('practice')],
)
const e13 = head(
  'E13',
  'warning',
  ['出口发票号缺失，或同一号码用于两份报关单', 'The export invoice is missing, or its number is used twice'],
  ['补填或更正出口发票号', 'Give or correct the number'],
  [house('form')],
)
const e16 = head(
  'E16',
  'warning',
  ['有申报单位（代理报关）而没有委托报关资料', 'A broker is named and there are no papers of the broker'],
  ['补委托报关协议、报关服务发票', 'Bring the agreement and the invoice of the broker'],
  [read('5号', '四十五', from2026)],
  from2026,
)

const itemOf = (index: ClaimIndex, key: string): DeclarationItem => index.items.get(key)!
const claimed = ({ rowsOfItem }: ClaimIndex, item: DeclarationItem): boolean => rowsOfItem.has(item)

/** What a paper and the declaration say of the same goods, as texts of equal meaning; `off`: they do not agree. */
type Compared = { ours: string; theirs: string; off: boolean }

/** A paper without item speaks of the whole 报关单: of the item where that has one only. */
const speaksOf = (item: DeclarationItem, alone: boolean) => (document: { item?: number | undefined }) =>
  document.item === item.item || (document.item === undefined && alone)

/**
 * Amounts of one paper for an item, in the terms of the declaration or both as FOB; undefined where there is none. A paper in
 * another currency does not agree, whatever its sum.
 */
function compared(
  item: DeclarationItem,
  documents: readonly AmountDocument[],
  alone: boolean,
  tolerance: string,
): Compared | undefined {
  const of = documents.filter(speaksOf(item, alone))
  if (of.length === 0 || item.amount === undefined || item.currency === undefined) return undefined
  const foreign = of.filter(({ currency }) => currency !== item.currency)
  if (foreign.length > 0) {
    const theirs = foreign.map(({ amount, currency }) => `${amount} ${currency}`).join(' + ')
    return { ours: `${item.amount} ${item.currency}`, theirs, off: true }
  }
  const terms = item.tradeTerms ?? 'FOB'
  if (of.every((document) => (document.tradeTerms ?? terms) === terms)) {
    return sums(item.amount, of, tolerance)
  }
  const fob = (amount: string, tradeTerms: AmountDocument['tradeTerms']) =>
    fobValues({ ...item, tradeTerms: tradeTerms ?? terms, amount, currency: item.currency! }).fob
  const ours = fob(item.amount, terms)
  const theirs = of.flatMap((document) => fob(document.amount, document.tradeTerms) ?? [])
  if (ours === undefined || theirs.length < of.length) return undefined
  return sums(
    ours,
    theirs.map((amount) => ({ amount })),
    tolerance,
  )
}

/**
 * Papers that name no item of a 报关单 with several, against its total. Undefined where the items are not of one currency and
 * of the terms of the papers: a sum in other terms cannot be taken apart.
 */
function comparedWhole(
  items: readonly DeclarationItem[],
  documents: readonly AmountDocument[],
  tolerance: string,
): Compared | undefined {
  const of = documents.filter(({ item }) => item === undefined)
  const [first] = items
  if (of.length === 0 || items.length < 2 || !first) return undefined
  const { currency, tradeTerms: terms = 'FOB' } = first
  const amounts = items.flatMap((item) =>
    item.currency === currency && (item.tradeTerms ?? 'FOB') === terms ? (item.amount ?? []) : [],
  )
  const alike = of.every((one) => one.currency === currency && (one.tradeTerms ?? terms) === terms)
  return amounts.length === items.length && alike ? sums(sum(amounts), of, tolerance) : undefined
}

function sums(ours: string, of: readonly { amount: string }[], tolerance: string): Compared {
  const theirs = sum(of.map(({ amount }) => amount))
  return { ours, theirs, off: cmp(abs(sub(ours, theirs)), tolerance) > 0 }
}

/** What the declaration says, against the other papers. */
export const paperRules: readonly MatchRule[] = [
  {
    ...e10,
    scope: 'item',
    check: (index, key) => {
      const item = itemOf(index, key)
      if (!claimed(index, item)) return []
      const links = index.linksOfItem.get(item) ?? []
      const regions: string[] = []
      for (const { purchases } of links) {
        for (const { invoiceNumber } of purchases) {
          const region = index.invoices.get(invoiceNumber)?.sellerRegion
          if (region !== undefined) regions.push(region)
        }
      }
      const origin = index.papers.get(item.no)?.freightOrigin
      if (regions.length === 0 && (item.originPlace === undefined || origin === undefined)) return []
      const places = [item.originPlace, origin, ...regions].filter((place) => place !== undefined)
      if (places.every((a) => places.every((b) => samePlace(a, b)))) return []
      const message = {
        zh: '境内货源地 {source}，供应商地区 {regions}，发运地 {origin}',
        en: 'Source {source}, supplier {regions}, freight from {origin}',
      }
      const params = {
        source: item.originPlace ?? '—',
        regions: [...new Set(regions)].join('、') || '—',
        origin: origin ?? '—',
      }
      return [raise(e10, { target: `declaration:${key}`, field: 'originPlace', message, params })]
    },
  },
  {
    ...e11,
    scope: 'item',
    check: (index, key) => {
      const item = itemOf(index, key)
      const { no } = item
      const stated = index.receipts.has(no) || index.exportInvoices.has(no) || index.contracts.has(no)
      if (!stated || !claimed(index, item)) return []
      const tolerance = index.settings.amountTolerance
      const items = index.itemsOf.get(item.no) ?? []
      const alone = items.length === 1
      // What is said of the whole 报关单 is told once, at its first item.
      const whole = (documents: readonly AmountDocument[] = []) =>
        items[0] === item ? comparedWhole(items, documents, tolerance) : undefined
      // Money may come in another currency than was agreed; only what came in this one is compared.
      const receipts = (index.receipts.get(item.no) ?? [])
        .filter(speaksOf(item, alone))
        .filter(({ currency }) => currency === item.currency)
      const papers: [string, string, Compared | undefined][] = [
        [
          '出口发票',
          'export invoice',
          compared(item, index.exportInvoices.get(item.no) ?? [], alone, tolerance),
        ],
        ['合同', 'contract', compared(item, index.contracts.get(item.no) ?? [], alone, tolerance)],
        [
          '收汇',
          'receipts',
          receipts.length > 0 && item.amount !== undefined
            ? sums(item.amount, receipts, tolerance)
            : undefined,
        ],
        ['出口发票合计', 'export invoice of all items', whole(index.exportInvoices.get(item.no))],
        ['合同合计', 'contract of all items', whole(index.contracts.get(item.no))],
      ]
      const wrong = papers.filter(([, , pair]) => pair?.off)
      if (wrong.length === 0) return []
      const told = (name: 0 | 1) => wrong.map((paper) => `${paper[name]} ${paper[2]!.theirs}`).join('、')
      const message = {
        zh: `报关单 {ours}，${told(0)}`,
        en: `The declaration says {ours}, ${told(1)}`,
      }
      return [
        raise(e11, {
          target: `declaration:${key}`,
          field: 'amount',
          message,
          params: { ours: wrong[0]![2]!.ours },
        }),
      ]
    },
  },
  {
    ...e12,
    scope: 'declaration',
    check: (index, no) => {
      const papers = index.papers.get(no)
      const items = index.itemsOf.get(no) ?? []
      if (!papers || items.some(({ netWeight }) => netWeight === undefined)) return []
      const declared = sum(items.map(({ netWeight }) => netWeight!))
      const allowed = mul(declared, index.settings.netWeightTolerance)
      const off = [papers.packingNetWeight, papers.transportNetWeight].filter(
        (weight) => weight !== undefined && cmp(abs(sub(weight, declared)), allowed) > 0,
      )
      if (off.length === 0) return []
      const message = {
        zh: '报关净重 {declared}，单据净重 {off}',
        en: 'Declared {declared}, the papers say {off}',
      }
      const params = { declared, off: off.join('、') }
      return [raise(e12, { target: `declaration:${no}`, field: 'netWeight', message, params })]
    },
  },
  {
    ...e13,
    scope: 'item',
    check: (index, key) => {
      const rows = index.rowsOfItem.get(itemOf(index, key)) ?? []
      return rows.some(({ exportInvoiceNo }) => !exportInvoiceNo)
        ? [raise(e13, { target: `declaration:${key}`, field: 'exportInvoiceNo' })]
        : []
    },
  },
  {
    ...e13,
    scope: 'export-invoice',
    check: ({ declarationsOfInvoice }, no) => {
      const of = [...(declarationsOfInvoice.get(no) ?? [])].sort()
      if (of.length < 2) return []
      const message = { zh: '出口发票 {no} 用于报关单 {of}', en: 'Export invoice {no} is used by {of}' }
      const params = { no, of: of.join('、') }
      return [raise(e13, { target: `exportInvoice:${no}`, field: 'no', message, params })]
    },
  },
  {
    ...e14,
    scope: 'link',
    check: (index, linkNo) => {
      const { exports, purchases } = index.links.get(linkNo)!
      if (index.claim.enterprise.type !== 'trading' || exports.some(({ fobUsd }) => fobUsd === undefined))
        return []
      const net = sum(purchases.map((row) => row.net))
      const fobUsd = sum(exports.map((row) => row.fobUsd!))
      const band = index.settings.exchangeCostBand
      if (purchases.length === 0 || !outsideBand(net, fobUsd, band)) return []
      const message = {
        zh: '换汇成本 {cost} = {net} ÷ {fobUsd}，区间 {low}–{high}',
        en: 'Cost {cost} = {net} / {fobUsd}, band {low} to {high}',
      }
      const params = { cost: exchangeCost(net, fobUsd), net, fobUsd, low: band[0], high: band[1] }
      return [raise(e14, { target: `link:${linkNo}`, field: 'exchangeCost', message, params })]
    },
  },
  {
    ...e16,
    scope: 'declaration',
    check: (index, no) => {
      const [item] = index.itemsOf.get(no) ?? []
      if (!item?.agentBroker || item.exportDate < '2026-01-01') return []
      return (index.papers.get(no)?.broker?.length ?? 0) > 0
        ? []
        : [raise(e16, { target: `declaration:${no}`, field: 'broker' })]
    },
  },
]
