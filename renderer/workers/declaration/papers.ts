import { pieceVerdict, type PieceVerdict, type TrackedPiece } from '#shared/control/pieces'
import { businessDay } from '#shared/time/shanghai'
import { blocksOf } from '#shared/evidence/blocks'
import type { EvidenceDocument } from '#shared/evidence/document'
import type { EvidenceKind } from '#shared/evidence/kinds'
import { authorisationPaper } from '#shared/filing/authorisation'
import { filingModes, type FilingMode } from '#shared/filing/roles'
import type { DeclarationList } from '#shared/model/list'
import type { Goods } from '#shared/model/goods'
import { sum } from '#shared/money/decimal'
import type { Reason } from '#shared/protocol/engine/records'
import { leaveFor, noLeave, readAgency } from '../../data/agency'
import type { Book } from '../../data/book'
import { eachRecord } from '../../data/read/records'
import { needsOf } from '../filing/control'
import { FilingStore } from '../filing/store'
import type { Sources } from './sources'

/** One for each open book: it goes on listening to what is committed, and keeps the lines of the tariff. */
const stores = new WeakMap<Book, FilingStore>()
function storeOf(book: Book, who: string): FilingStore {
  const store = stores.get(book) ?? new FilingStore(book, who)
  stores.set(book, store)
  return store
}

/**
 * What of the papers and of the leave of an agent keeps 清单 from being declared today. A paper that has run out stops the
 * lists with its goods or its mode and no other; one that lists or tariff ask for and nobody recorded stops those goods.
 */
export async function paperCheck(
  book: Book,
  who: string,
  { goods }: Pick<Sources, 'goods'>,
): Promise<(list: DeclarationList) => Promise<Reason | undefined>> {
  const { context } = book
  const on = businessDay(context.now())
  const agency = await readAgency(context)
  const papers: EvidenceDocument[] = agency.authorisations.map(authorisationPaper)
  for await (const chunk of eachRecord(context, 'evidence')) papers.push(...chunk.map(({ record }) => record))
  const byId = new Map([...goods.values()].map(({ id, value }) => [id, value]))
  const needsFor = needsByMode(storeOf(book, who), on)
  const pieces = await piecesBySku(book)
  return async (list) => {
    const { tradeMode, provenance } = list
    const mode = filingModes.find((one) => one === tradeMode.slice(0, 4)) as FilingMode | undefined
    const leave = leaveFor(agency, 'declare', on, mode)
    if (!leave.may) {
      const { code, text } = noLeave('declare', leave)
      return { code, text }
    }
    // The number in a line is cut to what the message takes; the goods it was built from are not.
    const own = provenance.flatMap(({ record, id }) => (record === 'goods' ? (byId.get(id) ?? []) : []))
    const skus = own.map(({ sku }) => sku)
    const asked = await needsFor(own, tradeMode)
    const needs = new Map<string, readonly EvidenceKind[]>()
    let untracked: PieceVerdict['stops']
    for (const sku of skus) {
      const demand = { sku, ...demandOf(list, sku), needs: asked.get(sku) ?? [] }
      const verdict = pieceVerdict(demand, pieces.get(sku) ?? [])
      needs.set(sku, verdict.needs)
      untracked ??= verdict.stops
    }
    const intent = { act: 'declare' as const, on, skus, mode: tradeMode, needs }
    const block = blocksOf({ ...intent, ...(agency.agent && { principal: agency.principal }) }, papers).find(
      ({ stops }) => stops,
    )
    if (block) return { code: 'paper-stops', text: block.says, fix: block.fix }
    return untracked && { code: 'piece-stops', ...untracked }
  }
}

type Needs = ReadonlyMap<string, readonly EvidenceKind[]>

/** Papers that goods need, each of the goods looked at once for a mode, however many 清单 it stands in. */
function needsByMode(store: FilingStore, on: string) {
  const judges = new Map<string, Promise<(goods: Goods) => EvidenceKind[]>>()
  const known = new Map<string, Map<string, EvidenceKind[]>>()
  return async (goods: readonly Goods[], mode: string): Promise<Needs> => {
    const judge = judges.get(mode) ?? store.inTurn(() => needsOf(store, { mode, on }))
    judges.set(mode, judge)
    const needs = known.get(mode) ?? new Map<string, EvidenceKind[]>()
    known.set(mode, needs)
    const needsOfOne = await judge
    for (const one of goods) if (!needs.has(one.sku)) needs.set(one.sku, needsOfOne(one))
    return needs
  }
}

async function piecesBySku({ context }: Book): Promise<Map<string, TrackedPiece[]>> {
  const found = new Map<string, TrackedPiece[]>()
  for await (const chunk of eachRecord(context, 'pieces')) {
    for (const { record } of chunk) found.set(record.sku, [...(found.get(record.sku) ?? []), record])
  }
  return found
}

/** Of a split order each part has pieces of its own, known by the number of the part; of a merged one every order is meant. */
function demandOf({ orderNo, originalOrderNos, documents }: DeclarationList, sku: string) {
  const [only, ...more] = originalOrderNos
  const isPart = more.length === 0 && only !== undefined && orderNo.startsWith(`${only}-`)
  const lines = (documents.inventory.lines ?? []).filter(
    ({ itemNo = '' }) => itemNo !== '' && sku.startsWith(itemNo),
  )
  return {
    orderNos: isPart ? [orderNo] : [orderNo, ...originalOrderNos],
    quantity: sum(lines.map(({ qty = '0' }) => qty)),
  }
}
