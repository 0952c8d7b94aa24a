import { batchFigures, linkFigures } from '#shared/rebate/allocation/figures'
import type { LinkFigures } from '#shared/rebate/allocation/figures'
import { keyOfLine, openLines } from '#shared/rebate/allocation/allocation'
import type { Allocation, OpenLine } from '#shared/rebate/allocation/allocation'
import { fobsOf } from '#shared/rebate/book/claim'
import type { BatchLine } from '#shared/rebate/book/claim'
import { type ItemFob } from '#shared/rebate/book/fob'
import { gapsOf } from '#shared/rebate/book/items'
import { stateOfBatch, stateOfLine } from '#shared/rebate/book/life'
import { moneyOf } from '#shared/rebate/book/run'
import { claimKey } from '#shared/rebate/keys'
import { LastPurchases } from '#shared/rebate/last-purchases'
import { defaultSettings } from '#shared/model/rebate/claim'
import { cmp, sum } from '#shared/money/decimal'
import { cents } from '#shared/rules/explain'
import type * as Port from '../../data/port'
import { linesAndPapers, restsOn } from './facts'
import { keyOf } from './store'
import type { Batch, Line, Link, RebateStore, Run } from './store'

/** What is open of every invoice line, made once for each state of the store. */
export function openOf(store: RebateStore): Map<string, OpenLine> {
  return store.made('open', () =>
    openLines(
      [...store.invoices.values()].map(({ invoice }) => invoice),
      [...store.held.rebateLinks.values()].map(({ record }) => record),
    ),
  )
}

export const lastPurchases = (store: RebateStore): LastPurchases =>
  store.made(
    'last purchases',
    () => new LastPurchases([...store.invoices.values()].map(({ invoice }) => invoice)),
  )

export const numberOfBatch = ({ record }: Batch): string => `${record.period}-${record.number}`

export function itemRows(store: RebateStore): Port.RebateItemRow[] {
  return store.made('items', () => [...store.items].map(([key]) => itemRow(store, key)!))
}

export function itemRow(store: RebateStore, key: string): Port.RebateItemRow | undefined {
  const source = store.items.get(key)
  if (!source) return undefined
  const { item, origin, importId } = source
  const line = store.lineOf.get(key)
  const batch = line && store.held.rebateBatches.get(line.record.batch)
  return {
    id: key,
    no: item.no,
    item: item.item,
    origin,
    importId,
    exportDate: item.exportDate ?? line?.record.answers.exportDate ?? '',
    mode: item.supervisionMode,
    hsCode: item.hsCode,
    name: item.name,
    qty: item.qty ?? '',
    unit: item.unit ?? '',
    amount: item.amount ?? '',
    currency: item.currency ?? '',
    destination: item.destination ?? '',
    originPlace: item.originPlace ?? '',
    state: line ? stateOfLine(line.record, batch?.record.checkedAt) : 'undeclared',
    batch: line?.record.batch ?? '',
    batchNo: batch ? numberOfBatch(batch) : '',
    linkNos: (store.linksOfItem.get(key) ?? []).map(({ record }) => record.linkNo),
    gaps: gapsOf(item).filter((gap) => gap !== 'exportDate' || !line?.record.answers.exportDate),
  }
}

export const invoiceRows = (store: RebateStore): Port.RebateInvoiceRow[] =>
  store.made('invoices', () => makeInvoiceRows(store))

function makeInvoiceRows(store: RebateStore): Port.RebateInvoiceRow[] {
  const open = openOf(store)
  return [...store.invoices.values()].flatMap(({ invoice, importId }) =>
    invoice.lines.map((line) => {
      const id = keyOfLine(invoice.number, line.line)
      const left = open.get(id)
      return {
        id,
        number: invoice.number,
        line: line.line,
        importId,
        kind: invoice.kind,
        form: invoice.form ?? '',
        date: invoice.date,
        sellerName: invoice.sellerName,
        sellerTaxNo: invoice.sellerTaxNo,
        name: line.name,
        unit: line.unit,
        qty: line.qty,
        net: line.net,
        rate: line.rate,
        tax: line.tax,
        status: invoice.status,
        usage: invoice.usage,
        leftQty: left?.qty ?? '0',
        leftNet: left?.net ?? '0',
        linkNos: (store.linksOfPurchase.get(id) ?? []).map(({ record }) => record.linkNo),
      }
    }),
  )
}

/** FOB of the lines of a batch, without asking whether the rest is known. */
export function fobsOfBatch(store: RebateStore, batch: Batch): Map<string, ItemFob> {
  const { lines } = linesAndPapers(store, batch.id)
  return fobsOf({ batch: batch.record, lines, fx: store.fxTable() })
}

export const linkRows = (store: RebateStore, batch: Batch): Port.RebateLinkRow[] =>
  store.made(`links ${batch.id}`, () => makeLinkRows(store, batch))

