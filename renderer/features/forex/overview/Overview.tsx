import { Alert, DatePicker, Spin } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ages, type AgeRow } from '#shared/forex/aggregate'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { ForexAggregate } from '../../../data/port'
import { useForexChanges } from '../changes'
import { FindingLines } from '../FindingLines'
import { today } from '../words'
import { flows } from './bars'
import { FlowChart } from './FlowChart'

const form = 'YYYY-MM-DD'
/** Months drawn; the table below has them too. */
const drawn = 12

function Months({ months }: Pick<ForexAggregate, 'months'>) {
  const { t } = useTranslation('forex')
  const last = months.slice(-drawn)
  const missing = last.flatMap(({ month, missing: rates }) =>
    [...new Set(rates.map(({ currency }) => currency))].map((currency) => `${month} ${currency}`),
  )
  return (
    <section className="face-card" aria-label={t('flow.title')} data-help="forex.flows">
      <h2>
        {t('flow.title')} <small>{t('flow.unit')}</small>
      </h2>
      {missing.length > 0 && (
        <Alert type="warning" showIcon title={t('flow.missing', { rates: missing.join(', ') })} />
      )}
      <FlowChart months={last} />
      <div className="forex-wide">
        <table className="face-plain">
          <thead>
            <tr>
              <th>{t('month.month')}</th>
              {flows.map((flow) => (
                <th key={flow} className="face-number">
                  {t(`flow.${flow}`)}
                </th>
              ))}
              <th className="face-number">{t('flow.fundsLessGoods')}</th>
            </tr>
          </thead>
          <tbody>
            {last.map((month) => (
              <tr key={month.month}>
                <td>{month.month}</td>
                {flows.map((flow) => (
                  <td key={flow} className="face-number">
                    {groupDigits(month[flow])}
                  </td>
                ))}
                <td className="face-number">{groupDigits(month.fundsLessGoods)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Indicators with the formula that the rules publish; shown, and not judged, because the limits are not published. */
function Indicators({ figures, complete }: Pick<ForexAggregate, 'figures' | 'complete'>) {
  const { t } = useTranslation('forex')
  const shown = (
    [
      ['totalDifference', figures.totalDifference, ''],
      ['totalDifferenceRatePct', figures.totalDifferenceRatePct, '%'],
      ['fundsGoodsRatioPct', figures.fundsGoodsRatioPct, '%'],
      ['creditBalanceRatioPct', figures.creditBalanceRatioPct, '%'],
    ] as const
  ).filter(([, value]) => value !== undefined)
  return (
    <section className="face-card" aria-label={t('indicator.title')} data-help="forex.indicators">
      <h2>{t('indicator.title')}</h2>
      {!complete && <Alert type="warning" showIcon title={t('indicator.incomplete')} />}
      <dl className="face-facts">
        {shown.map(([name, value, unit]) => (
          <div key={name}>
            <dt>{t(`indicator.${name}`)}</dt>
            <dd>
              <b>
                {value === undefined || value === null
                  ? t('indicator.noScale')
                  : unit === ''
                    ? showAmount(value, 'USD')
                    : `${groupDigits(value)}${unit}`}
              </b>{' '}
              <span className="face-note">{t(`formula.${name}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <FindingLines findings={figures.findings} />
      <p className="face-note">{t('indicator.says')}</p>
    </section>
  )
}

function Ages({ rows }: { rows: readonly AgeRow[] }) {
  const { t } = useTranslation('forex')
  const show = useText()
  return (
    <section className="face-card" aria-label={t('creditAge.title')} data-help="forex.creditAges">
      <h2>{t('creditAge.title')}</h2>
      {rows.length === 0 ? (
        <p className="face-note">{t('creditAge.none')}</p>
      ) : (
        <table className="face-plain">
          <thead>
            <tr>
              <th>{t('creditAge.type')}</th>
              <th>{t('credit.currency')}</th>
              {ages.map(({ id, text }) => (
                <th key={id} className="face-number">
                  {show(text)}
                </th>
              ))}
              <th className="face-number">{t('creditAge.total')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ type, currency, total, byAge, refs }) => (
              <tr key={`${type} ${currency}`}>
                <td>{t(`creditAge.${type}`)}</td>
                <td>{currency}</td>
                {ages.map(({ id }) => (
                  <td key={id} className="face-number" title={refs[id].slice(0, 30).join(' ')}>
                    {showAmount(byAge[id], currency)}
                  </td>
                ))}
                <td className="face-number">
                  <b>{showAmount(total, currency)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** 汇总: goods flow and funds flow by month, indicators with their formulas, open advances and deferred receipts by age. */
export function Overview() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const [asOf, setAsOf] = useState(today)
  const { value, state } = useQueryState(() => port.forexAggregate(asOf), `${useForexChanges()} ${asOf}`)
  if (typeof state === 'object' && !value) return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin aria-label={t('loading')} />
  return (
    <div className="face-page face-scroll" data-help="forex.overview">
      <div className="face-tools">
        <label>
          {t('run.asOf')}
          <DatePicker
            allowClear={false}
            value={dayjs(asOf, form)}
            onChange={(day) => day && setAsOf(day.format(form))}
          />
        </label>
      </div>
      <Months months={value.months} />
      <Indicators figures={value.figures} complete={value.complete} />
      <Ages rows={value.ages} />
    </div>
  )
}
