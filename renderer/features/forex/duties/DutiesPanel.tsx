import { CalendarOutlined, FileExcelOutlined } from '@ant-design/icons'
import { Alert, Button, Spin, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '#shared/rebate/deadlines/calendar'
import { daysBetween } from '#shared/rules/days'
import { RuleLink } from '../../../app/grounds/RuleLink'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { useForexChanges } from '../changes'
import { FindingLines } from '../FindingLines'
import { NoteTable } from '../notes/NoteTable'
import { useDone } from '../useDone'
import { useSheets } from '../useSheets'
import { today } from '../words'

const soonDays = 7

/** 义务与期限: what is due until when, what was done, refunds and their way; as a calendar file too. */
export function DutiesPanel() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const { busy, save, calendar } = useSheets()
  const day = today()
  const { value, state } = useQueryState(() => port.forexDuties(day), `${useForexChanges()} ${day}`)
  if (typeof state === 'object' && !value) return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin aria-label={t('loading')} />
  const { entries, overdue, report, refunds } = value
  const targetOf = ({ id, rule }: CalendarEntry) => id.slice(`forex-${rule}-`.length)
  const tick = (entry: CalendarEntry) =>
    void done(async () => {
      const target = targetOf(entry)
      const name = `${entry.rule} ${target}`
      await port.putForexNote(
        { kind: 'dutyDone', name, value: { rule: entry.rule, target, on: day } },
        t('why.dutyDone', { duty: show(entry.title) }),
      )
    })
  return (
    <div className="face-page face-scroll" data-help="forex.duties">
      <div className="face-tools">
        <StateTag tone={overdue > 0 ? 'bad' : 'good'}>{t('duty.overdue', { count: overdue })}</StateTag>
        <span className="face-note">{t('duty.says', { day })}</span>
        <span className="face-space" />
        <Button icon={<CalendarOutlined />} loading={busy === 'calendar'} onClick={() => void calendar(day)}>
          {t('output.calendar')}
        </Button>
        <Button
          icon={<FileExcelOutlined />}
          loading={busy === 'excel'}
          onClick={() => void save('excel', 'duties')}
        >
          {t('output.excel')}
        </Button>
      </div>
      <Table<CalendarEntry>
        size="small"
        rowKey="id"
        dataSource={entries}
        pagination={{ pageSize: 15, hideOnSinglePage: true }}
        locale={{ emptyText: t('duty.none') }}
        columns={[
          {
            key: 'day',
            title: t('duty.day'),
            width: 170,
            render: (_v, entry) => {
              const left = daysBetween(day, entry.day)
              return (
                <StateTag tone={left < 0 ? 'bad' : left <= soonDays ? 'waiting' : 'neutral'}>
                  {t(left < 0 ? 'duty.over' : 'duty.left', { day: entry.day, days: Math.abs(left) })}
                </StateTag>
              )
            },
          },
          { key: 'title', title: t('duty.what'), render: (_v, { title }) => show(title) },
          { key: 'note', title: t('duty.fix'), render: (_v, { note }) => show(note) },
          {
            key: 'rule',
            title: t('finding.rule'),
            width: 90,
            render: (_v, { rule }) => <RuleLink rule={rule} />,
          },
          {
            key: 'act',
            title: '',
            width: 80,
            render: (_v, entry) => (
              <Button
                size="small"
                aria-label={`${t('duty.done')} ${show(entry.title)}`}
                onClick={() => tick(entry)}
              >
                {t('duty.done')}
              </Button>
            ),
          },
        ]}
      />
      <FindingLines findings={report.findings.filter(({ severity }) => severity !== 'duty')} />
      <NoteTable kind="tradeCredit" />
      <NoteTable kind="refund" />
      {refunds.refunds.length > 0 && (
        <section className="face-card" aria-label={t('refund.title')} data-help="forex.refund">
          <h2>{t('refund.title')}</h2>
          <table className="face-plain">
            <thead>
              <tr>
                <th>{t('refund.id')}</th>
                <th className="face-number">{t('refund.days')}</th>
                <th>{t('refund.decision')}</th>
                <th className="face-number">{t('refund.usd')}</th>
                <th>{t('refund.remark')}</th>
              </tr>
            </thead>
            <tbody>
              {refunds.refunds.map(({ id, days, decision, usdEq, remark }) => (
                <tr key={id}>
                  <td>{id}</td>
                  <td className="face-number">{days}</td>
                  <td>{t(`refund.${decision}`)}</td>
                  <td className="face-number">{usdEq ?? t('refund.noRate')}</td>
                  <td>{remark}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <FindingLines findings={refunds.findings} />
        </section>
      )}
      <NoteTable kind="advance" />
    </div>
  )
}
