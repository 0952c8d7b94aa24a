import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type GridColumn, type GridRow } from '../../components/grid'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { showTime } from '../../components/time'
import type { ImportView } from '../../data/port'
import { Interrupted } from './Interrupted'
import { importState, importTones } from './state'

type Row = GridRow & { view: ImportView }

const open = (view: ImportView) =>
  openTab({ view: 'imports/record', params: { id: view.id }, title: view.file })

function useColumns(): GridColumn<Row>[] {
  const { t } = useTranslation('imports')
  const title = useColumnTitles('imports', 'column')
  return useMemo(() => {
    const count = (key: string, of: (view: ImportView) => number | undefined): GridColumn<Row> => ({
      key,
      title: title(key),
      width: 92,
      align: 'right',
      format: (_value, { view }) => {
        const value = of(view)
        return value === undefined ? '' : groupDigits(String(value))
      },
    })
    return [
      {
        key: 'startedAt',
        title: title('startedAt'),
        width: 150,
        format: (_v, { view }) => showTime(view.startedAt),
      },
      { key: 'file', title: title('file'), width: 230, format: (_v, { view }) => view.file },
      { key: 'kind', title: title('kind'), width: 70, format: (_v, { view }) => t(`kinds.${view.kind}`) },
      {
        key: 'state',
        title: title('state'),
        width: 100,
        format: (_v, { view }) => t(`state.${importState(view)}`),
        render: (_v, { view }) => (
          <StateTag tone={importTones[importState(view)]}>{t(`state.${importState(view)}`)}</StateTag>
        ),
      },
      count('read', (view) => view.report?.rowsRead),
      count('accepted', (view) => view.report?.rowsAccepted),
      count('refused', (view) => view.report?.rowsRefused),
      count('duplicates', (view) => view.report?.duplicates),
      count('records', (view) => view.stored.records - view.stored.replaced),
      { key: 'who', title: title('who'), width: 90, format: (_v, { view }) => view.who },
    ]
  }, [t, title])
}

/** Every import of the book, newest first; interrupted ones are spoken of before anything else. */
export function ImportList({ compact }: { compact: boolean }) {
  const { t } = useTranslation('imports')
  const port = useBook()
  const title = useColumnTitles('imports', 'list')
  const changes = useChanges('imports', 'facts')
  const columns = useColumns()
  const { value: views, state } = useQueryState(() => port.imports(), changes)
  const [all, setAll] = useState(false)
  const newest = useMemo(() => [...(views ?? [])].reverse(), [views])
  const shown = useMemo(
    () => (all ? newest : newest.filter(({ state: s }) => s === 'running' || s === 'done')),
    [all, newest],
  )
  const rows = useCallback(
    (offset: number, limit: number) =>
      Promise.resolve(shown.slice(offset, offset + limit).map((view): Row => ({ id: view.id, view }))),
    [shown],
  )
  const hidden = newest.length - shown.length
  return (
    <section
      className={compact ? 'import-list import-list-compact' : 'import-list'}
      aria-label={t('list.title')}
    >
      {newest
        .filter(({ interrupted }) => interrupted)
        .map((view) => (
          <Interrupted key={view.id} view={view} />
        ))}
      <div className="import-list-head">
        <h2>{t('list.title')}</h2>
        {(hidden > 0 || all) && (
          <Button type="link" size="small" onClick={() => setAll(!all)}>
            {all ? t('list.onlyLiving') : t('list.showAll', { count: hidden })}
          </Button>
        )}
      </div>
      <div className="import-list-grid">
        <Grid<Row>
          id="imports"
          label={title('title')}
          columns={columns}
          source={{ total: shown.length, version: `${changes}-${all}-${views?.length}`, rows, state }}
          onOpen={({ view }) => open(view)}
          empty={<p>{t('list.empty')}</p>}
        />
      </div>
    </section>
  )
}
