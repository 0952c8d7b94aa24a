import type { PrintDocument } from '#shared/print/document'
import type { Language } from '#shared/model/text'
import { taxedSheet } from '#shared/rebate/book/taxed-print'
import { taxedSale, type TaxedRecord } from '#shared/rebate/taxed'
import { bondedOf } from '#shared/rebate/handbooks'
import { claimedItem, exemptDeclared } from '#shared/rebate/book/claim'
import { itemFob } from '#shared/rebate/book/fob'
import { stateOfLine } from '#shared/rebate/book/life'
import type { RebateLine } from '#shared/rebate/book/records'
import { isClaimed } from '#shared/rebate/life/states'
import { taxpayerOn } from '#shared/model/rebate/enterprise'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import { treatLines } from '#shared/rebate/treatment/treat'
import { DataRefusal } from '../../../data/errors/refusal'
import type * as Port from '../../../data/port'
import { command } from '../../../data/write/command'
import { cancelledOf, itemAnswers, itemFacts } from '../item-facts'
import { enterpriseOf, type RebateStore } from '../store'

type Candidate = { key: string; item: DeclarationItem; line: RebateLine | undefined }

/** Items with a day of export that no claim holds and no month declared exempt; those already accounted for among them. */
function candidates(store: RebateStore): Candidate[] {
  return [...store.items].flatMap(([key, { item }]) => {
    const line = store.lineOf.get(key)?.record
    const exportDate = item.exportDate ?? line?.exportDate
    if (exportDate === undefined) return []
    const checkedAt = line && store.held.rebateBatches.get(line.batch)?.record.checkedAt
    const claimed = line !== undefined && isClaimed(stateOfLine(line, checkedAt))
    if (line?.taxed?.period === undefined && (claimed || line?.exemptIn !== undefined)) return []
    return [{ key, line, item: { ...item, exportDate } }]
  })
}

/** Every export that is taxed as sold at home, what is due soonest first. */
export function taxed(store: RebateStore, asOf: string): Port.TaxedRow[] {
  const { enterprise, library } = store
  if (!enterprise) throw new DataRefusal('no-claimant')
  if (!library) throw new DataRefusal('no-rates')
  const of = candidates(store)
  const lines = of.map(({ key, item, line }) => {
    const claimedOn = line?.history.findLast(({ event }) => event === 'declare')?.on
    return {
      ...itemFacts(store, key, item, line),
      ...(claimedOn !== undefined && { claimedOn }),
      ...(line && exemptDeclared(line)),
    }
  })
  const treated = treatLines(
    { enterprise, lines, rateLibrary: library.entries, cancelledRefundList: cancelledOf(store) },
    asOf,
  )
  return of
    .flatMap((one, at): Port.TaxedRow[] => {
      const { treatment, decidedBy = '', note } = treated[at]!
      return treatment === 'taxed' || one.line?.taxed ? [rowOf(store, one, decidedBy, note, asOf)] : []
    })
    .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : a.key < b.key ? -1 : 1))
}

const dueOf = ({ state, dueOn, dueMonth = '' }: Port.TaxedRow): string =>
  state === 'accounted' ? '9' : (dueOn ?? dueMonth)

function rowOf(
  store: RebateStore,
  { key, item: declared, line }: Candidate,
  decidedBy: string,
  why: Port.TaxedRow['why'],
  asOf: string,
): Port.TaxedRow {
  const enterprise = store.enterprise!
  // The code and day it was judged by are the ones it is taxed by.
  const item = claimedItem(declared, itemAnswers(store, line))
  const { fobCny, figures: ofFob } = itemFob(item, store.fxTable())
  const found = store.rates.lookUp(item.hsCode, item.exportDate, item.extensionCode)
  const handbook = store.handbooks.get(item.handbookNo ?? '')
  const record = line?.taxed ?? {}
  const sale = taxedSale(
    {
      exportDate: item.exportDate,
      decidedBy,
      taxpayer: taxpayerOn(enterprise, item.exportDate) ?? 'general',
      trading: enterprise.type === 'trading',
      fobCny,
      bondedMaterial: handbook && fobCny !== undefined ? bondedOf(fobCny, handbook) : undefined,
      levyRate: found.kind === 'found' ? found.entry.levyRate : undefined,
      record,
    },
    asOf,
  )
  // The tax starts from FOB in CNY: how that was made belongs to what can be made again by hand.
  const made = sale.figures.length > 0 ? ofFob.filter(({ figure }) => figure !== 'fobUsd') : []
  return {
    ...sale,
    figures: [...made, ...sale.figures],
    key,
    name: item.name,
    exportDate: item.exportDate,
    decidedBy,
    why,
    ...(fobCny !== undefined && { fobCny }),
    record,
  }
}

/** The list of taxed exports for print. */
export async function taxedPrint(
  store: RebateStore,
  asOf: string,
  language: Language,
  software: string,
): Promise<PrintDocument> {
  const rows = taxed(store, asOf)
  const { name = '', taxNo = '' } = store.enterprise!
  return taxedSheet(
    rows,
    {
      asOf,
      language,
      book: (await enterpriseOf(store.book))?.book ?? 'practice',
      enterprise: `${name} ${taxNo}`.trim(),
    },
    {
      maker: store.who,
      printer: store.who,
      now: store.book.context.now(),
      software,
      tables: [store.library!.version],
    },
  )
}

/** Note how an item was accounted for; kept with its line, also while that stands in no batch. */
export async function keepTaxed(
  store: RebateStore,
  key: string,
  taxedRecord: TaxedRecord,
  why: string,
): Promise<void> {
  const source = store.items.get(key)
  const exportDate = source?.item.exportDate ?? store.lineOf.get(key)?.record.exportDate
  if (!source || exportDate === undefined) throw new DataRefusal('missing', { table: 'items', id: key })
  const { no, item } = source.item
  await command(store.book.context, 'rebate.taxed', store.who, why, async (draft) => {
    const fresh: RebateLine = {
      no,
      item,
      exportDate,
      batch: '',
      importId: '',
      answers: {},
      history: [],
      touchedAt: store.book.context.now(),
    }
    const before = (await draft.get('rebateLines', await draft.idOf('rebateLines', fresh)))?.record ?? fresh
    await draft.put('rebateLines', { ...before, taxed: taxedRecord })
  })
}
