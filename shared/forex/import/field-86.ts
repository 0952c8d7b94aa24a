import { sum } from '../../money/decimal'
import type { Money } from '../../model/forex/common'
import type { Entry, Transaction } from './statement'
import { swiftAmount } from './swift'

/**
 * What a structured `:86:` says of its entry, in the two ways banks structure it: sub-fields `?NN` (German banks; `?20`–`?29`
 * and `?60`–`?63` are lines of 27 with words like `EREF+`, `?32` and `?33` the other party), and code words `/EREF/`,
 * `/ORDP//NAME/`, `/REMI/`. Undefined where the text is free.
 */
export function readDetails(value: string, side: Entry['side']): Transaction | undefined {
  const flat = value.replace(/\n/g, '')
  const told = /^(\d{3})?\?\d\d/.test(flat) ? ofSubFields(flat) : ofCodeWords(flat)
  if (!told) return undefined
  const { parties, ...rest } = told
  const party = parties[side].find((name) => name !== undefined && name !== '')
  const found = { ...rest, [side === 'credit' ? 'payer' : 'payee']: party }
  const known = Object.entries(found).filter(([, one]) => one !== undefined && one !== '')
  return known.length === 0 ? undefined : (Object.fromEntries(known) as Transaction)
}

/** `parties`: names the other side may stand under, the likeliest first. */
type Told = {
  reference?: string | undefined
  text?: string | undefined
  instructed?: Money | undefined
  charges?: Money | undefined
  rate?: string | undefined
  parties: Record<Entry['side'], (string | undefined)[]>
}

const PLACEHOLDER = /^(NONREF|NOTPROVIDED|)$/i
const firstReference = (...references: (string | undefined)[]): string | undefined =>
  references.find((one) => one !== undefined && !PLACEHOLDER.test(one))

/** A line that is full goes on in the next one without a space. */
const FULL = 27
const wrapped = (lines: readonly string[]): string =>
  lines.reduce((text, line, at) => {
    const glued = at === 0 || (lines[at - 1] ?? '').length >= FULL
    return glued ? text + line : `${text.trimEnd()} ${line.trimStart()}`
  }, '')

const PURPOSE = /\b(EREF|KREF|MREF|BREF|RREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+/g

function ofSubFields(flat: string): Told {
  const parts = [...flat.matchAll(/\?(\d\d)([^?]*)/g)].map(([, key = '', text = '']) => ({ key, text }))
  const lines = (keys: RegExp) => wrapped(parts.filter(({ key }) => keys.test(key)).map(({ text }) => text))
  const purpose = lines(/^(2\d|6[0-3])$/)
  const words = new Map<string, string>()
  const marks = [...purpose.matchAll(PURPOSE)]
  marks.forEach(({ 0: mark, 1: word = '', index }, at) => {
    const text = purpose.slice(index + mark.length, marks[at + 1]?.index).trim()
    if (!words.has(word)) words.set(word, text)
  })
  const other = lines(/^3[23]$/).trim()
  return {
    reference: firstReference(words.get('EREF'), words.get('KREF')),
    text: marks.length === 0 ? purpose.trim() : words.get('SVWZ'),
    parties: { credit: [other, words.get('ABWA')], debit: [other, words.get('ABWE')] },
  }
}

const parties = ['ORDP', 'BENM', 'ULTD', 'ULTB', 'ULTC', 'INIT', 'CNTP'] as const
const codes = [
  ...parties,
  'NAME',
  'ADDR',
  'ID',
  'IBAN',
  'BIC',
  'EREF',
  'PREF',
  'KREF',
  'IREF',
  'RREF',
  'SREF',
  'MARF',
  'CSID',
  'TRTP',
  'TRCD',
  'RTRN',
  'PURP',
  'ISDT',
  'REMI',
  'USTD',
  'STRD',
  'OCMT',
  'RCMT',
  'EXCH',
  'CHGS1',
  'CHGS2',
  'CHGS',
  'CHRG',
]
const CODE = new RegExp(`/(${codes.join('|')})(?=/)`, 'g')
/** One of these makes a text structured: the others also stand in free ones. */
const TELLING = /\/(EREF|PREF|SREF|REMI|ORDP|BENM|CNTP|TRTP)\//
const isParty = (code: string): boolean => (parties as readonly string[]).includes(code)

function ofCodeWords(flat: string): Told | undefined {
  if (!TELLING.test(flat)) return undefined
  const values = new Map<string, string[]>()
  let of = ''
  const marks = [...flat.matchAll(CODE)]
  marks.forEach(({ 0: mark, 1: code = '', index }, at) => {
    const end = marks[at + 1]?.index ?? flat.length
    const text = flat
      .slice(Math.min(index + mark.length + 1, end), end)
      .replace(/^\/|\/+$/g, '')
      .trim()
    if (isParty(code)) of = code
    const key = code === 'NAME' ? of : code
    if (text !== '') values.set(key, [...(values.get(key) ?? []), text])
  })
  const first = (key: string) => values.get(key)?.[0]
  // Account, bank, name and town of the other party, a slash apart.
  const other = first('CNTP')?.split('/')[2]
  const monies = ['CHGS', 'CHGS1', 'CHGS2', 'CHRG'].flatMap((key) => moneyOf(first(key)) ?? [])
  const [charge] = monies
  const ofOne = charge && monies.every(({ currency }) => currency === charge.currency)
  return {
    reference: firstReference(...['EREF', 'PREF', 'SREF', 'KREF', 'IREF'].map(first)),
    text: ['REMI', 'USTD', 'STRD'].flatMap((key) => values.get(key) ?? []).join(' '),
    instructed: moneyOf(first('OCMT')),
    ...(ofOne && {
      charges: { currency: charge.currency, amount: sum(monies.map(({ amount }) => amount)) },
    }),
    rate: swiftAmount(first('EXCH') ?? ''),
    parties: {
      credit: [first('ORDP'), other, first(''), first('ULTD')],
      debit: [first('BENM'), other, first(''), first('ULTC')],
    },
  }
}

/** `USD12,5`, with or without a space. */
function moneyOf(text: string | undefined): Money | undefined {
  const [, currency, digits] = /^([A-Z]{3})\s?(\d[\d,.]*)$/.exec(text ?? '') ?? []
  const amount = digits === undefined ? undefined : swiftAmount(digits)
  return currency !== undefined && amount !== undefined ? { currency, amount } : undefined
}
