import { CalendarOutlined, FileExcelOutlined } from '@ant-design/icons'
import { Alert, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { FindingLines } from '../FindingLines'
import { NoteTable } from '../notes/NoteTable'
import { NoSubject } from '../subject/NoSubject'
import { useSheets } from '../useSheets'
import { DutyTable } from './DutyTable'
import { RefundTable } from './RefundTable'
import { useDuties } from './useDuties'

/** 义务与期限: what is due until when, what was done, refunds and their way; as a calendar file too. */
export function DutiesPanel() {
  const { t } = useTranslation('forex')
  const show = useText()
  const { busy, save, calendar } = useSheets()
  const { day, duties, state } = useDuties()
  if (typeof state === 'object' && !duties) return <Alert type="error" showIcon title={show(state.error)} />
  if (!duties) return <Spin aria-label={t('loading')} />
  if (duties === 'unstated') return <NoSubject />
  const { entries, overdue, report, refunds } = duties
  return (
    <div className="face-page face-scroll" data-help="forex.duties">
      <div className="face-tools">
        <StateTag tone={overdue > 0 ? 'bad' : 'good'}>{t('duty.overdue', { count: overdue })}</StateTag>
        <span className="face-note">{t('duty.says', { day })}</span>
        <span className="face-space" />
        <ActButton
          does="forexCalendar"
          icon={<CalendarOutlined />}
          loading={busy === 'calendar'}
          onClick={() => void calendar(day)}
        >
          {t('output.calendar')}
        </ActButton>
        <ActButton
          does="forexTables"
          icon={<FileExcelOutlined />}
          loading={busy === 'excel'}
          onClick={() => void save('excel', 'duties')}
        >
          {t('output.excel')}
        </ActButton>
      </div>
      <DutyTable entries={entries} day={day} />
      <FindingLines findings={report.findings.filter(({ severity }) => severity !== 'duty')} />
      <NoteTable kind="tradeCredit" />
      <NoteTable kind="refund" />
      {refunds.refunds.length > 0 && <RefundTable {...refunds} />}
      <NoteTable kind="advance" />
    </div>
  )
}
