import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckContext } from '#shared/ceb/rules/context'
import { CountryFinder } from '#shared/codes/country'
import { portFaults } from '#shared/declaration/master-check'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type CellChange, type GridColumn, type GridRow } from '../../components/grid'
import { countryCode, countryName, portCode, portName, readPorts, writePorts, type PortRow } from './ports'

/** Empty rows below the last one: there new lines are typed, and a block from Excel is pasted. */
const spare = 40

type PortsTableProps = { text: string; onChange: (text: string) => void; context: CheckContext }

/** 运抵国→指运港 as a table that takes a block from Excel; countries by code, letters or name. */
export function PortsTable({ text, onChange, context }: PortsTableProps) {
  const { t } = useTranslation('templates')
  const title = useColumnTitles('templates', 'ports')
  const { codes } = context
  const finder = useMemo(() => new CountryFinder(codes), [codes])
  const rows = useMemo(() => readPorts(text), [text])

  const columns = useMemo((): GridColumn[] => {
    const at = (row: GridRow) => row as unknown as PortRow
    return [
      { key: 'country', title: title('country'), width: 120, editable: true },
      {
        key: 'countryName',
        title: title('countryName'),
        width: 180,
        format: (_value, row) =>
          at(row).country === '*' ? t('ports.others') : countryName(at(row).country, codes),
      },
      { key: 'port', title: title('port'), width: 120, editable: true },
      {
        key: 'portName',
        title: title('portName'),
        width: 220,
        format: (_value, row) => portName(at(row).port, codes),
      },
    ]
  }, [codes, t, title])

  const page = useCallback(
    async (offset: number, limit: number): Promise<GridRow[]> =>
      Array.from({ length: Math.min(limit, rows.length + spare - offset) }, (_, i) => ({
        id: String(offset + i),
        country: '',
        port: '',
        ...rows[offset + i],
      })),
    [rows],
  )
  const onEdit = (changes: readonly CellChange[]) => {
    const next: PortRow[] = Array.from({ length: rows.length + spare }, (_, i) => ({
      country: '',
      port: '',
      ...rows[i],
    }))
    for (const { rowIndex, key, after } of changes) {
      const row = next[rowIndex]
      if (!row) continue
      if (key === 'country') row.country = after.trim() === '' ? '' : countryCode(after, finder)
      else row.port = portCode(after)
    }
    onChange(writePorts(next))
  }
  return (
    <div className="template-ports" data-help="templates.ports" data-field="ports">
      <Grid
        id="template-ports"
        label={title('label')}
        columns={columns}
        source={{ total: rows.length + spare, version: text, rows: page }}
        onEdit={onEdit}
        enterMoves="right"
        errorOf={(row, key) => {
          const { country, port } = row as unknown as PortRow
          if (country === '' && port === '') return undefined
          const fault = portFaults(country, port, context).find(({ rule, severity, value }) =>
            severity === 'refuse' &&
            (key === 'country' ? value === country : key === 'port' && value === port)
              ? rule
              : '',
          )
          return fault?.message
        }}
        totals={{ filter: { rows: rows.length } }}
      />
    </div>
  )
}
