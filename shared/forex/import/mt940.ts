import type { RowError } from '../../model/import-report'
import { isZero } from '../../money/decimal'
import { daysBetween } from '../../rules/days'
import { readDetails } from './field-86'
import { problem } from './problems'
import { balanceProblems, type BankFile, type Entry, type Statement } from './statement'
import {
  lastDayInstead,
  readSwift,
  realDay,
  swiftAmount,
  swiftDay,
  type Field,
  type SwiftMessage,
} from './swift'

const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d,.]+)$/
/**
 * Value day, entry day, mark, third letter of the currency, amount, kind, references. The letter makes `DR800,` in EUR a
 * debit and not the reversal `RD`. `EC` and `ED` are announced and not booked.
 */
const ENTRY = /^(\d{6})(\d{4})?([RE][CD]|[CD])([A-Z])?([\d,.]+)([A-Z][A-Z0-9 ]{3})?(.*)$/

/** Read MT940 (or MT942) text: every statement with its entries; a line that cannot be read is a problem of its own. */
export function readMt940(text: string): BankFile {
  const problems: RowError[] = []
  const statements = readSwift(text).flatMap((message) => readMessage(message, problems))
  problems.push(...balanceProblems(statements))
  return { format: 'mt940', statements, advices: [], problems }
}

function readMessage({ fields, line }: SwiftMessage, problems: RowError[]): Statement[] {
  const statements: Statement[] = []
  let statement: Statement | undefined
  let reference: string | undefined
  let account = ''
  let number: string | undefined
  let entry: Entry | undefined
  let interim = false
  const opens = fields.some(({ tag }) => /^60[FM]$/.test(tag))
  const closedIn = opens ? undefined : currencyOfClosing(fields)
  for (const field of fields) {
    const { tag, value } = field
    if (tag === '20') reference = value
    else if (tag === '25') account = value.replace(/\s+/g, ' ').trim()
    // The second line names the bank.
    else if (tag === '25P') account = (value.split('\n')[0] ?? '').trim()
    else if (tag === '28' || tag === '28C') number = value
    else if (tag === '60F' || tag === '60M') {
      entry = undefined
      statement = openStatement(field, { reference, account, number }, problems)
      if (statement) statements.push(statement)
    } else if (tag === '34F' && !statement) {
      // MT942 has no balances: the currency stands in the floor limit.
      interim = true
      statement = {
        ...unopened(field.line, value.slice(0, 3), { reference, account, number }),
        told: 'report',
      }
      statements.push(statement)
    } else if (tag === '61') {
      if (!statement && closedIn !== undefined) {
        // Some banks leave the opening balance out: the entries are there all the same.
        problems.push(problem('bank.missing-field', line, ':60F:'))
        statement = unopened(field.line, closedIn, { reference, account, number })
        statements.push(statement)
      }
      entry = statement && readEntry(field, statement.currency, problems)
      if (!statement) problems.push(problem('bank.outside', field.line, ':61:', value))
      else if (entry) (announced(field) ? statement.pending : statement.entries).push(entry)
    } else if (tag === '86') {
      // After a line that could not be read, its text belongs to nobody.
      if (entry) {
        entry.text = [entry.text, readText(value)].filter((part) => part !== '').join(' ')
        const details = readDetails(value, entry.side)
        if (details) entry.transactions = [{ ...details, ...entry.transactions[0] }]
      }
    } else if ((tag === '62F' || tag === '62M') && statement) {
      closeStatement(statement, field, problems)
      entry = undefined
    }
  }
  if (statements.length === 0) problems.push(problem('bank.missing-field', line, ':60F:'))
  for (const one of interim ? [] : statements) {
    if (one.closing === undefined) problems.push(problem('bank.missing-field', one.line, ':62F:'))
  }
  return statements
}

function readBalance(
  field: Field,
  problems: RowError[],
): { day: string; currency: string; amount: string } | undefined {
  const match = BALANCE.exec(field.value.split('\n')[0]?.trim() ?? '')
  const day = match ? swiftDay(match[2] ?? '') : undefined
  const amount = match ? swiftAmount(match[4] ?? '') : undefined
  if (!match || !day || amount === undefined) {
    problems.push(problem('bank.field', field.line, `:${field.tag}:`, field.value))
    return undefined
  }
  return {
    day,
    currency: match[3] ?? '',
    amount: match[1] === 'D' && !isZero(amount) ? `-${amount}` : amount,
  }
}

