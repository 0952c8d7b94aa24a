import type { BoundField } from './bound-field'
import type { FieldDef, FieldTable, Profile } from './profile'
import type { Mapping, ColumnSource } from '../table/mapping'
import { currencyInHeader } from '../table/clean/currency'
import { fieldTables } from './fields/index'
import { indexHeader, type HeaderIndex } from './header'
import { readConstant } from './read-cell'

export type Binding = {
  fields: BoundField[]
  /** Field → position in `fields`. */
  index: ReadonlyMap<string, number>
  mapping: Mapping
}

/** Every name under which files carry a field, the best first. */
export function namesOf(field: string, { label, synonyms }: FieldDef): string[] {
  return [label.zh, label.en, field, ...synonyms]
}

function bindSource(
  field: string,
  def: FieldDef,
  source: ColumnSource,
  find: HeaderIndex,
  header: readonly string[],
) {
  const bound = (
    columns: number[],
    combine: BoundField['combine'],
    constant = '',
    glue = ' ',
  ): BoundField => ({
    field,
    def,
    header: columns.length > 0 ? columns.map((column) => header[column]).join(' + ') : def.label.zh,
    columns,
    combine,
    constant,
    glue,
  })
  if (typeof source === 'string') {
    const column = find(source)
    return column === undefined ? undefined : bound([column], 'one')
  }
  if ('constant' in source) {
    const constant = readConstant(def, source.constant)
    return constant === '' ? undefined : bound([], 'constant', constant)
  }
  const names = 'join' in source ? source.join : source.sum
  const columns = names.map(find).filter((column) => column !== undefined)
  if (columns.length === 0) return undefined
  return 'join' in source ? bound(columns, 'join', '', source.by ?? ' ') : bound(columns, 'sum')
}

/**
 * A value of MAP.json: a column, `A+B` for two (amounts are added, the parts of a number joined with `-`, texts with a
 * blank), `=text` for a value that is the same everywhere.
 */
function mapSource(def: FieldDef, text: string, find: HeaderIndex): ColumnSource {
  if (find(text) !== undefined) return text
  if (text.startsWith('=')) return { constant: text.slice(1) }
  const parts = text.split('+').map((part) => part.trim())
  if (parts.length < 2 || parts.some((part) => find(part) === undefined)) return text
  if (def.type === 'decimal') return { sum: parts }
  return { join: parts, by: def.type === 'id' || def.type === 'code' ? '-' : ' ' }
}

function savedSource(bound: BoundField, header: readonly string[]): ColumnSource {
  const names = bound.columns.map((column) => header[column] ?? '')
  if (bound.combine === 'constant') return `=${bound.constant}`
  if (bound.combine === 'join') return { join: names, by: bound.glue }
  return bound.combine === 'sum' ? { sum: names } : (names[0] ?? '')
}

/** The currency that the headers of all bound amounts name, where no column does. */
function statedCurrency(table: FieldTable, fields: readonly BoundField[]): BoundField[] {
  const def = table['currency']
  if (!def || fields.some(({ field }) => field === 'currency')) return []
  const stated = fields.flatMap(({ def: { money }, header }) => (money && currencyInHeader(header)) || [])
  const [constant] = stated
  if (constant === undefined || stated.some((other) => other !== constant)) return []
  return [
    { field: 'currency', def, header: def.label.zh, columns: [], combine: 'constant', constant, glue: '' },
  ]
}

function finish(table: FieldTable, bound: BoundField[], header: readonly string[]): Binding {
  const fields = [...bound, ...statedCurrency(table, bound)]
  return {
    fields,
    index: new Map(fields.map((each, position) => [each.field, position])),
    mapping: Object.fromEntries(fields.map((each) => [each.field, savedSource(each, header)])),
  }
}

/** The binding with one field bound otherwise. */
export function rebound(table: FieldTable, binding: Binding, bound: BoundField, header: readonly string[]) {
  const fields = binding.fields.map((each) => (each.field === bound.field ? bound : each))
  return finish(table, fields, header)
}

/** Bind exactly what a mapping says. `absent` lists mapped columns that the file does not have. */
export function bindMapping(table: FieldTable, mapping: Mapping, header: readonly string[]) {
  const find = indexHeader(header)
  const fields: BoundField[] = []
  const absent: { field: string; column: string }[] = []
  for (const [field, value] of Object.entries(mapping)) {
    const def = table[field]
    if (!def) {
      absent.push({ field, column: '' })
      continue
    }
    const source = typeof value === 'string' ? mapSource(def, value, find) : value
    const bound = bindSource(field, def, source, find, header)
    if (bound) fields.push(bound)
    else absent.push({ field, column: typeof value === 'string' ? value : JSON.stringify(value) })
  }
  return { binding: finish(table, fields, header), absent }
}

/** Bind a profile's columns and, for an open profile, what is left by the synonyms of the kind's fields. */
export function bindProfile(
  profile: Profile,
  header: readonly string[],
  find: HeaderIndex = indexHeader(header),
): Binding {
  const table = fieldTables[profile.kind]
  const taken = new Set<number>()
  const fields = new Map<string, BoundField>()
  const take = (bound: BoundField | undefined): boolean => {
    if (!bound) return false
    fields.set(bound.field, bound)
    for (const column of bound.columns) taken.add(column)
    return true
  }
  for (const [field, def] of Object.entries(table)) {
    for (const source of profile.columns[field] ?? [])
      if (take(bindSource(field, def, source, find, header))) break
  }
  if (profile.open) {
    for (const [field, def] of Object.entries(table)) {
      if (fields.has(field)) continue
      for (const name of namesOf(field, def)) {
        const column = find(name)
        if (column === undefined || taken.has(column)) continue
        take(bindSource(field, def, name, find, header))
        break
      }
    }
  }
  const inTableOrder = Object.keys(table).flatMap((field) => fields.get(field) ?? [])
  return finish(table, inTableOrder, header)
}
