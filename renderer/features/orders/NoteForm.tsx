import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/useAct'
import type { OrderDossier } from '../../data/port'
import { laid, put, remove } from './overlays'

/** 备注 and 标签 of the order; they are the officer's own and reach no message. */
export function NoteForm({ dossier }: { dossier: OrderDossier }) {
  const { t } = useTranslation('orders')
  const { act } = useAct()
  const known = laid(dossier, 'note')?.record
  const [note, setNote] = useState(known?.note ?? '')
  const [labels, setLabels] = useState<string[]>(known?.labels ?? [])
  const same = note === (known?.note ?? '') && labels.join() === (known?.labels ?? []).join()

  const save = () => {
    const record = { aspect: 'note' as const, fact: dossier.id, note: note.trim(), labels }
    const empty = record.note === '' && labels.length === 0
    const changes = empty ? remove(dossier, 'note') : [put(dossier, record)]
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
      <Button htmlType="submit" disabled={same}>
        {t('saveNote')}
      </Button>
    </form>
  )
}
