import type { RowError } from '../../model/import-report'
import type { Money } from '../../model/forex/common'
import { problem } from './problems'
import type { Advice, BankFile } from './statement'
import { first, readSwift, swiftAmount, swiftDay, type Field, type SwiftMessage } from './swift'

const UETR = /\{121:([0-9a-fA-F-]{36})\}/
const SETTLED = /^(\d{6})([A-Z]{3})([\d,]+)$/
const MONEY = /^([A-Z]{3})([\d,]+)$/

/** Read MT103 credit advices, one or many in a file. An advice without 20, 32A or 71A is a problem and is left out. */
export function readMt103(text: string): BankFile {
  const problems: RowError[] = []
  const advices = readSwift(text).flatMap((message) => readAdvice(message, problems) ?? [])
  return { format: 'mt103', statements: [], advices, problems }
}

function readAdvice(message: SwiftMessage, problems: RowError[]): Advice | undefined {
  const [reference, settled, bearer] = [first(message, '20'), first(message, '32A'), first(message, '71A')]
  for (const [tag, field] of [
    [':20:', reference],
    [':32A:', settled],
    [':71A:', bearer],
  ] as const) {
    if (!field) problems.push(problem('bank.missing-field', message.line, tag))
  }
  if (!reference || !settled || !bearer) return undefined
  const match = SETTLED.exec(settled.value.trim())
  const valueDate = match ? swiftDay(match[1] ?? '') : undefined
  const amount = match ? swiftAmount(match[3] ?? '') : undefined
  if (!match || !valueDate || amount === undefined) {
    problems.push(problem('bank.field', settled.line, ':32A:', settled.value))
    return undefined
  }
  const who = bearer.value.trim()
  if (who !== 'OUR' && who !== 'SHA' && who !== 'BEN') {
    problems.push(problem('bank.field', bearer.line, ':71A:', bearer.value))
    return undefined
  }
  const monies = (tag: string): Money[] =>
    message.fields.filter((field) => field.tag === tag).flatMap((field) => readMoney(field, problems) ?? [])
  const [instructed] = monies('33B')
  const uetr = UETR.exec(message.headers)?.[1]
  const rate = first(message, '36')
  const exchange = rate && swiftAmount(rate.value.trim())
  const payer = party(first(message, '50A', '50F', '50K'))
  const payee = party(first(message, '59', '59A', '59F'))
  return {
    line: message.line,
    reference: reference.value.trim(),
    valueDate,
    currency: match[2] ?? '',
    amount,
    bearer: who,
    ...(instructed && { instructed }),
    ...(exchange !== undefined && { rate: exchange }),
    senderCharges: monies('71F'),
    receiverCharges: monies('71G'),
    ...(uetr !== undefined && { uetr }),
    ...(payer.name !== '' && { payer: payer.name }),
    ...(payer.account !== undefined && { payerAccount: payer.account }),
    ...(payer.country !== undefined && { payerCountry: payer.country }),
    ...(payee.name !== '' && { payee: payee.name }),
    ...(payee.account !== undefined && { payeeAccount: payee.account }),
    text: (first(message, '70')?.value ?? '').replace(/\n/g, ''),
  }
}

function readMoney(field: Field, problems: RowError[]): Money | undefined {
  const match = MONEY.exec(field.value.trim())
  const amount = match ? swiftAmount(match[2] ?? '') : undefined
  if (!match || amount === undefined) {
    problems.push(problem('bank.field', field.line, `:${field.tag}:`, field.value))
    return undefined
  }
  return { currency: match[1] ?? '', amount }
}

/** Account and name of a party; the structured form (50F, 59F) numbers its lines: 1 name, 3 country and town. */
function party(field: Field | undefined): { name: string; account?: string; country?: string } {
  const lines = (field?.value ?? '').split('\n')
  const account = lines[0]?.startsWith('/') ? lines[0].slice(1).trim() : undefined
  const rest = account === undefined ? lines : lines.slice(1)
  const structured = rest.some((line) => /^\d\//.test(line))
  const numbered = (key: string) =>
    rest.filter((line) => line.startsWith(`${key}/`)).map((line) => line.slice(2))
  const country = structured ? /^([A-Z]{2})(\/|$)/.exec(numbered('3')[0] ?? '')?.[1] : undefined
  return {
    name: (structured ? numbered('1').join(' ') : (rest[0] ?? '')).trim(),
    ...(account !== undefined && { account }),
    ...(country !== undefined && { country }),
  }
}
