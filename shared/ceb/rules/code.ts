import type { CodeTableId } from '../../codes/table'
import type { Field } from '../table'
import type { CheckContext } from './context'
import type { FaultSink } from './sink'

const isoTables: Partial<Record<CodeTableId, CodeTableId>> = {
  currency: 'currency-iso',
  country: 'country-iso',
}

/**
 * A code against its table. Absence refuses only where the table is complete; a code of an incomplete table is declared
 * as it is, with a warning, because the table here may lag behind customs'.
 */
export function checkCode(
  field: Field,
  tableId: CodeTableId,
  value: string,
  path: string,
  context: CheckContext,
  sink: FaultSink,
): void {
  const id = (context.codeSet === 'iso' && isoTables[tableId]) || tableId
  const row = context.codes.lookup(id, value)
  if (row && (row.mark === undefined || row.mark === 'added')) return
  if (id in isoTables && !/^\d{3}$/.test(value)) {
    const meant = context.codes.byIso(id, value)
    sink.field('code-letters', path, field, value, { meant: meant ? `${meant.code} ${meant.zh}` : '502' })
    return
  }
  if (!row) {
    const table = context.codes.table(id)
    if (table.complete) sink.field('code', path, field, value)
    // A table of another edition, recognised by the length of its codes, says nothing about this one.
    else if (context.codes.hasLength(id, value.length)) {
      sink.field('code-unlisted', path, field, value)
      context.unlisted?.(id, value)
    }
    return
  }
  const params = { name: `${row.code} ${row.zh}` }
  if (row.mark === 'unverified') sink.field('code-unverified', path, field, value, params)
  else if (row.mark === 'obsolete') sink.field('code-obsolete', path, field, value, params)
  else if (row.mark === 'internal') sink.field('code-internal', path, field, value, params)
  else if (row.mark === 'group') sink.field('code-group', path, field, value, params)
}
