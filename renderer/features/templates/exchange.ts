import type { CheckContext } from '#shared/ceb/rules/context'
import type { BookKind } from '#shared/model/enterprise'
import type { Template } from '#shared/model/template'
import { workbookRows } from '../../components/read-workbook'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import type { Change, Stored } from '../../data/port'
import { onlyDefault, templateOf } from './record'
import { readSheet, sheetHeader, sheetRow, type SheetFault } from './sheet'

/** The templates as a workbook that this room reads back. */
export function exportTemplates(name: string, all: readonly Stored<Template>[], book: BookKind) {
  return saveExcel(`${name}.xlsx`, [
    {
      name,
      ...practiceMark(book),
      columns: sheetHeader().map((title) => ({
        title,
        width: Math.max(14, title.length * 2 + 4),
        kind: 'text',
      })),
      rows: all.map(({ record }) => sheetRow(record)),
    },
  ])
}

/** A record as text, whatever the order of its fields. */
const content = (record: Template): string =>
  JSON.stringify(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** What a file would do: the changes of its good rows, and what is wrong with the others. */
export type TemplateImport = { changes: Change[]; added: number; updated: number; faults: SheetFault[] }

/** Read a workbook of templates; a name that is known is written over. undefined when it holds no such sheet. */
export async function readTemplates(
  file: File,
  all: readonly Stored<Template>[],
  context: CheckContext,
): Promise<TemplateImport | undefined> {
  const read = readSheet(await workbookRows(file), context)
  if (!read) return undefined
  const byName = new Map(all.map((stored) => [stored.record.name, stored]))
  const chosen = read.rows.findLast(({ isDefault }) => isDefault)
  const changes = read.rows.flatMap((row): Change[] => {
    const known = byName.get(row.values['name'] ?? '')
    const isDefault = chosen ? row === chosen : (known?.record.isDefault ?? false)
    const record = templateOf(row.values, isDefault)
    // Written again without need, a template would make every draft built from it 待更新.
    if (known && content(known.record) === content(record)) return []
    return [{ table: 'templates', op: 'put', id: known?.id, rev: known?.rev ?? 0, record }]
  })
  const written = new Set(changes.map((change) => ('id' in change ? change.id : undefined)))
  const others = chosen
    ? onlyDefault(
        all.filter(({ id }) => !written.has(id)),
        undefined,
      )
    : []
  const updated = changes.filter((change) => change.op === 'put' && change.id !== undefined).length
  return { changes: [...changes, ...others], added: changes.length - updated, updated, faults: read.faults }
}
