import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/useAct'
import type { OrderDossier } from '../../data/port'
import { laid, put, remove } from './overlays'

/** 备注, 标签, 负责人 and 提醒日期 of the order; they are the officer's own and reach no message. */
export function NoteForm({ dossier }: { dossier: OrderDossier }) {
  const { t } = useTranslation('orders')
  const { act } = useAct()
  const known = laid(dossier, 'note')?.record
  const [note, setNote] = useState(known?.note ?? '')
  const [labels, setLabels] = useState<string[]>(known?.labels ?? [])
  const [owner, setOwner] = useState(known?.owner ?? '')
  const [remindOn, setRemindOn] = useState(known?.remindOn ?? '')
  const record = {
    aspect: 'note' as const,
    fact: dossier.id,
    note: note.trim(),
    labels,
    ...(owner.trim() !== '' && { owner: owner.trim() }),
    ...(remindOn !== '' && { remindOn }),
  }
  const isEmpty = record.note === '' && labels.length === 0 && !record.owner && !record.remindOn
  const same = known ? JSON.stringify(known) === JSON.stringify(record) : isEmpty

  const save = () => {
    const changes = isEmpty ? remove(dossier, 'note') : [put(dossier, record)]
    // A refusal is shown by the act itself, and the input stays.
    act({ name: 'order.note', why: t('why.note'), changes, said: t('said.note') }).catch(() => undefined)
  }
  return (
    <form
      className="order-note"
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
        {t('column.owner')}
        <Input value={owner} onChange={(event) => setOwner(event.target.value)} />
      </label>
      <label>
        {t('column.remindOn')}
        <DatePicker
          aria-label={t('column.remindOn')}
          value={remindOn ? dayjs(remindOn) : null}
          onChange={(_day, text) => setRemindOn(text ?? '')}
        />
      </label>
      <Button htmlType="submit" disabled={same}>
        {t('saveNote')}
      </Button>
    </form>
  )
}
