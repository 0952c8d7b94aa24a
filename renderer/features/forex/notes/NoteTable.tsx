import { PlusOutlined } from '@ant-design/icons'
import { Alert, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noteNames } from '#shared/model/forex/notes'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import type { ForexNoteView, NoteKind, NoteValue } from '../../../data/port'
import { useForexChanges } from '../changes'
import { keyOf, valuesOf } from '../forms/spec'
import { useAsk } from '../useAsk'
import { noteSections, noteSpecs } from './fields'
import { NoteDialog } from './NoteDialog'

/** Columns shown of a fact; the rest stands in its form. */
const shown = 6

type Props<K extends NoteKind> = {
  kind: K
  /** Those that belong to what stands around the table; all without it. */
  only?: (value: NoteValue<K>) => boolean
  /** What a new one begins with; keeps its identity. */
  start?: Readonly<Record<string, unknown>>
}

/** Facts of one kind: listed, added, changed, deleted. Undone by the journal like every act. */
export function NoteTable<K extends NoteKind>({ kind, only = () => true, start }: Props<K>) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const attempt = useAttempt()
  const ask = useAsk()
  const { value, state } = useQueryState(() => port.forexNotes(kind), `${useForexChanges()} ${kind}`)
  const [editing, setEditing] = useState<ForexNoteView | 'new'>()
  const name = show(noteNames[kind])
  const notes = ((value ?? []) as unknown as ForexNoteView[]).filter((note) =>
    only(note.value as NoteValue<K>),
  )
  const specs = noteSpecs(kind).slice(0, shown)
  const columns: TableColumnsType<ForexNoteView> = [
    ...specs.map(({ path, label, options }) => ({
      key: path,
      title: show(label),
      ellipsis: true,
      render: (_v: unknown, { value: record }: ForexNoteView) => {
        const text = valuesOf(noteSections(kind), record)[keyOf(path)] ?? ''
        const option = options?.find((one) => one.value === text)
        return option ? show(option.label) : text
      },
    })),
    {
      key: 'act',
      title: '',
      width: 120,
      render: (_v: unknown, note: ForexNoteView) => (
        <>
          <ActButton does="putForexNote" type="link" size="small" onClick={() => setEditing(note)}>
            {t('note.edit')}
          </ActButton>
          <ActButton
            does="dropForexNotes"
            type="link"
            size="small"
            danger
            onClick={() =>
              ask({
                title: t('note.dropAsk', { name: note.name }),
                act: t('note.drop'),
                run: () => attempt(() => port.dropForexNotes([note.id], t('why.noteDrop', { name }))),
              })
            }
          >
            {t('note.drop')}
          </ActButton>
        </>
      ),
    },
  ]
  return (
    <section className="face-card" aria-label={name} data-help={`forex.note.${kind}`}>
      <div className="face-tools">
        <h2>{name}</h2>
        <span className="face-space" />
        <ActButton
          does="putForexNote"
          size="small"
          icon={<PlusOutlined />}
          aria-label={`${t('note.add')} ${name}`}
          onClick={() => setEditing('new')}
        >
          {t('note.add')}
        </ActButton>
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<ForexNoteView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={notes}
        pagination={{ pageSize: 8, hideOnSinglePage: true }}
        locale={{ emptyText: t('note.none') }}
      />
      {editing !== undefined && (
        <NoteDialog
          kind={kind}
          note={editing === 'new' ? undefined : editing}
          start={start}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  )
}
