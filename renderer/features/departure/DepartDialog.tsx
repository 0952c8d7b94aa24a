import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../components/numbers'
import type { BillView, DepartureChoice } from '../../data/port'
import { AskReason } from './AskReason'

type DepartDialogProps = {
  bill: BillView
  onConfirm: (choice: DepartureChoice, why: string) => void
  onClose: () => void
}
const fields = ['voyageNo', 'trafName', 'domesticTrafNo'] as const
const required = new Set<string>(['voyageNo', 'trafName'])

/** What the weighing sheet may leave open: flight, aircraft, and the truck that brought the bags. */
export function DepartDialog({ bill, onConfirm, onClose }: DepartDialogProps) {
  const { t } = useTranslation('departure')
  const [filled, setFilled] = useState({
    voyageNo: bill.voyageNo,
    trafName: bill.trafName,
    domesticTrafNo: '',
  })
  const missing = fields.filter((key) => required.has(key) && filled[key].trim() === '')
  const confirm = (why: string) =>
    onConfirm(
      {
        billNo: bill.billNo,
        trafMode: bill.trafMode,
        voyageNo: filled.voyageNo.trim(),
        trafName: filled.trafName.trim(),
        ...(filled.domesticTrafNo.trim() && { domesticTrafNo: filled.domesticTrafNo.trim() }),
      },
      why,
    )
  return (
    <AskReason
      title={t('depart.title', { billNo: bill.billNo })}
      confirm={t('bill.depart')}
      blocked={missing.length > 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('bill.ready', { ready: bill.ready, weight: groupDigits(bill.grossWeight) })}</p>
      {fields.map((key) => (
        <label key={key} className="face-field" data-help={`departure.${key}`}>
          {t(`depart.${key}`)}
          <Input
            value={filled[key]}
            aria-required={required.has(key)}
            status={missing.includes(key) ? 'error' : ''}
            onChange={(event) => setFilled({ ...filled, [key]: event.target.value })}
          />
        </label>
      ))}
    </AskReason>
  )
}
