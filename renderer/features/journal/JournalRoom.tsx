import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type GridColumn, type GridRow } from '../../components/grid'
import { groupDigits } from '../../components/numbers'
import { showTime } from '../../components/time'
import type { JournalEntry } from '../../data/port'
import { useActName } from './act-names'
import { Trash } from './Trash'
import { UndoAct } from './UndoAct'
import { VerifyChain } from './VerifyChain'
import './journal.css'

type Row = GridRow & { entry: JournalEntry }

function useColumns(): GridColumn<Row>[] {
  const { t } = useTranslation('journal')
  const title = useColumnTitles('journal', 'column')
  const nameOf = useActName()
  return useMemo(
    () => [
      {
        key: 'seq',
        title: title('seq'),
        width: 70,
        align: 'right',
        format: (_v, { entry }) => String(entry.seq),
      },
      { key: 'at', title: title('at'), width: 150, format: (_v, { entry }) => showTime(entry.at) },
      {
        key: 'who',
        title: title('who'),
        width: 100,
        format: (_v, { entry }) => (entry.who === 'engine' ? t('engine') : entry.who),
      },
      { key: 'name', title: title('name'), width: 190, format: (_v, { entry }) => nameOf(entry.name) },
      { key: 'why', title: title('why'), width: 320, format: (_v, { entry }) => entry.why },
      {
        key: 'changes',
        title: title('changes'),
        width: 80,
        align: 'right',
        format: (_v, { entry }) => groupDigits(String(entry.changes)),
      },
      {
        key: 'undoable',
        title: title('undoable'),
        width: 90,
        format: (_v, { entry }) => t(entry.undoable ? 'undoable' : 'final'),
      },
    ],
    [nameOf, t, title],
  )
}

/** 操作记录: who did what, when and why. Entries are chained; the chain can be checked, acts can be taken back. */
export function JournalRoom() {
  const { t } = useTranslation('journal')
  const own = useColumnTitles('journal', 'room')
  const port = useBook()
  const columns = useColumns()
  const changes = useChanges('journal')
  const [isTrash, setTrash] = useState(false)
  const [asked, setAsked] = useState<JournalEntry>()
  const { value, state } = useQueryState(() => port.journal(0, 1), changes)
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.journal(offset, limit)).entries.map((entry): Row => ({ id: String(entry.seq), entry })),
    [port],
  )
  const total = value?.total ?? 0
  return (
    <div className="journal" data-room="journal">
      <div className="journal-tools" role="toolbar" aria-label={t('tools')}>
        <VerifyChain />
        <Button icon={<DeleteOutlined />} data-help="journal.trash" onClick={() => setTrash(true)}>
          {t('trash.button')}
        </Button>
        <span className="journal-hint">{t('hint')}</span>
      </div>
      <div className="journal-grid">
        <Grid<Row>
          id="journal"
          label={own('title')}
          columns={columns}
          source={{ total, version: `${changes} ${total}`, rows, state }}
          onOpen={({ entry }) => setAsked(entry)}
          totals={{ filter: { rows: total } }}
          empty={<p>{t('empty')}</p>}
        />
      </div>
      {isTrash && <Trash version={changes} onClose={() => setTrash(false)} />}
      {asked && <UndoAct key={asked.seq} entry={asked} onClose={() => setAsked(undefined)} />}
    </div>
  )
}
