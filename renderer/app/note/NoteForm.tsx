import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../ActButton'
import type { Note, Stored } from '../../data/port'
import { useAct } from '../useAct'
import './note.css'

type NoteFormProps = {
  /** Id of what the note is about. */
  fact: string
  known: Stored<Note> | undefined
  /** Name of the act in the journal, as `order.note`. */
  act: string
}

/** 备注, 标签, 负责人 and 提醒日期 of a record; they are the officer's own and reach no message. */
export function NoteForm({ fact, known: stored, act: name }: NoteFormProps) {
  const { t } = useTranslation('note')
  const { act } = useAct()
  const known = stored?.record
  const [note, setNote] = useState(known?.note ?? '')
  const [labels, setLabels] = useState<string[]>(known?.labels ?? [])
  const [owner, setOwner] = useState(known?.owner ?? '')
  const [remindOn, setRemindOn] = useState(known?.remindOn ?? '')
  const record: Note = {
    aspect: 'note',
    fact,
    note: note.trim(),
    labels,
    ...(owner.trim() !== '' && { owner: owner.trim() }),
    ...(remindOn !== '' && { remindOn }),
  }
  const isEmpty = record.note === '' && labels.length === 0 && !record.owner && !record.remindOn
  const same = known ? JSON.stringify(known) === JSON.stringify(record) : isEmpty

  const save = () => {
    const gone = stored
      ? [{ table: 'overlays' as const, op: 'delete' as const, id: stored.id, rev: stored.rev }]
      : []
    const changes = isEmpty
      ? gone
      : [{ table: 'overlays' as const, op: 'put' as const, id: stored?.id, rev: stored?.rev ?? 0, record }]
    // A refusal is shown by the act itself, and the input stays.
    act({ name, why: t('why'), changes, said: t('said') }).catch(() => undefined)
  }
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label>
        {t('note')}
        <Input value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label>
        {t('labels')}
        <Select
          mode="tags"
          value={labels}
          onChange={setLabels}
          tokenSeparators={[',', ';']}
          aria-label={t('labels')}
        />
      </label>
      <label>
        {t('owner')}
        <Input value={owner} onChange={(event) => setOwner(event.target.value)} />
      </label>
      <label>
        {t('remindOn')}
        <DatePicker
          aria-label={t('remindOn')}
          value={remindOn ? dayjs(remindOn) : null}
          onChange={(_day, text) => setRemindOn(text ?? '')}
        />
      </label>
      <ActButton does="work" htmlType="submit" disabled={same}>
        {t('save')}
      </ActButton>
    </form>
  )
}
