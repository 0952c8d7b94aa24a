import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bridgeReasons, type BridgeReason, type StepId } from '#shared/forex/ledger/month-bridge'
import { isDecimal, isZero } from '#shared/money/decimal'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { ForexMonthView, ToldDifference } from '../../../data/port'
import { useDone } from '../useDone'

const reasons = Object.keys(bridgeReasons) as BridgeReason[]

type TellProps = {
  open: string
  onTell: (reason: BridgeReason, amount: string, note: string) => Promise<boolean>
}

/** One reason for what is left of a difference; starts with all of it. */
function Tell({ open, onTell }: TellProps) {
  const { t } = useTranslation('forex')
  const show = useText()
  const [reason, setReason] = useState<BridgeReason>('timing')
  const [amount, setAmount] = useState(open)
  const [note, setNote] = useState('')
  const ready = isDecimal(amount) && !isZero(amount)
  return (
    <form
      className="face-tools"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void onTell(reason, amount, note.trim())
      }}
    >
      <Select<BridgeReason>
        showSearch={{ optionFilterProp: 'label' }}
        className="forex-reason"
        aria-label={t('bridge.reason')}
        value={reason}
        onChange={setReason}
        options={reasons.map((value) => ({ value, label: show(bridgeReasons[value]) }))}
      />
      <Input
        className="forex-amount"
        aria-label={t('bridge.amount')}
        value={amount}
        status={ready ? '' : 'error'}
        onChange={({ target }) => setAmount(target.value.trim())}
      />
      <Input
        className="face-word"
        aria-label={t('bridge.note')}
        placeholder={t('bridge.note')}
        value={note}
        maxLength={200}
        onChange={({ target }) => setNote(target.value)}
      />
      <ActButton does="tellForexDifferences" htmlType="submit" size="small" disabled={!ready}>
        {t('bridge.tell')}
      </ActButton>
    </form>
  )
}

/** The sheet: expected, actual and difference of every step, the reasons told, and what is still untold. */
export function BridgeTable({ view }: { view: ForexMonthView }) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const { month, shop, currency, bridge, carriedIn, closed } = view
  const money = (amount: string) => showAmount(amount, currency)
  const told = bridge.steps.flatMap((step) => step.told) as ToldDifference[]
  const put = (next: ToldDifference[]) =>
    done(() => port.tellForexDifferences(month, shop, currency, next, t('why.told')))
  const tell = (step: StepId) => (reason: BridgeReason, amount: string, note: string) =>
    put([...told, { step, reason, amount, ...(note && { note }) }])
  return (
    <section className="face-card" aria-label={t('bridge.title')} data-help="forex.bridge">
      <h2>{t('bridge.title')}</h2>
      <table className="face-plain forex-bridge">
        <thead>
          <tr>
            <th>{t('bridge.step')}</th>
            <th className="face-number">{t('bridge.expected')}</th>
            <th className="face-number">{t('bridge.actual')}</th>
            <th className="face-number">{t('bridge.difference')}</th>
            <th>{t('bridge.reasons')}</th>
          </tr>
        </thead>
        <tbody>
          {bridge.steps.map(({ id, label, expected, actual, difference, told: own, open }) => (
            <tr key={id}>
              <td>{show(label)}</td>
              <td className="face-number">{money(expected)}</td>
              <td className="face-number">{money(actual)}</td>
              <td className="face-number">
                <b>{money(difference)}</b>
              </td>
              <td>
                {own.map((one, at) => (
                  <div key={`${at} ${one.reason} ${one.amount}`}>
                    {show(bridgeReasons[one.reason])} {money(one.amount)} {one.note}{' '}
                    {!closed && (
                      <ActButton
                        does="tellForexDifferences"
                        type="link"
                        size="small"
                        danger
                        onClick={() => void put(told.filter((other) => other !== one))}
                      >
                        {t('line.drop')}
                      </ActButton>
                    )}
                  </div>
                ))}
                {isZero(open) ? (
                  <StateTag tone="good">{t(isZero(difference) ? 'gap.agrees' : 'bridge.whole')}</StateTag>
                ) : closed ? (
                  <StateTag tone="bad">{t('bridge.untold', { amount: money(open) })}</StateTag>
                ) : (
                  <Tell key={`${id} ${open}`} open={open} onTell={tell(id)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {carriedIn.length > 0 && (
        <p className="face-note">
          {t('bridge.carriedIn', {
            what: carriedIn
              .map(({ step, amount }) => `${t(`bridgeStep.${step}`)} ${money(amount)}`)
              .join('; '),
          })}
        </p>
      )}
      {bridge.carried.length > 0 && (
        <p className="face-note">
          {t('bridge.carried', {
            what: bridge.carried
              .map(({ step, amount }) => `${t(`bridgeStep.${step}`)} ${money(amount)}`)
              .join('; '),
          })}
        </p>
      )}
    </section>
  )
}
