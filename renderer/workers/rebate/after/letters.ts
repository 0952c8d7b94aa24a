import { released, letterNow, type LetterLine, type RebateLetter } from '#shared/rebate/life/letters'
import { isClaimed } from '#shared/rebate/life/states'
import type { LineEvent, LineFact, LineState } from '#shared/rebate/life/states'
import { claimKey } from '#shared/rebate/keys'
import { movedLine, stateOfLine } from '#shared/rebate/book/life'
import { DataRefusal } from '../../../data/errors/refusal'
import type * as Port from '../../../data/port'
import { command } from '../../../data/write/command'
import type { Draft } from '../../../data/write/draft'
import { refusalOf } from '../../declaration/parts-queue'
import { refundsOf } from '../life'
import { numberOfBatch } from '../views'
import { lineTaxes } from './line-taxes'
import type { Line, RebateStore } from '../store'

const stateNow = (store: RebateStore, { record }: Line): LineState =>
  stateOfLine(record, store.held.rebateBatches.get(record.batch)?.record.checkedAt)

/** Lines that an invoice was claimed for, by their links. */
const keysOfInvoice = (store: RebateStore, number: string): string[] => [
  ...new Set(
    [...store.linksOfPurchase]
      .filter(([key]) => key.slice(0, key.lastIndexOf('#')) === number)
      .flatMap(([, links]) =>
        links.flatMap(({ record }) => record.exports.map((row) => claimKey(row.declarationNo, row.item))),
      ),
  ),
]

/** Suppliers of the invoices that lines rest on which the tax office has. */
export function letterSuppliers(store: RebateStore): Port.LetterSupplier[] {
  const suppliers = new Map<string, Port.LetterSupplier>()
  const numbers = new Set([...store.linksOfPurchase.keys()].map((key) => key.slice(0, key.lastIndexOf('#'))))
  for (const number of [...numbers].sort()) {
    const invoice = store.invoices.get(number)?.invoice
    const keys = keysOfInvoice(store, number).filter((key) => {
      const line = store.lineOf.get(key)
      const state = line && stateNow(store, line)
      return state !== undefined && (isClaimed(state) || state === 'questioned')
    })
    if (!invoice || keys.length === 0) continue
    const { sellerTaxNo, sellerName } = invoice
    const known = suppliers.get(sellerTaxNo) ?? { sellerTaxNo, sellerName, invoices: [] }
    suppliers.set(sellerTaxNo, { ...known, invoices: [...known.invoices, { number, keys }] })
  }
  return [...suppliers.values()].sort((a, b) => (a.sellerName < b.sellerName ? -1 : 1))
}

/** 报关单 with lines the office has: what a letter names where no 关联号 leads from an invoice to a line. */
export function letterDeclarations(store: RebateStore): Port.LetterDeclaration[] {
  const found = new Map<string, Port.LetterDeclaration>()
  for (const [key, line] of store.lineOf) {
    const state = stateNow(store, line)
    if (!isClaimed(state) && state !== 'questioned') continue
    const { no } = line.record
    const batch = store.held.rebateBatches.get(line.record.batch)
    const linkless = batch?.record.kind === 'manufacturer'
    const known = found.get(no) ?? { no, batchNo: batch ? numberOfBatch(batch) : '', linkless, keys: [] }
    found.set(no, { ...known, keys: [...known.keys, key] })
  }
  return [...found.values()].sort((a, b) => Number(b.linkless) - Number(a.linkless) || (a.no < b.no ? -1 : 1))
}

function linesOfLetter(store: RebateStore, { keys }: RebateLetter): LetterLine[] {
  return keys.flatMap((key) => {
    const line = store.lineOf.get(key)
    if (!line) return []
    const { refund, batch } = line.record
    const expected = refund ?? (batch === '' ? undefined : expectedOf(store, batch, key)) ?? '0'
    return [{ key, state: stateNow(store, line), refund: expected }]
  })
}

/** Refund of a line by the newest run; of a 生产企业, whose refund is of a period, the 免抵退税额 of the line. */
const expectedOf = (store: RebateStore, batch: string, key: string): string | undefined =>
  refundsOf(store, batch).get(key) ?? lineTaxes(store, batch).get(key)

export const letters = (store: RebateStore, asOf: string): Port.RebateLetterRow[] =>
  [...store.held.rebateLetters.values()]
    .map(({ id, record }) => {
      const lines = linesOfLetter(store, record)
      return { ...record, id, lines, ...letterNow(record, lines, asOf) }
    })
    .sort((a, b) => (a.sentOn < b.sentOn ? 1 : a.sentOn > b.sentOn ? -1 : a.id < b.id ? -1 : 1))

