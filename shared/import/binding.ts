import type { Mapping, ColumnSource, FieldDef, FieldTable, Profile } from './profile'
import { fieldTables } from './fields/index'
import { normalizeHeader, trimmed } from './clean/text'

/** Where the text of a field comes from, as column indexes of this file. */
export type BoundField = {
  field: string
  def: FieldDef
  /** Header(s) as the file writes them, for messages. */
  header: string
  columns: number[]
  combine: 'one' | 'join' | 'sum' | 'constant'
  constant: string
  glue: string
}

export type Binding = {
  fields: BoundField[]
  /** Field → position in `fields`. */
  index: ReadonlyMap<string, number>
  mapping: Mapping
}

type HeaderIndex = (name: string) => number | undefined

/** Find columns by name: as written, then without case, blanks and marks, then without a bracketed remark. */
export function indexHeader(header: readonly string[]): HeaderIndex {
  const exact = new Map<string, number>()
  const loose = new Map<string, number>()
  const bare = new Map<string, number>()
  header.forEach((name, column) => {
    const put = (map: Map<string, number>, key: string) => {
      if (key !== '' && !map.has(key)) map.set(key, column)
    }
    put(exact, trimmed(name))
    put(loose, normalizeHeader(name))
    put(bare, normalizeHeader(name).replace(/[([].*[)\]]$/, ''))
  })
  return (name) =>
    exact.get(trimmed(name)) ?? loose.get(normalizeHeader(name)) ?? bare.get(normalizeHeader(name))
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
  if ('constant' in source) return bound([], 'constant', source.constant)
  const names = 'join' in source ? source.join : source.sum
  const columns = names.map(find).filter((column) => column !== undefined)
  if (columns.length === 0) return undefined
  return 'join' in source ? bound(columns, 'join', '', source.by ?? ' ') : bound(columns, 'sum')
}

/** A value of MAP.json: a column, `A+B` for two joined columns, `=text` for a value that is the same everywhere. */
function mapSource(text: string, find: HeaderIndex): ColumnSource {
  if (find(text) !== undefined) return text
  if (text.startsWith('=')) return { constant: text.slice(1) }
  const parts = text.split('+').map((part) => part.trim())
  return parts.length > 1 && parts.every((part) => find(part) !== undefined) ? { join: parts, by: '-' } : text
}

function savedSource(bound: BoundField, header: readonly string[]): ColumnSource {
  const names = bound.columns.map((column) => header[column] ?? '')
  if (bound.combine === 'constant') return { constant: bound.constant }
  if (bound.combine === 'join') return { join: names, by: bound.glue }
  return bound.combine === 'sum' ? { sum: names } : (names[0] ?? '')
}

function finish(fields: BoundField[], header: readonly string[]): Binding {
  return {
    fields,
    index: new Map(fields.map((bound, position) => [bound.field, position])),
    mapping: Object.fromEntries(fields.map((bound) => [bound.field, savedSource(bound, header)])),
  }
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
    const source = typeof value === 'string' ? mapSource(value, find) : value
    const bound = bindSource(field, def, source, find, header)
    if (bound) fields.push(bound)
    else absent.push({ field, column: typeof value === 'string' ? value : JSON.stringify(value) })
  }
  return { binding: finish(fields, header), absent }
}

/** Bind a profile's columns and, for an open profile, what is left by the synonyms of the kind's fields. */
export function bindProfile(profile: Profile, header: readonly string[]): Binding {
  const table = fieldTables[profile.kind]
  const find = indexHeader(header)
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
      for (const name of [def.label.zh, def.label.en, field, ...def.synonyms]) {
        const column = find(name)
        if (column === undefined || taken.has(column)) continue
        take(bindSource(field, def, name, find, header))
        break
      }
    }
  }
  const inTableOrder = Object.keys(table).flatMap((field) => fields.get(field) ?? [])
  return finish(inTableOrder, header)
}