/** What always stands beside a link, as linked or as suggested. */
export function figuresOfLink(
  store: RebateStore,
  lines: readonly BatchLine[],
  fobs: ReadonlyMap<string, ItemFob>,
  allocation: Allocation,
): LinkFigures {
  const items = store.made(
    `items of ${lines[0]?.line.batch ?? ''}`,
    () => new Map(lines.map(({ item }) => [keyOfLine(item.no, item.item), item])),
  )
  const band = store.rules.settings.exchangeCostBand ?? defaultSettings.exchangeCostBand
  const [first] = allocation.exports.flatMap(
    ({ declarationNo, item }) => items.get(keyOfLine(declarationNo, item)) ?? [],
  )
  const found = first && store.rates.lookUp(first.hsCode, first.exportDate, first.extensionCode)
  const rate = found?.kind === 'found' ? found.entry.rebateRate : '0'
  return linkFigures(
    allocation,
    {
      items,
      lines: openOf(store),
      moneyOf: (no, item, qty) => moneyOf(items, fobs, no, item, qty),
      rateOf: ({ invoice, line }) =>
        invoice.sellerTaxpayer === 'small' && cmp(line.rate, rate) < 0 ? line.rate : rate,
    },
    [band[0]!, band[1]!],
  )
}

function makeLinkRows(store: RebateStore, batch: Batch): Port.RebateLinkRow[] {
  const { lines } = linesAndPapers(store, batch.id)
  const items = new Map(lines.map(({ item }) => [keyOfLine(item.no, item.item), item]))
  const fobs = fobsOfBatch(store, batch)
  const open = openOf(store)
  return store.linksOf(batch.id).map(({ id, rev, record }) => {
    const { linkNo: _linkNo, ...figures } = figuresOfLink(store, lines, fobs, record)
    return {
      id,
      rev,
      linkNo: record.linkNo,
      hsCode: record.hsCode,
      businessType: record.businessType ?? '',
      exports: record.exports.map((row) => {
        const item = items.get(keyOfLine(row.declarationNo, row.item))
        const key = claimKey(row.declarationNo, row.item)
        return { ...row, key, name: item?.name ?? '', unit: item?.unit ?? '' }
      }),
      purchases: record.purchases.map((row) => {
        const key = keyOfLine(row.invoiceNumber, row.line)
        const of = open.get(key)
        return {
          ...row,
          id: key,
          name: of?.line.name ?? '',
          unit: of?.line.unit ?? '',
          sellerName: of?.invoice.sellerName ?? '',
        }
      }),
      figures,
      locked: batch.record.locked,
    }
  })
}

export function runView(store: RebateStore, { record }: Run): Port.RebateRunView {
  const batch = store.held.rebateBatches.get(record.batch)
  const { run, at, who, asOf, library, libraryDay, rates, lines, counts, refund, rests, ms, judged } = record
  return {
    run,
    at,
    who,
    asOf,
    library,
    ...(libraryDay !== undefined && { libraryDay }),
    ...(rates !== undefined && { rates }),
    lines,
    counts,
    dealt: Object.keys(batch?.record.dealt ?? {}).length,
    refund,
    outdated: !batch || rests !== restsOn(store, record.batch),
    ...(ms !== undefined && { ms }),
    ...(judged !== undefined && { judged }),
  }
}

/** What a batch comes to before it is checked. A manufacturer claims whole items, so its FOB is theirs and not of links. */
function sumsOf(store: RebateStore, batch: Batch): Port.RebateSums {
  const linked = batchFigures(linkRows(store, batch).map(({ linkNo, figures }) => ({ linkNo, ...figures })))
  if (batch.record.kind !== 'manufacturer') return linked
  const fobs = store.made(`fob of ${batch.id}`, () => [...fobsOfBatch(store, batch).values()])
  return { ...linked, fobUsd: cents(sum(fobs.map(({ fobUsd = '0' }) => fobUsd))) }
}

export function batchView(store: RebateStore, batch: Batch): Port.RebateBatchView {
  const { id, rev, record } = batch
  const lines = store.linesOf(id)
  const [last] = store.runsOf(id)
  const { dealt: _dealt, checkedAt, manufacturer, ...rest } = record
  return {
    ...rest,
    id,
    rev,
    ...stateOfBatch(lines.map((line: Line) => stateOfLine(line.record, checkedAt))),
    lines: lines.length,
    sums: sumsOf(store, batch),
    ...(manufacturer && { manufacturer }),
    ...(last && { run: runView(store, last) }),
  }
}

/** Lines of a batch as the newest run judged them. */
export function lineRows(
  store: RebateStore,
  batch: Batch,
  judged: ReadonlyMap<string, { row: Partial<Port.RebateLineRow>; blocking: number; warnings: number }>,
): Port.RebateLineRow[] {
  return store.linesOf(batch.id).flatMap((line) => {
    const key = keyOf(line)
    const item = itemRow(store, key)
    if (!item) return []
    const own = judged.get(key)
    return [
      {
        ...item,
        treatment: '' as const,
        decidedBy: '',
        note: { zh: '', en: '' },
        rebateRate: '',
        refund: '',
        ...own?.row,
        blocking: own?.blocking ?? 0,
        warnings: own?.warnings ?? 0,
        answered: Object.keys(line.record.answers).length > 0,
      },
    ]
  })
}

/** The items of links, for those that stand with lines that go. */
export const linksAmong = (store: RebateStore, keys: readonly string[]): Link[] => [
  ...new Set(keys.flatMap((key) => store.linksOfItem.get(key) ?? [])),
]
