import { EditOutlined } from '@ant-design/icons'
import { DatePicker, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import type { CustomsEntryView } from '../../data/port'

const form = 'YYYY-MM-DD'

/** 报关单号 and 结关 as a person knows them: no message of this set tells when a 报关单 was closed. */
export function NoteEntry({ entry }: { entry: CustomsEntryView }) {
  const { t } = useTranslation('summary')
  const port = useBook()
  const { refuse } = useAct()
  const [open, setOpen] = useState(false)
  const [entryId, setEntryId] = useState(entry.entryId)
  const [closedOn, setClosedOn] = useState(entry.closedOn)
  const wrong = entryId !== '' && !/^\d{18}$/.test(entryId)
  const save = () => {
    setOpen(false)
    const changed = { ...(entryId && { entryId }), ...(closedOn && { closedOn }) }
    void port.noteEntry(entry.id, changed).catch(refuse)
  }
  return (
    <>
      {entry.closedOn}{' '}
      {entry.noted && <span className="face-note">{t('note.by', { who: entry.noted })}</span>}
      <ActButton
        does="noteEntry"
        type="text"
        size="small"
        icon={<EditOutlined />}
        aria-label={t('note.title')}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Modal
          open
          title={t('note.title')}
          okText={t('note.save')}
          cancelText={t('cancel')}
          okButtonProps={{ disabled: wrong }}
          onOk={save}
          onCancel={() => setOpen(false)}
        >
          <div className="face-fields" data-help="summary.note">
            <label>
              {t('result.entryId')}
              <Input
                autoFocus
                value={entryId}
                maxLength={18}
                status={wrong ? 'error' : ''}
                onChange={(event) => setEntryId(event.target.value.trim())}
              />
            </label>
            <label>
              {t('result.closed')}
              <DatePicker
                value={closedOn ? dayjs(closedOn, form) : null}
                onChange={(day) => setClosedOn(day ? day.format(form) : '')}
              />
            </label>
          </div>
          {wrong && <p className="face-error">{t('note.wrong')}</p>}
        </Modal>
      )}
    </>
  )
}
