import { FileExcelOutlined, FilePdfOutlined, LockOutlined } from '@ant-design/icons'
import { Alert, Spin } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { lockText } from '#shared/forex/ledger/month-lock'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { titleTab } from '../../../app/navigation'
import type { ViewProps } from '../../../app/room'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { ForexMonthView } from '../../../data/port'
import { useForexChanges } from '../changes'
import { LawAsOf } from '../LawAsOf'
import { useAsk } from '../useAsk'
import { useDone } from '../useDone'
import { useSheets } from '../useSheets'
import { lockTones } from '../words'
import { BridgeTable } from './BridgeTable'
import { Corrections } from './Corrections'
import { Figures } from './Figures'
import { useMonthTitle } from './Months'
import '../../../styles/faces.css'
import '../forex.css'

/** State of the sheet, its outputs, and 锁账, which has no way back. */
function Head({ view, title }: { view: ForexMonthView; title: string }) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const ask = useAsk()
  const { busy, save } = useSheets()
  const { month, shop, currency, state, closed, refusal } = view
  const which = { month, shop, currency }
  const close = () => done(() => port.closeForexMonth(month, shop, currency, t('why.close')))
  return (
    <header className="face-head" data-help="forex.month">
      <h1>
        {t('month.heading', { title })}
        <StateTag tone={lockTones[state]}>{show(lockText[state])}</StateTag>
      </h1>
      {closed && <span className="face-note">{`${closed.by} ${showTime(closed.at)}`}</span>}
      <span className="face-space" />
      <ActButton
        does="print.pdf"
        icon={<FilePdfOutlined />}
        loading={busy === 'pdf'}
        onClick={() => void save('pdf', which, title)}
      >
        {t('output.pdf')}
      </ActButton>
      <ActButton
        does="forexTables"
        icon={<FileExcelOutlined />}
        loading={busy === 'excel'}
        onClick={() => void save('excel', which, title)}
      >
        {t('output.excel')}
      </ActButton>
      {!closed && (
        <ActButton
          does="closeForexMonth"
          type="primary"
          icon={<LockOutlined />}
          disabled={refusal !== undefined}
          onClick={() =>
            ask({ title: t('month.closeAsk', { title }), act: t('month.close'), run: close, final: true })
          }
        >
          {t('month.close')}
        </ActButton>
      )}
    </header>
  )
}

/** 月结勾稽表 of one month, shop and currency: every step with its difference, what was told of it, and 锁账. */
export function MonthView({ params }: ViewProps) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const titleOf = useMonthTitle()
  const { month = '', shop = '', currency = '' } = params
  const { value: view, state } = useQueryState(
    () => port.forexMonth(month, shop, currency),
    `${useForexChanges()} ${month} ${shop} ${currency}`,
  )
  const title = titleOf({ month, shop, currency })
  useEffect(() => titleTab('forex/month', params, title), [params, title])
  if (typeof state === 'object' && !view) return <Alert type="error" showIcon title={show(state.error)} />
  if (!view) return <Spin aria-label={t('loading')} />
  const money = (amount: string) => showAmount(amount, currency)
  return (
    <div className="forex" data-view="forex/month">
      <Head view={view} title={title} />
      <div className="face-page face-scroll">
        {view.refusal && !view.closed && (
          <Alert type="info" showIcon title={show(view.refusal.text)} description={show(view.refusal.fix)} />
        )}
        {view.drift.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('month.drift')}
            description={
              <ul className="face-list">
                {view.drift.map(({ figure, closed, now }) => (
                  <li key={figure}>
                    {t(`figure.${figure}`)} {money(closed)} → {money(now)}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        <BridgeTable view={view} />
        <Figures view={view} />
        <Corrections view={view} />
      </div>
      <LawAsOf />
    </div>
  )
}
