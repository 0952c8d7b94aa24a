import { DatePicker, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useAct } from '../../../app/useAct'
import type { RebateBatchKind } from '../../../data/port'

type Props = { kind: RebateBatchKind; onMade: (id: string) => void; onClose: () => void }

/** A batch begins with its 所属期; its number is the next free one of that period. */
export function NewBatch({ kind: usual, onMade, onClose }: Props) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const { refuse } = useAct()
  const [period, setPeriod] = useState(() => dayjs())
  const [kind, setKind] = useState<RebateBatchKind>(usual)
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    try {
      const text = note.trim()
      const { id } = await port.newRebateBatch(
        { period: period.format('YYYYMM'), kind, ...(text && { note: text }) },
        t('why.new'),
      )
      onMade(id)
    } catch (error) {
      refuse(error)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('batch.new')}
      okText={t('batch.make')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <div className="face-fields">
          <label data-help="rebate.period">
            {t('batch.period')}
            <DatePicker
              autoFocus
              picker="month"
              format="YYYYMM"
              allowClear={false}
              value={period}
              onChange={(day) => day && setPeriod(day)}
            />
          </label>
          <label data-help="rebate.kind">
            {t('batch.kind')}
            <Select<RebateBatchKind>
              value={kind}
              onChange={setKind}
              options={(['trading', 'manufacturer'] as const).map((value) => ({
                value,
                label: t(`kind.${value}`),
              }))}
            />
          </label>
        </div>
        <label className="face-field">
          {t('batch.note')}
          <Input value={note} maxLength={100} onChange={({ target }) => setNote(target.value)} />
        </label>
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
