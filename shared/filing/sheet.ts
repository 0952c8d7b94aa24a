import type { RawRow } from '../table/rows'
import { headerColumns } from '../rebate/headings'
import { noTable, refusal, type Refusal } from '../rebate/import/refusal'
import type { Keyed } from './batch'
import { fieldRule, partyFieldIds, type PartyField } from './fields'
import { filingModes, roleIds, roles, type FilingMode, type Role } from './roles'

type Column = 'key' | 'roles' | 'modes' | PartyField
const labels = { key: ['编号', 'Key'], roles: ['主体类型', 'Roles'], modes: ['业务模式', 'Modes'] } as const
const headings: Readonly<Record<Column, readonly string[]>> = {
  ...(Object.fromEntries(
    partyFieldIds.map((field): [PartyField, readonly string[]] => {
      const { zh, en } = fieldRule(field).label
      return [field, field === 'personName' ? ['个人姓名', 'Person', zh] : [zh, en, field]]
    }),
  ) as Record<PartyField, readonly string[]>),
  ...labels,
}

const roleOf = new Map(
  roleIds.flatMap((id) => [id, roles[id].zh, roles[id].en].map((name) => [name.toLowerCase(), id])),
)
const modes: ReadonlySet<string> = new Set(filingModes)
/** Names in one cell; English ones have blanks in them. */
const namesIn = (cell: string) =>
  cell
    .split(/[、，,;；/]+/)
    .map((name) => name.trim())
    .filter(Boolean)
const codesIn = (cell: string) => cell.split(/[、，,;；/\s]+/).filter(Boolean)

/** A master of a row; `row` is where it stands in the sheet. */
export type SheetParty = Keyed & { row: number }

/**
 * Masters from a sheet, one a row: columns by their Chinese or English label. A row whose roles or modes cannot be read is
 * refused; what is wrong with its values is for `sortBatch` to say. Keys are those of the sheet, else the customs code, else
 * the row.
 */
export function readParties(rows: readonly RawRow[]): {
  parties: SheetParty[]
  refused: Refusal[]
  unknown: string[]
} {
  const header = headerColumns(rows, headings, ['roles'])
  if (!header) return { parties: [], refused: [noTable([labels.roles[0]])], unknown: [] }
  const parties: SheetParty[] = []
  const refused: Refusal[] = []
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    const at = (column: Column) => (cells[header.columns.get(column) ?? -1] ?? '').trim()
    const named = namesIn(at('roles')).map((name) => ({ name, role: roleOf.get(name.toLowerCase()) }))
    const strange = named.find(({ role }) => role === undefined)
    const mode = codesIn(at('modes')).find((one) => !modes.has(one))
    if (named.length === 0 || strange) {
      refused.push(
        badRow(
          row,
          'roles',
          strange?.name ?? '',
          '主体类型',
          Object.values(roles).map(({ zh }) => zh),
        ),
      )
    } else if (mode !== undefined) {
      refused.push(badRow(row, 'modes', mode, '业务模式', filingModes))
    } else {
      const values = Object.fromEntries(
        partyFieldIds.flatMap((field) => (at(field) === '' ? [] : [[field, at(field)]])),
      )
      const key = at('key') || at('customsCode') || `#${row}`
      const party = {
        roles: [...new Set(named.map(({ role }) => role as Role))],
        modes: [...new Set(codesIn(at('modes')) as FilingMode[])],
        values,
      }
      parties.push({ row, key, party })
    }
  }
  return { parties, refused, unknown: header.unknown }
}

const badRow = (
  row: number,
  field: string,
  value: string,
  label: string,
  choices: readonly string[],
): Refusal =>
  refusal(
    { row, field, value },
    ['这一行不能用', 'This row is not taken'],
    value === ''
      ? [`没有${label}`, `No ${field}`]
      : [`${label}“${value}”不认识`, `Unknown ${field}: ${value}`],
    [`改为：${choices.join('、')}`, `Use: ${choices.join(', ')}`],
  )

/** The same sheet out of masters: headings, then one row each, every cell text. */
export function partySheet(parties: readonly Keyed[]): string[][] {
  const columns: Column[] = ['key', 'roles', 'modes', ...partyFieldIds]
  const cell = ({ key, party }: Keyed, column: Column): string => {
    if (column === 'key') return key
    if (column === 'roles') return party.roles.map((role) => roles[role].zh).join('、')
    return column === 'modes' ? party.modes.join('、') : (party.values[column] ?? '')
  }
  return [
    columns.map((column) => headings[column][0]!),
    ...parties.map((one) => columns.map((column) => cell(one, column))),
  ]
}
