import { CalendarOutlined } from '@ant-design/icons'
import { Alert, Spin, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { daysBetween } from '#shared/rules/days'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { RebateLineDeadlines } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { useOutputs } from '../result/useOutputs'
import { RuleLink } from '../../../app/grounds/RuleLink'
import { writtenKey } from '../words'
import { useWizard } from '../wizard/context'

const soonDays = 30

function DayCell({ day, today }: { day: string | undefined; today: string }) {
  const { t } = useTranslation('rebate')
  if (day === undefined) return null
  const left = daysBetween(today, day)
  return (
    <StateTag tone={left < 0 ? 'bad' : left <= soonDays ? 'waiting' : 'neutral'}>
      {t(left < 0 ? 'deadline.over' : 'deadline.left', { day, days: Math.abs(left) })}
    </StateTag>
  )
}

function useColumns(today: string): TableColumnsType<RebateLineDeadlines> {
  const { t } = useTranslation('rebate')
  const show = useText()
  const day = (field: 'normalEnd' | 'fxDeadline' | 'limit36' | 'filingDocumentsDue') => ({
    key: field,
    title: t(`deadline.${field}`),
    width: 180,
    render: (_v: unknown, { deadlines }: RebateLineDeadlines) => (
      <DayCell day={deadlines[field]} today={today} />
    ),
  })
  return [
    { key: 'key', title: t('item.key'), width: 180, render: (_v, { key }) => writtenKey(key) },
    { key: 'exportDate', title: t('item.exportDate'), width: 96, render: (_v, { exportDate }) => exportDate },
    day('normalEnd'),
    day('fxDeadline'),
    day('limit36'),
    day('filingDocumentsDue'),
    {
      key: 'late',
      title: t('deadline.late'),
      width: 130,
      render: (_v, { deadlines }) =>
        deadlines.lateClaim && deadlines.lateClaim !== 'notLate'
          ? t(`deadline.lateClaim.${deadlines.lateClaim}`)
          : '',
    },
    {
      key: 'findings',
      title: t('deadline.findings'),
      render: (_v, { findings }) =>
        findings.map(({ rule, text }) => (
          <div key={rule}>
            <RuleLink rule={rule} /> {show(text)}
          </div>
        )),
    },
  ]
}

/** 期限 of every line by its export date, with the days that are left today. */
export function DeadlinesStep() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const { batch } = useWizard()
  const today = businessDay(new Date().toISOString())
  const columns = useColumns(today)
  const outputs = useOutputs(batch)
  const changes = useRebateChanges()
  const { value, state } = useQueryState(
    () => port.rebateDeadlines(batch.id, today),
    `${changes} ${batch.id} ${today}`,
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  const sorted = [...(value as RebateLineDeadlines[])].sort((a, b) => (a.exportDate < b.exportDate ? -1 : 1))
  return (
    <div className="face-page face-scroll" data-help="rebate.deadlines">
      <div className="face-tools">
        <span className="face-note">{t('deadline.says')}</span>
        <span className="face-space" />
        <ActButton
          does="rebateCalendar"
          icon={<CalendarOutlined />}
          loading={outputs.busy === 'calendar'}
          disabled={batch.lines === 0}
          onClick={() => void outputs.save('calendar')}
        >
          {t('output.calendar')}
        </ActButton>
      </div>
      <Table<RebateLineDeadlines>
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={sorted}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: t('lines.none') }}
      />
    </div>
  )
}
