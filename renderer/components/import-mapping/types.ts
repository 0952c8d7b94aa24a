import type { Text } from '#shared/model/text'

/** A field of the record that columns are mapped to. */
export type MappingField = { key: string; title: Text; required: boolean; hint?: Text }
/** A column of the file with its first values, as they stand. */
export type MappingColumn = { name: string; samples: readonly string[] }
/** Field key → column name, as `MAP.json` keeps it. */
export type Mapping = Readonly<Record<string, string>>

/** One line of one order's arithmetic: `3 × 2.55 = 7.65`, `− 折扣 1.00`, and what it adds up to beside the file's total. */
export type ArithmeticLine = { label: Text; formula?: string; value: string }
export type Arithmetic = {
  orderNo: string
  currency?: string
  lines: readonly ArithmeticLine[]
  computed: string
  stated?: string
  agrees: boolean
}

/** Questions the file does not answer (currency, time zone, delivery country …). */
export type MappingQuestion = {
  key: string
  title: Text
  why: Text
  options?: readonly { value: string; label: Text }[]
  value: string
}

export type ImportMappingProps = {
  fileName: string
  encoding: string
  profile: Text
  columns: readonly MappingColumn[]
  fields: readonly MappingField[]
  mapping: Mapping
  onMap: (mapping: Mapping) => void
  questions?: readonly MappingQuestion[]
  onAnswer?: (key: string, value: string) => void
  arithmetic?: Arithmetic
  /** What the mapping still lacks; the import button of the room stays off while there is any. */
  faults?: readonly Text[]
}
