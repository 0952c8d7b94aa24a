import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import type { LetterSupplier } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { DayField } from './DayField'

/** A letter about invoices of one supplier; the lines claimed on them are held. */
export function LetterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('rebateAfter')
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const { value } = useQueryState(() => port.letterSuppliers(), useRebateChanges())
  const suppliers = (value ?? []) as LetterSupplier[]
  const [taxNo, setTaxNo] = useState<string>()
  const supplier = suppliers.find(({ sellerTaxNo }) => sellerTaxNo === taxNo)
  const [invoices, setInvoices] = useState<string[]>([])
  const [number, setNumber] = useState('')
  const [sentOn, setSentOn] = useState(() => businessDay(new Date().toISOString()))
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const store = async () => {
    if (!supplier || invoices.length === 0) return
    setBusy(true)
    const { sellerTaxNo, sellerName } = supplier
    const letter = { number: number.trim(), sellerTaxNo, sellerName, invoices, sentOn, note: note.trim() }
    const done = await act(() => port.sendRebateLetter(letter, t('why.letter')))
    setBusy(false)
    if (!done) return
    void message.success(t('letter.held', { held: done.held, left: done.left.length }))
    onClose()
  }
  return (
    <Modal
      open
      title={t('letter.new')}
      okText={t('letter.store')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !supplier || invoices.length === 0 }}
      onOk={() => void store()}
      onCancel={onClose}
    >
      <div className="rebate-form" data-help="rebate.letters">
        <label>
          {t('letter.supplier')}
          <Select
            autoFocus
            aria-label={t('letter.supplier')}
            showSearch={{ optionFilterProp: 'label' }}
            value={taxNo ?? null}
            notFoundContent={t('letter.noSupplier')}
            onChange={(next: string) => {
              setTaxNo(next)
              setInvoices(
                suppliers.find((one) => one.sellerTaxNo === next)?.invoices.map((one) => one.number) ?? [],
              )
            }}
            options={suppliers.map(({ sellerTaxNo, sellerName }) => ({
              value: sellerTaxNo,
              label: `${sellerName} ${sellerTaxNo}`,
            }))}
          />
        </label>
        <label>
          {t('letter.invoices')}
          <Select
            mode="multiple"
            aria-label={t('letter.invoices')}
            disabled={!supplier}
            value={invoices}
            onChange={setInvoices}
            options={(supplier?.invoices ?? []).map((one) => ({ value: one.number, label: one.number }))}
          />
        </label>
        <DayField label={t('letter.sentOn')} value={sentOn} onChange={setSentOn} />
        <label>
          {t('letter.number')}
          <Input maxLength={60} value={number} onChange={({ target }) => setNumber(target.value)} />
        </label>
        <label className="rebate-form-wide">
          {t('letter.note')}
          <Input maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
        </label>
      </div>
      <p className="face-note">{t('letter.holds')}</p>
    </Modal>
  )
}
