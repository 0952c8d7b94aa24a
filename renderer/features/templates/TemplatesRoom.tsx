import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customsMode, directionOf } from '#shared/model/mode'
import type { Template } from '#shared/model/template'
import { openTab } from '../../app/navigation'
import { MovedBar } from '../../app/provenance/MovedBar'
import { useMoved } from '../../app/provenance/useMoved'
import { useColumnTitles } from '../../components/column-titles'
import {
  Grid,
  nothingSelected,
  type GridColumn,
  type GridRow,
  type GridSelection,
} from '../../components/grid'
import { codeLabel } from '../../components/CodeSelect'
import { codeEntries, useCodeBook } from '../../components/useCodeBook'
import type { Stored } from '../../data/port'
import type { CodeTableId } from '#shared/codes/table'
import { NoTemplates } from './NoTemplates'
import { TemplateTools } from './TemplateTools'
import { useTemplates } from './useTemplates'
import './templates.css'

const noTemplates: readonly Stored<Template>[] = []

/** Every 申报参数模板 of the enterprise: what a 清单 needs and no order file has. */
export function TemplatesRoom() {
  const { t } = useTranslation('templates')
  const title = useColumnTitles('templates', 'columns')
  const codes = useCodeBook()
  const read = useTemplates()
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const all = read.state === 'ready' ? read.all : noTemplates
  const { t: words } = useTranslation('provenance')
  const { moved, ids } = useMoved('templates')

  const columns = useMemo((): GridColumn[] => {
    const named = (table: CodeTableId) => (value: unknown) => {
      const entry = codes && codeEntries(codes, table).find(({ code }) => code === value)
      return entry ? codeLabel({ code: entry.code, name: entry.name }) : String(value ?? '')
    }
    return [
      { key: 'name', title: title('name'), width: 180, frozen: true },
      { key: 'isDefault', title: title('isDefault'), width: 60, format: (value) => (value ? t('yes') : '') },
      {
        key: 'tradeMode',
        title: title('tradeMode'),
        width: 84,
        format: (value) => {
          const mode = String(value ?? '')
          return directionOf(mode) === 'import' ? t('inward', { mode: customsMode(mode) }) : mode
        },
      },
      { key: 'customsCode', title: title('customsCode'), width: 150, format: named('district') },
      { key: 'portCode', title: title('portCode'), width: 150, format: named('district') },
      { key: 'trafMode', title: title('trafMode'), width: 110, format: named('transport-mode') },
      { key: 'ebpName', title: title('ebpName'), width: 150 },
      { key: 'logisticsName', title: title('logisticsName'), width: 170 },
      { key: 'ownerName', title: title('ownerName'), width: 170 },
      { key: 'freight', title: title('freight'), width: 80, align: 'right' },
      {
        key: 'ports',
        title: title('ports'),
        width: 90,
        align: 'right',
        format: (value) => String(Object.keys(value as object).length),
      },
      {
        key: 'source',
        title: title('source'),
        width: 100,
        format: (_, { id }) => (ids.has(id) ? words('moved') : ''),
      },
    ]
  }, [codes, ids, t, title, words])

  const rows = useCallback(
    async (offset: number, limit: number): Promise<GridRow[]> =>
      all.slice(offset, offset + limit).map(({ id, record }) => ({ ...record, id })),
    [all],
  )
  const chosen = all.filter(({ id }) =>
    selection.mode === 'some' ? selection.ids.has(id) : !selection.except.has(id),
  )
  return (
    <div className="templates" data-room="templates">
      <TemplateTools all={all} chosen={chosen} onDone={() => setSelection(nothingSelected)} />
      <MovedBar master="templates" moved={moved} />
      <div className="templates-grid">
        <Grid
          id="templates"
          label={title('label')}
          columns={columns}
          source={{
            total: all.length,
            version: all.map(({ id, rev }) => `${id}${rev}`).join(),
            rows,
            state: read.state === 'failed' ? { error: read.failure.text } : read.state,
          }}
          selection={selection}
          onSelect={setSelection}
          onOpen={({ id, name }) =>
            openTab({ view: 'templates/record', params: { id }, title: String(name) })
          }
          empty={<NoTemplates />}
        />
      </div>
    </div>
  )
}
