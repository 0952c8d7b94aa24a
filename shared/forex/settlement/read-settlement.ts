import { readInstant } from '../../table/clean/instant'
import { DataRows } from '../../import/data-rows'
import type { ImportOptions, QuestionId } from '../../import/profile'
import type { Mapping } from '../../table/mapping'
import { genericProfile } from '../../import/profiles/index'
import { noFindings } from '../../import/read-cell'
import { RowReader, type RowValues } from '../../import/read-row'
import type { RawRow } from '../../table/rows'
import { Survey } from '../../import/survey'
import type { RowError } from '../../model/import-report'
import { abs, add, cmp, isZero, neg, normalize, sub } from '../../money/decimal'
import { settlementFields } from './fields'
import type { Layout, RowMarker } from './layouts'
import type { SettlementRow } from './line'
import { settlementProblem } from './problems'
import { recognise, type Recognition } from './recognise'
import { newerTemplate } from './template'

/** What a settlement states of itself. */
export type StatedTotal = {
  row: number
  settlementId: string
  total: string
  currency: string
  paidOn: string
}

/** A file as read. Refused rows are problems with their line; everything else is there. */
export type SettlementFile = {
  layout: Pick<Layout, 'id' | 'level' | 'title' | 'evidence'>
  header: string[]
  mapping: Mapping
  rows: SettlementRow[]
  totals: StatedTotal[]
  /** Rows that were not taken, with every reason. */
  refused: RowError[]
  /** Said of rows that were taken. */
  remarks: RowError[]
  /** What the file does not say; answers go into the options. */
  questions: QuestionId[]
}

export type SettlementOptions = Pick<
  ImportOptions,
  'currency' | 'timezone' | 'shop' | 'dateOrder' | 'decimal'
> & {
  /** The account of a ledger that does not name it. */
  account?: string
}

export type SettlementReading = SettlementFile | { unreadable: RowError; header: string[] }

/**
 * Rows of a table → rows of a settlement. The header is looked for; `map` (field → column, as remembered for a header)
 * goes before every layout.
 */
export function readSettlement(
  rows: readonly RawRow[],
  options: SettlementOptions = {},
  map?: Mapping,
): SettlementReading {
  const newer = newerTemplate(rows)
  if (newer) return { unreadable: newer, header: [] }
  const found = recognise(rows, map)
  if ('problem' in found) return { unreadable: found.problem, header: found.header }
  return new Reading(found, options).run(rows.filter(({ row }) => row > found.headerRow))
}

/** Words of a direction that mean: left the account. */
const OUTWARD = /^(借|借方|支|支出|付|付款|出|出账|转出|d|dr|debit|out)$/i

const matches = (text: string, pattern: string): boolean => new RegExp(pattern, 'i').test(text)

class Reading {
  readonly #file: SettlementFile
  readonly #patterns = new Map<string, boolean>()
  #dateOrder: ImportOptions['dateOrder']