async function move(
  store: RebateStore,
  draft: Draft,
  line: Line,
  event: LineEvent,
  fact: Omit<LineFact, 'event' | 'by'>,
): Promise<void> {
  const found = await draft.get('rebateLines', line.id)
  const checkedAt = store.held.rebateBatches.get(line.record.batch)?.record.checkedAt
  const at = store.book.context.now()
  const next = found && movedLine(found.record, checkedAt, { ...fact, event, by: store.who }, at)
  if (next) await draft.put('rebateLines', next)
}

const aboutNothing = {
  text: { zh: '函调没有发票号码，也没有报关单号', en: 'The letter names neither invoice nor declaration' },
  fix: {
    zh: '外贸企业选进项发票，生产企业选报关单',
    en: 'Pick invoices of a trading company, declarations of a manufacturer',
  },
}
const notClaimed = (numbers: readonly string[]) => ({
  text: {
    zh: `没有已申报的行用到报关单 ${numbers.join('、')}`,
    en: `No claimed line is of declaration ${numbers.join(', ')}`,
  },
  fix: { zh: '核对报关单号，或先记录正式申报', en: 'Check the number, or note the claim first' },
})

/** A letter and what it holds stand or fall together. */
export async function sendLetter(
  store: RebateStore,
  letter: Parameters<Port.RebateAfterPort['sendRebateLetter']>[0],
  why: string,
): Promise<{ held: number; left: { key: string; state: LineState }[] }> {
  const { invoices, declarations = [] } = letter
  if (invoices.length + declarations.length === 0) throw refusalOf({ code: 'letter-empty', ...aboutNothing })
  const open = new Map(letterDeclarations(store).map(({ no, keys }) => [no, keys]))
  const unknown = declarations.filter((no) => !open.has(no))
  if (unknown.length > 0) throw refusalOf({ code: 'letter-declaration', ...notClaimed(unknown) })
  const keys = [
    ...new Set([
      ...invoices.flatMap((number) => keysOfInvoice(store, number)),
      ...declarations.flatMap((no) => open.get(no)!),
    ]),
  ].sort()
  const left: { key: string; state: LineState }[] = []
  const held: Line[] = []
  const about: string[] = []
  for (const key of keys) {
    const line = store.lineOf.get(key)
    if (!line) continue
    const state = stateNow(store, line)
    if (state === 'letter') about.push(key)
    else if (movedLine(line.record, undefined, { event: 'holdForLetter', on: letter.sentOn, by: '' }, '')) {
      about.push(key)
      held.push(line)
    } else left.push({ key, state })
  }
  const text = [letter.number, letter.sellerName, letter.note].filter(Boolean).join(' ')
  await command(store.book.context, 'rebate.letter', store.who, why, async (draft) => {
    await draft.put('rebateLetters', { ...letter, keys: about })
    for (const line of held) await move(store, draft, line, 'holdForLetter', { on: letter.sentOn, text })
  })
  return { held: held.length, left }
}

const tooEarly = {
  text: { zh: '回函日期早于发函日期', en: 'The answer is dated before the letter' },
  fix: { zh: '核对日期', en: 'Check the day' },
}

export async function answerLetter(
  store: RebateStore,
  id: string,
  { on, outcome, note }: Parameters<Port.RebateAfterPort['answerRebateLetter']>[1],
  why: string,
): Promise<{ released: number }> {
  const found = store.held.rebateLetters.get(id)
  if (!found) throw new DataRefusal('missing', { table: 'rebateLetters', id })
  if (on < found.record.sentOn) throw refusalOf({ code: 'letter-day', ...tooEarly })
  const others = [...store.held.rebateLetters.values()].filter((one) => one.id !== id)
  const free = released(
    found.record,
    outcome,
    others.map(({ record }) => record),
  )
  const lines = free.flatMap((key) => store.lineOf.get(key) ?? [])
  const going = lines.filter((line) => stateNow(store, line) === 'letter')
  await command(store.book.context, 'rebate.letter', store.who, why, async (draft) => {
    const now = await draft.get('rebateLetters', id)
    if (!now) throw new DataRefusal('missing', { table: 'rebateLetters', id })
    const told = [now.record.note, note].filter(Boolean).join('; ')
    await draft.put('rebateLetters', { ...now.record, answeredOn: on, outcome, note: told }, id)
    for (const line of going) await move(store, draft, line, 'letterAnswered', { on, text: note || why })
  })
  return { released: going.length }
}
