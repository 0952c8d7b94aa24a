import { authorityFields } from './fields/authority'
import type { Descriptor } from './fields/descriptor'
import { exchangeFields } from './fields/exchange'
import { goodsFields } from './fields/goods'
import { partyFields } from './fields/party'
import { submissionFields } from './fields/submission'
import { transportFields } from './fields/transport'
import type { Field, Part, ValueType } from './table'

const descriptors: Readonly<Record<string, Descriptor>> = {
  ...submissionFields,
  ...partyFields,
  ...goodsFields,
  ...transportFields,
  ...authorityFields,
  ...exchangeFields,
}

/** What a table says of a field beyond its type: how the printed edition differs, and what is special here. */
export type Special = Partial<
  Pick<Field, 'values' | 'besides' | 'codes' | 'identifier' | 'default' | 'cdata'>
> & {
  printed?: string
  printedRequired?: boolean
  spelling?: string
  notPrinted?: true
  meaning?: readonly [zh: string, en: string]
  en?: string
}

/** Element, Chinese label, type as the schema has it, required there, what is special. */
export type Row = readonly [name: string, zh: string, type: string, required: 'Y' | 'n', special?: Special]

/** Reads `C36`, `C3..4`, `C..60`, `C`, `N19,5`, `N9`. */
export function valueType(text: string): ValueType {
  const parsed = /^(C|N)(?:(\d+)?(\.\.)?(\d+)?(?:,(\d+))?)$/.exec(text)
  if (!parsed) throw new Error(`unknown type ${text}`)
  const [, letter, first, range, last, places] = parsed
  if (letter === 'N') {
    const digits = Number(first)
    return places ? { kind: 'decimal', digits, places: Number(places) } : { kind: 'whole', digits }
  }
  if (range) return { kind: 'text', min: Number(first ?? 0), max: Number(last) }
  return first
    ? { kind: 'text', min: Number(first), max: Number(first) }
    : { kind: 'text', min: 0, max: Infinity }
}

function field([name, zh, type, required, special = {}]: Row): Field {
  const about = descriptors[name]
  if (!about) throw new Error(`no description of element ${name}`)
  const { en, meaning, ...common } = about
  const { printed, printedRequired, spelling, notPrinted, meaning: here, en: label, ...override } = special
  const [meaningZh, meaningEn] = here ?? meaning
  const made: Field = {
    name,
    label: { zh, en: label ?? en },
    type: valueType(type),
    required: required === 'Y',
    meaning: { zh: meaningZh, en: meaningEn },
    ...common,
    ...override,
  }
  if (printed || printedRequired !== undefined || spelling || notPrinted) {
    made.printed = { spelling, required: printedRequired, absent: notPrinted }
    if (printed) made.printed.type = valueType(printed)
  }
  return made
}

/** A head or line from its rows, in the order of the schema. */
export function part(element: string, rows: readonly Row[]): Part {
  const fields = rows.map(field)
  return { element, fields, byName: new Map(fields.map((one) => [one.name, one])) }
}
