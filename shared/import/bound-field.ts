import type { FieldDef } from './profile'

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