  constructor(
    readonly found: Recognition,
    readonly options: SettlementOptions,
  ) {
    const { layout, header, binding } = found
    const { id, level, title, evidence } = layout
    this.#file = {
      layout: { id, level, title, evidence },
      header,
      mapping: binding.mapping,
      rows: [],
      totals: [],
      refused: [],
      remarks: [],
      questions: [],
    }
  }

  run(all: readonly RawRow[]): SettlementFile {
    const { layout, binding, header } = this.found
    const table = { header, binding, profile: genericProfile('payments') }
    const data = new DataRows(table)
    const rows = all.filter((row) => data.isRecord(row))
    const survey = new Survey(binding)
    for (const row of rows) survey.add(row)
    const verdict = survey.verdict()
    this.#dateOrder = this.options.dateOrder ?? verdict.dateOrder
    const reader = new RowReader(
      binding,
      {
        decimal: this.options.decimal ?? verdict.decimal,
        cutIds: verdict.cutIds,
        dateOrder: this.#dateOrder,
        timezone: layout.timezone ?? this.options.timezone,
      },
      header.length,
    )
    const read = rows.flatMap((row) => {
      const findings = noFindings(row.row)
      const values = reader.read(row, findings)
      this.#file.refused.push(...findings.errors)
      return findings.errors.length > 0 ? [] : [{ row: row.row, values }]
    })
    const stated = new Map<string, { currency: string; paidOn: string }>()
    for (const { row, values } of read) this.#total(row, values, stated)
    for (const { row, values } of read) this.#line(row, values, stated)
    const { questions } = this.#file
    if (verdict.dateOrderOpen && !this.options.dateOrder) questions.push('dateOrder')
    if (verdict.decimalOpen && !this.options.decimal) questions.push('decimal')
    if (reader.zoneOpen && !this.options.timezone) questions.push('timezone')
    if (this.#file.refused.some(({ rule }) => rule === 'settlement.no-currency')) questions.push('currency')
    return this.#file
  }

  #get(values: RowValues, field: string): string {
    const position = this.found.binding.index.get(field)
    return position === undefined ? '' : (values.values[position] ?? '')
  }

  #currency(values: RowValues, stated?: { currency: string }): string {
    return (
      this.#get(values, 'currency') ||
      values.marks?.currency ||
      stated?.currency ||
      (this.options.currency ?? '')
    )
  }

  /** What a row states of its settlement; lines without a currency take it from here. */
  #total(row: number, values: RowValues, stated: Map<string, { currency: string; paidOn: string }>): void {
    const total = this.#get(values, 'total')
    const settlementId = this.#get(values, 'settlementId')
    if (this.found.layout.level !== 'platform' || settlementId === '') return
    const before = stated.get(settlementId)
    const written = this.#get(values, 'paidOn')
    const paidOn = written === '' ? (before?.paidOn ?? '') : this.#dayOf(written)
    const currency = before?.currency || this.#get(values, 'currency')
    stated.set(settlementId, { currency, paidOn })
    if (total === '') return
    this.#file.totals.push({
      row,
      settlementId,
      total: normalize(total),
      currency: this.#currency(values, { currency }),
      paidOn,
    })
  }

  #dayOf(text: string): string {
    const zone = this.found.layout.timezone ?? this.options.timezone
    const reading = readInstant(text, this.#dateOrder, zone)
    return 'instant' in reading ? reading.businessDay : dayAsWritten(text, this.#dateOrder)
  }

  #line(
    row: number,
    values: RowValues,
    stated: ReadonlyMap<string, { currency: string; paidOn: string }>,
  ): void {
    const get = (field: string) => this.#get(values, field)
    const { level, headRow } = this.found.layout
    const money = ['amount', 'paidOut', 'net'].map(get)
    const empty = money.every((one) => one === '' || isZero(one))
    // A sum over empty columns reads as zero, so a row that only states its total has no other sign.
    if (headRow && get('total') !== '' && empty) return
    const settlementId = get('settlementId')
    const own = stated.get(settlementId)
    const currency = this.#currency(values, own)
    const place = settlementFields['happenedAt']?.label.zh ?? ''
    const day = values.time?.businessDay ?? dayAsWritten(values.time?.text ?? '', this.#dateOrder)
    const faults: RowError[] = []
    if (currency === '') faults.push(settlementProblem('settlement.no-currency', row))
    if (level === 'platform' && settlementId === '')
      faults.push(settlementProblem('settlement.no-settlement', row))
    if (level === 'institution' && day === '') faults.push(settlementProblem('settlement.no-day', row, place))
    if (faults.length > 0) {
      this.#file.refused.push(...faults)
      return
    }
    const { amount, fee, net } = this.#amounts(row, values)
    const words = [get('type'), get('detail')].filter((one) => one !== '').join(' ')
    const marker = this.#marker(values, words, net)
    const { kind = 'other', cost } = marker ?? {}
    this.#file.rows.push({
      row,
      kind,
      ...(cost !== undefined && { cost }),
      settlementId,
      account: get('account') || (this.options.account ?? ''),
      shop: get('shop') || (this.options.shop ?? ''),
      currency,
      day: day || own?.paidOn || '',
      ...(values.time?.instant !== undefined && { at: values.time.instant }),
      amount,
      fee,
      net,
      ...(get('balance') !== '' && { balance: normalize(get('balance')) }),
      ...(get('orderNo') !== '' && { orderNo: get('orderNo') }),
      ...(get('lineNo') !== '' && { lineNo: get('lineNo') }),
      ...(get('refersTo') !== '' && { refersTo: get('refersTo') }),
      ...(get('payer') !== '' && { payer: get('payer') }),
      words,
    })
  }

  /** Gross, fee (negative: taken) and net of a row; the net of the file goes before what its parts make. */
  #amounts(row: number, values: RowValues): { amount: string; fee: string; net: string } {
    const [given, paidOut, charged, stated] = ['amount', 'paidOut', 'fee', 'net'].map((field) =>
      this.#get(values, field),
    ) as [string, string, string, string]
    const gross = given || (charged === '' ? stated : '') || '0'
    // Where a column says in or out, amounts come without their sign.
    const outward = OUTWARD.test(this.#get(values, 'side'))
    const amount = sub(outward ? neg(abs(gross)) : gross, abs(paidOut || '0'))
    const written = charged || '0'
    const fee = this.found.layout.feeSign === 'added' ? written : neg(written)
    if (stated === '') return { amount, fee: normalize(fee), net: add(amount, fee) }
    const net = normalize(stated)
    if (given === '' && paidOut === '') return { amount: sub(net, fee), fee: normalize(fee), net }
    if (cmp(add(amount, fee), net) !== 0) {
      const label = settlementFields['net']?.label.zh ?? ''
      this.#file.remarks.push(
        settlementProblem('settlement.net', row, label, net, { amount, fee: normalize(written) }),
      )
    }
    return { amount, fee: sub(net, amount), net }
  }

  #marker(values: RowValues, words: string, net: string): RowMarker | undefined {
    const texts = {
      type: this.#get(values, 'type'),
      detail: this.#get(values, 'detail'),
      status: this.#get(values, 'status'),
      effect: this.#get(values, 'effect'),
      words,
    }
    const sign = cmp(net, '0')
    return this.found.layout.markers.find((marker) => {
      if (marker.sign === 'negative' && sign >= 0) return false
      if (marker.sign === 'positive' && sign < 0) return false
      return this.#matches(texts[marker.in], marker.pattern)
    })
  }

  /** Types of rows are few and rows many. */
  #matches(text: string, pattern: string): boolean {
    const key = `${pattern}\u001f${text}`
    const known = this.#patterns.get(key)
    if (known !== undefined) return known
    const answer = matches(text, pattern)
    if (this.#patterns.size < 50_000) this.#patterns.set(key, answer)
    return answer
  }
}

/** The calendar day a text names, whatever its zone; '' where it names none. */
function dayAsWritten(text: string, order: 'dmy' | 'mdy' | undefined): string {
  const reading = readInstant(text, order, 'Asia/Shanghai')
  return 'instant' in reading ? reading.instant.slice(0, 10) : ''
}
