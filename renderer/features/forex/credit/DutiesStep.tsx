import { Alert, Button, Spin } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openRoom } from '../../../app/navigation'
import { useText } from '../../../components/text'
import { DutyTable } from '../duties/DutyTable'
import { dutyTarget } from '../duties/target'
import { useDuties } from '../duties/useDuties'
import { FindingLines } from '../FindingLines'
import { NoteTable } from '../notes/NoteTable'
import { NoSubject } from '../subject/NoSubject'
import { useCredit } from './context'

/** 义务 of this receipt: its declaration, and the report of an advance; all others are on the page of duties. */
export function DutiesStep() {
  const { t } = useTranslation('forex')
  const show = useText()
  const { credit } = useCredit()
  const { id, day: receiptDate, amount, currency } = credit.row
  const { day, duties, state } = useDuties()
  const advance = useMemo(
    () => ({ id, type: 'advanceReceipt', receiptDate, amount, currency }),
    [amount, currency, id, receiptDate],
  )
  if (typeof state === 'object' && !duties) return <Alert type="error" showIcon title={show(state.error)} />
  if (!duties) return <Spin aria-label={t('loading')} />
  if (duties === 'unstated') return <NoSubject />
  const { entries, report } = duties
  return (
    <div className="face-page face-scroll" data-help="forex.duties">
      <div className="face-tools">
        <span className="face-note">{t('duty.own', { day })}</span>
        <span className="face-space" />
        <Button onClick={() => openRoom('forex', { face: 'duties' })}>{t('duty.all')}</Button>
      </div>
      <DutyTable entries={entries.filter((entry) => dutyTarget(entry) === id)} day={day} />
      <FindingLines
        findings={report.findings.filter(({ target, severity }) => target === id && severity !== 'duty')}
      />
      <NoteTable kind="tradeCredit" only={(one) => one.id === id} start={advance} />
    </div>
  )
}
