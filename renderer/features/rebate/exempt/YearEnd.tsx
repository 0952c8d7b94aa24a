import { Alert, Button, Empty, Spin, Statistic } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import type { OpenReason, YearEnd as YearEndView } from '#shared/rebate/life/year-end'
import { useBook } from '../../../app/book'
import { openRoom, openTab } from '../../../app/navigation'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { useText } from '../../../components/text'
import { useRebateChanges } from '../changes'
import type { Step } from '../wizard/steps'
import { writtenKey } from '../words'

/** Where in its batch what is open about a line is worked off. */
const stepOf: Readonly<Record<OpenReason, Step>> = {
  notSummarised: 'lines',
  noInvoice: 'links',
  notAllocated: 'links',
  notDeclared: 'findings',
  questioned: 'findings',
  letter: 'life',
  notCollected: 'papers',
  papersMissing: 'papers',
}

/** Numbers shown at once below a reason. */
const shownLines = 100
const keyOf = (id: string): string => (/^\d{21}$/.test(id) ? writtenKey(id) : id)

function Group({ group }: { group: YearEndView['groups'][number] }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const [open, setOpen] = useState(false)
  const { label, lines, refund, reason } = group
  const openLine = (id: string) =>
    act(async () => {
      const [row] = (await port.rebatePage({ table: 'items', filter: { ids: [id] }, offset: 0, limit: 1 }))
        .rows
      if (row && row.batch !== '') {
        openTab({ view: 'rebate/batch', params: { id: row.batch, step: stepOf[reason] }, title: '' })
        return
      }
      // In no batch: it stands alone in the list of declared items.
      const [found] = (await port.rebateSearch(id)).filter(({ kind }) => kind === 'rebateEntry')
      if (found) openRoom('rebate', { id: found.hits[0]!.id })
    })
  return (
    <>
      <tr>
        <td>{show(label)}</td>
        <td className="face-number">{groupDigits(String(lines.length))}</td>
        <td className="face-number">{showAmount(refund, 'CNY')}</td>
        <td>
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'yearEnd.hide' : 'yearEnd.show')}
          </Button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4}>
            <ul className="rebate-open">
              {lines.slice(0, shownLines).map((id) => (
                <li key={id}>
                  <Button type="link" size="small" onClick={() => void openLine(id)}>
                    <code>{keyOf(id)}</code>
                  </Button>
                </li>
              ))}
            </ul>
            {lines.length > shownLines && (
              <p className="face-note">{t('yearEnd.more', { count: lines.length - shownLines })}</p>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** 年度清理: exports of last year by what is open about them, what is at stake, and the days that are left. */
export function YearEnd() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const today = businessDay(new Date().toISOString())
  const { value, state } = useQueryState(() => port.rebateYearEnd(today), `${useRebateChanges()} ${today}`)
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  const { year, lastDay, daysLeft, groups, atStake, nearest36, show: prominence } = value as YearEndView
  const late = daysLeft < 0
  return (
    <div className="face-page face-scroll" data-help="rebate.yearEnd">
      <Alert
        type={prominence === 'prominent' && groups.length > 0 ? 'warning' : 'info'}
        showIcon
        title={t(late ? 'yearEnd.over' : 'yearEnd.left', { year, day: lastDay, days: Math.abs(daysLeft) })}
        description={t('yearEnd.uncertain')}
      />
      <div className="rebate-statistics">
        <Statistic title={t('yearEnd.lines')} value={groupDigits(String(atStake.lines))} />
        <Statistic title={t('yearEnd.refund')} value={showAmount(atStake.refund, 'CNY')} />
        {nearest36 && (
          <Statistic
            title={t('yearEnd.nearest36')}
            value={t('yearEnd.nearest36Of', {
              key: keyOf(nearest36.id),
              day: nearest36.day,
              days: nearest36.daysLeft,
            })}
          />
        )}
      </div>
      <section className="face-card" aria-label={t('yearEnd.title', { year })}>
        <h2>{t('yearEnd.title', { year })}</h2>
        {groups.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('yearEnd.none', { year })} />
        ) : (
          <table className="face-plain">
            <thead>
              <tr>
                <th>{t('yearEnd.reason')}</th>
                <th className="face-number">{t('yearEnd.lines')}</th>
                <th className="face-number">{t('yearEnd.refund')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <Group key={group.reason} group={group} />
              ))}
            </tbody>
          </table>
        )}
        <p className="face-note">{t('yearEnd.twice')}</p>
      </section>
    </div>
  )
}