type Heading = Record<'reference' | 'number', string | undefined> & { account: string }

/** The currency the closing balance names, where it is the only one that says it. */
const currencyOfClosing = (fields: readonly Field[]): string | undefined =>
  fields.flatMap(({ tag, value }) =>
    /^62[FM]$/.test(tag) ? (BALANCE.exec(value.split('\n')[0] ?? '')?.[3] ?? []) : [],
  )[0]

const unopened = (line: number, currency: string, { reference, account, number }: Heading): Statement => ({
  line,
  account,
  currency,
  ...(reference !== undefined && { reference }),
  ...(number !== undefined && { number }),
  entries: [],
  pending: [],
})

function openStatement(field: Field, heading: Heading, problems: RowError[]): Statement | undefined {
  const balance = readBalance(field, problems)
  if (!balance) return undefined
  return {
    ...unopened(field.line, balance.currency, heading),
    openedOn: balance.day,
    opening: balance.amount,
  }
}

function closeStatement(statement: Statement, field: Field, problems: RowError[]): void {
  const balance = readBalance(field, problems)
  if (!balance) return
  statement.closing = balance.amount
  statement.closedOn = balance.day
}

function readEntry(field: Field, currency: string, problems: RowError[]): Entry | undefined {
  const [head = '', ...more] = field.value.split('\n')
  // A line that was broken in the middle is whole again without the break.
  const whole = ENTRY.exec(head.trim())
  const match = whole ?? ENTRY.exec(field.value.replace(/\n/g, ''))
  const instead = match ? lastDayInstead(match[1] ?? '') : undefined
  const valueDate = match ? (swiftDay(match[1] ?? '') ?? instead) : undefined
  const amount = match ? swiftAmount(match[5] ?? '') : undefined
  if (!match || !valueDate || amount === undefined) {
    problems.push(problem('bank.field', field.line, ':61:', field.value))
    return undefined
  }
  if (valueDate === instead && swiftDay(match[1] ?? '') === undefined) {
    problems.push(problem('bank.day', field.line, ':61:', match[1] ?? '', { day: valueDate }))
  }
  const mark = match[3] ?? ''
  const [reference = '', bankReference = ''] = (match[7] ?? '').split('//')
  const bookedOn = match[2] === undefined ? undefined : entryDay(valueDate, match[2])
  return {
    line: field.line,
    side: mark === 'C' || mark === 'EC' || mark === 'RD' ? 'credit' : 'debit',
    reversal: mark.startsWith('R'),
    amount,
    currency,
    valueDate,
    ...(bookedOn !== undefined && { bookedOn }),
    ...(match[6] !== undefined && { code: match[6].trim() }),
    ...(reference.trim() !== '' && { reference: reference.trim() }),
    ...(bankReference.trim() !== '' && { bankReference: bankReference.trim() }),
    text: whole ? more.join(' ').trim() : '',
    transactions: [],
  }
}

/** Mark of an entry that is expected, as MT942 tells of them. */
const announced = ({ value }: Field): boolean => /^\d{6}(\d{4})?E[CD]/.test(value)

/** The year of an entry day is the one that brings it nearest to the value day: 31 December and 2 January are two days. */
function entryDay(valueDate: string, monthDay: string): string | undefined {
  const year = Number(valueDate.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap(
    (one) => realDay(`${one}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`) ?? [],
  )
  const distance = (day: string) => Math.abs(daysBetween(valueDate, day))
  return days.sort((a, b) => distance(a) - distance(b))[0]
}

/** The text of `:86:`; sub-fields `?20`–`?29`, `?60`–`?63` are its remittance lines, names stand in `?32`, `?33`. */
function readText(value: string): string {
  const flat = value.replace(/\n/g, '')
  if (!/^\d{3}\?\d\d/.test(flat)) return value.replace(/\n/g, ' ').replace(/\s+/g, ' ').trim()
  const parts = [...flat.matchAll(/\?(\d\d)([^?]*)/g)].map(([, key = '', text = '']) => ({ key, text }))
  return parts
    .filter(({ key }) => /^(00|2\d|3[23]|6[0-3])$/.test(key))
    .map(({ text }) => text.trim())
    .join(' ')
    .trim()
}
