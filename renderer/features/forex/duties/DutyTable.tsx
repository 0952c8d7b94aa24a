import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '#shared/rebate/deadlines/calendar'
import { daysBetween } from '#shared/rules/days'
import { ActButton } from '../../../app/ActButton'
import { RuleLink } from '../../../app/grounds/RuleLink'
import { useBook } from '../../../app/book'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { useDone } from '../useDone'
import { dutyTarget } from './target'

const soonDays = 7

/** Duties with their days, the nearest first; what is ticked as done leaves the list and stays in the book. */
export function DutyTable({ entries, day }: { entries: readonly CalendarEntry[]; day: string }) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const tick = (entry: CalendarEntry) =>
    void done(async () => {
      const target = dutyTarget(entry)
      const name = `${entry.rule} ${target}`
      await port.putForexNote(
        { kind: 'dutyDone', name, value: { rule: entry.rule, target, on: day } },
        t('why.dutyDone', { duty: show(entry.title) }),
      )
    })
  return (
    <Table<CalendarEntry>
      size="small"
      rowKey="id"
      dataSource={[...entries]}
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
            <ActButton
              does="putForexNote"
              size="small"
              aria-label={`${t('duty.done')} ${show(entry.title)}`}
              onClick={() => tick(entry)}
            >
              {t('duty.done')}
            </ActButton>
          ),
        },
      ]}
    />
  )
}
