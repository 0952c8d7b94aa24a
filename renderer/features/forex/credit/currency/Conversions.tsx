import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDecimal } from '#shared/money/decimal'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { showAmount } from '../../../../components/numbers'
import { useDone } from '../../useDone'
import { today } from '../../words'
import { useCredit } from '../context'

const form = 'YYYY-MM-DD'

/** Conversions that the bank did of this receipt; what is left can still be asked for. */
export function Conversions() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const { row, converted } = credit
  const [on, setOn] = useState(today)
  const [amount, setAmount] = useState('')
  const [cny, setCny] = useState('')
  const [application, setApplication] = useState<number>()
  const open = (credit.forms.applications ?? []).filter(({ submitted, returned }) => submitted && !returned)
  const ready = isDecimal(amount) && isDecimal(cny)
  const note = async () => {
    if (!ready) return
    const noted = await done(() =>
      port.noteForexConversion(row.id, { on, amount, cny, application }, t('why.conversion')),
    )
    if (!noted) return
    setAmount('')
    setCny('')
  }
  return (
    <section className="face-card" aria-label={t('conversion.title')} data-help="forex.conversion">
      <h2>{t('conversion.title')}</h2>
      <ul className="face-list">
        {converted.map((one, at) => (
          <li key={`${at} ${one.on} ${one.amount}`}>
            {t('conversion.was', {
              on: one.on,
              amount: `${row.currency} ${showAmount(one.amount, row.currency)}`,
              cny: showAmount(one.cny, 'CNY'),
            })}{' '}
            {one.application !== undefined && t('application.numbered', { no: one.application })}{' '}
            <span className="face-note">{one.by}</span>
          </li>
        ))}
      </ul>
      <form
        className="face-tools"
        onSubmit={(event) => {
          event.preventDefault()
          void note()
        }}
      >
        {open.length > 0 && (
          <Select
            className="face-word"
            aria-label={t('conversion.application')}
            placeholder={t('conversion.application')}
            allowClear
            value={application ?? null}
            onChange={(no: number | undefined) => setApplication(no)}
            options={open.map(({ no, answers }) => ({
              value: no,
              label: `${t('application.numbered', { no })} ${showAmount(answers.amount, row.currency)}`,
            }))}
          />
        )}
        <DatePicker
          allowClear={false}
          aria-label={t('conversion.on')}
          value={dayjs(on, form)}
          onChange={(day) => day && setOn(day.format(form))}
        />
        <Input
          className="face-word"
          aria-label={t('conversion.amount')}
          placeholder={t('conversion.amount')}
          value={amount}
          onChange={({ target }) => setAmount(target.value.trim())}
        />
        <Input
          className="face-word"
          aria-label={t('conversion.cny')}
          placeholder={t('conversion.cny')}
          value={cny}
          onChange={({ target }) => setCny(target.value.trim())}
        />
        <ActButton does="noteForexConversion" htmlType="submit" disabled={!ready}>
          {t('conversion.note')}
        </ActButton>
      </form>
    </section>
  )
}
