import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figureNames, type FigureName } from '#shared/forex/ledger/month-figures'
import { isDecimal, isZero } from '#shared/money/decimal'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { showAmount } from '../../../components/numbers'
import { showTime } from '../../../components/time'
import type { ForexMonthView } from '../../../data/port'
import { useDone } from '../useDone'

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/

/** Corrections made in this month, of it or of a closed one, and those later months made about it. */
export function Corrections({ view }: { view: ForexMonthView }) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { month, shop, currency, corrections, later, closed } = view
  const [about, setAbout] = useState(month)
  const [figure, setFigure] = useState<FigureName>('sales')
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const ready =
    monthShape.test(about) && isDecimal(amount) && !isZero(amount) && reason.trim() !== '' && !closed
  const correct = async () => {
    if (!ready) return
    const made = await done(() =>
      port.correctForexMonth(month, shop, currency, { about, figure, amount, reason: reason.trim() }),
    )
    if (!made) return
    setAmount('')
    setReason('')
  }
  const list = (all: ForexMonthView['corrections']) => (
    <ul className="face-list">
      {all.map((one) => (
        <li key={`${one.at} ${one.figure} ${one.amount}`}>
          {one.month} · {t('correction.of', { month: one.about })} {t(`figure.${one.figure}`)}{' '}
          <b>{showAmount(one.amount, currency)}</b> {one.reason}{' '}
          <span className="face-note">{`${one.by} ${showTime(one.at)}`}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <section className="face-card" aria-label={t('correction.title')} data-help="forex.corrections">
      <h2>{t('correction.title')}</h2>
      {list(corrections)}
      {later.length > 0 && (
        <>
          <h3>{t('correction.later')}</h3>
          {list(later)}
        </>
      )}
      {closed ? (
        <p className="face-note">{t('correction.closed')}</p>
      ) : (
        <form
          className="face-tools"
          onSubmit={(event) => {
            event.preventDefault()
            void correct()
          }}
        >
          <label>
            {t('correction.about')}
            <Input
              className="forex-amount"
              value={about}
              status={monthShape.test(about) ? '' : 'error'}
              onChange={({ target }) => setAbout(target.value.trim())}
            />
          </label>
          <Select<FigureName>
            showSearch={{ optionFilterProp: 'label' }}
            className="face-choice-wide"
            aria-label={t('correction.figure')}
            value={figure}
            onChange={setFigure}
            options={figureNames.map((value) => ({ value, label: t(`figure.${value}`) }))}
          />
          <Input
            className="forex-amount"
            aria-label={t('correction.amount')}
            placeholder={t('correction.amount')}
            value={amount}
            onChange={({ target }) => setAmount(target.value.trim())}
          />
          <Input
            className="face-word"
            aria-label={t('correction.reason')}
            placeholder={t('correction.reason')}
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
          <ActButton does="correctForexMonth" htmlType="submit" disabled={!ready}>
            {t('correction.make')}
          </ActButton>
        </form>
      )}
    </section>
  )
}
