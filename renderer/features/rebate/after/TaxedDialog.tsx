import { DatePicker, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaxedRecord } from '#shared/rebate/taxed'
import { FigureTree } from '../../../app/grounds/FigureTree'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import type { TaxedRow } from '../../../data/port'
import { writtenKey } from '../words'
import { DayField } from './DayField'

const amountShape = /^\d+(\.\d+)?$/

/** How one taxed export was accounted for; the tax with its formula stands above. */
export function TaxedDialog({ row, onClose }: { row: TaxedRow; onClose: () => void }) {
  const { t } = useTranslation('rebateAfter')
  const port = useBook()
  const act = useAttempt()
  const [record, setRecord] = useState<TaxedRecord>(row.record)
  const [busy, setBusy] = useState(false)
  const set = (key: keyof TaxedRecord, value: string) => {
    const { [key]: _old, ...others } = record
    setRecord(value === '' ? others : { ...others, [key]: value })
  }
  const wrong = record.restored !== undefined && !amountShape.test(record.restored)
  const store = async () => {
    const { outputVat: _before, ...rest } = record
    const kept =
      rest.period !== undefined && row.outputVat !== undefined ? { ...rest, outputVat: row.outputVat } : rest
    setBusy(true)
    const done = await act(async () => {
      await port.keepRebateTaxed(row.key, kept, t('why.taxed'))
      return true
    })
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal
      open
      width="min(640px, 94vw)"
      title={t('taxed.title', { key: writtenKey(row.key), name: row.name })}
      okText={t('letter.store')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: wrong }}
      onOk={() => void store()}
      onCancel={onClose}
    >
      {row.figures.map((figure) => (
        <FigureTree key={figure.figure} figure={figure} open />
      ))}
      {row.figures.length === 0 && <p className="face-error">{t('taxed.noFob')}</p>}
      <div className="rebate-form" data-help="rebate.taxed">
        <label>
          {t('taxed.period')}
          <DatePicker
            autoFocus
            picker="month"
            format="YYYYMM"
            value={record.period === undefined ? null : dayjs(`${record.period}01`, 'YYYYMMDD')}
            onChange={(day) => set('period', day ? day.format('YYYYMM') : '')}
          />
        </label>
        <label>
          {t('taxed.restored')}
          <Input
            value={record.restored ?? ''}
            status={wrong ? 'error' : ''}
            suffix="CNY"
            onChange={({ target }) => set('restored', target.value.trim())}
          />
        </label>
        <label>
          {t('taxed.certificateNo')}
          <Input
            maxLength={60}
            value={record.certificateNo ?? ''}
            onChange={({ target }) => set('certificateNo', target.value.trim())}
          />
        </label>
        <DayField
          optional
          label={t('taxed.certificateOn')}
          value={record.certificateOn ?? ''}
          onChange={(day) => set('certificateOn', day)}
        />
        <label className="rebate-form-wide">
          {t('letter.note')}
          <Input
            maxLength={200}
            value={record.note ?? ''}
            onChange={({ target }) => set('note', target.value)}
          />
        </label>
      </div>
      <p className="face-note">{t('taxed.says')}</p>
    </Modal>
  )
}
