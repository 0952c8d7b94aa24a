import { addDays, nextMonth } from '../../rules/days'

/** SWIFT text: messages in blocks or bare, fields that begin with `:tag:` at the start of a line. */

export type Field = { tag: string; value: string; line: number }
export type SwiftMessage = { line: number; headers: string; fields: Field[] }

/** Tags of statements and advices; a time that was wrapped to the start of a line (`:26:37 …`) is text. */
const TAG = /^:((?:1[123]|2[01345678]|3[1-7]|5\d|6[0-5]|7[0-9]|86|9[0-9])[A-Z]?|NS):(.*)$/
const NEVER_BARE: ReadonlySet<string> = new Set([
  '13',
  '23',
  '24',
  '26',
  '27',
  '32',
  '33',
  '34',
  '50',
  '51',
  '52',
  '53',
  '54',
  '55',
  '56',
  '57',
  '58',
  '60',
  '62',
  '71',
  '77',
  '90',
])
/** What ends a message: `-}`, a dash alone or with three letters, or the `$` between messages of an .rje file. */
const END = /^(-|-\}.*|-[A-Z]{3}|\$)$/

/**
 * Split a file into messages and their fields. Lines before the first field (bank headers, blocks 1–3) are kept as
 * headers, because block 3 carries the UETR. Bare files have no end marks; their statements are told apart by `:20:`.
 */
export function readSwift(text: string): SwiftMessage[] {
  const messages: SwiftMessage[] = []
  let current: SwiftMessage | undefined
  let headers = ''
  const close = () => {
    if (current && current.fields.length > 0) messages.push(current)
    current = undefined
  }
  text.split(/\r\n|\r|\n/).forEach((raw, at) => {
    const line = at + 1
    // A block header may share its line with the first field of block 4.
    const opened = /^(.*\{4:)(.*)$/.exec(raw)
    if (opened) {
      close()
      headers += opened[1] ?? ''
    }
    const rest = opened ? (opened[2] ?? '') : raw
    const field = TAG.exec(rest)
    if (field && !NEVER_BARE.has(field[1] ?? '')) {
      const [, tag = '', value = ''] = field
      if (tag === '20' && current?.fields.some((one) => one.tag === '20')) close()
      if (!current) {
        current = { line, headers, fields: [] }
        headers = ''
      }
      current.fields.push({ tag, value: value.trimEnd(), line })
      return
    }
    if (END.test(rest)) {
      close()
      headers = ''
      return
    }
    const last = current?.fields.at(-1)
    if (last && rest !== '') last.value += `\n${rest.trimEnd()}`
    else if (!current && !opened) headers += rest
  })
  close()
  return messages
}

export const first = ({ fields }: SwiftMessage, ...tags: readonly string[]): Field | undefined =>
  fields.find(({ tag }) => tags.includes(tag))

/**
 * `1814,28` → `1814.28`; undefined where it is no amount. The comma may begin or end the number; banks outside the network
 * write a point for it.
 */
export function swiftAmount(text: string): string | undefined {
  if (!/^\d*[,.]?\d*$/.test(text) || !/\d/.test(text)) return undefined
  const [whole = '', decimals = ''] = text.split(/[,.]/)
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return decimals === '' ? digits : `${digits}.${decimals}`
}

const century = (text: string): string => `${Number(text.slice(0, 2)) < 80 ? 20 : 19}${text.slice(0, 2)}`

/** YYMMDD → day; undefined where there is no such day. */
export const swiftDay = (text: string): string | undefined =>
  realDay(`${century(text)}-${text.slice(2, 4)}-${text.slice(4, 6)}`)

/** A 29th, 30th or 31st that the month does not have, as banks with months of 30 days write it → the last day of the month. */
export function lastDayInstead(text: string): string | undefined {
  const first = realDay(`${century(text)}-${text.slice(2, 4)}-01`)
  const day = Number(text.slice(4, 6))
  return first !== undefined && day > 28 && day <= 31 ? addDays(nextMonth(first), -1) : undefined
}

/** The day itself, if the calendar has it. */
export function realDay(day: string): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) return undefined
  return new Date(time).toISOString().slice(0, 10) === day ? day : undefined
}
