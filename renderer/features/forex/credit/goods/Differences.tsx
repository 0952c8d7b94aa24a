import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { differenceReasons, type DifferenceReason } from '#shared/forex/ledger/claims'
import { isDecimal, isZero } from '#shared/money/decimal'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { showAmount } from '../../../../components/numbers'
import { useText } from '../../../../components/text'
import { useDone } from '../../useDone'
import { useCredit } from '../context'

const reasons = Object.keys(differenceReasons) as DifferenceReason[]

/** Why bank and orders differ by a little; each reason has its total at month end. */
export function Differences() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const { row, differences } = credit
  const [reason, setReason] = useState<DifferenceReason>('intermediary')
  const [amount, setAmount] = useState('')
  const locked = row.stage === 'presented'
  const ready = isDecimal(amount) && !isZero(amount) && !locked
  const put = (next: typeof differences) =>
    done(() => port.explainForexCredit(row.id, next, t('why.difference')))
  const add = async () => {
    if (ready && (await put([...differences, { reason, amount }]))) setAmount('')
  }
  return (
    <section className="face-card" aria-label={t('difference.title')} data-help="forex.differences">
      <h2>{t('difference.title')}</h2>
      <ul className="face-list">
        {differences.map((one, at) => (
          <li key={`${at} ${one.reason} ${one.amount}`}>
            {show(differenceReasons[one.reason])} <b>{showAmount(one.amount, row.currency)}</b>{' '}
            <ActButton
              does="explainForexCredit"
              type="link"
              size="small"
              danger
              disabled={locked}
              onClick={() => void put(differences.filter((_one, other) => other !== at))}
            >
              {t('line.drop')}
            </ActButton>
          </li>
        ))}
      </ul>
      <form
        className="face-tools"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Select<DifferenceReason>
          showSearch={{ optionFilterProp: 'label' }}
          className="face-choice"
          aria-label={t('difference.reason')}
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({ value, label: show(differenceReasons[value]) }))}
        />
        <Input
          className="face-word"
          aria-label={t('difference.amount')}
          placeholder={t('difference.amount')}
          value={amount}
          status={amount !== '' && !isDecimal(amount) ? 'error' : ''}
          onChange={({ target }) => setAmount(target.value.trim())}
        />
        <ActButton does="explainForexCredit" htmlType="submit" disabled={!ready}>
          {t('difference.add')}
        </ActButton>
      </form>
      <p className="face-note">{t('difference.says')}</p>
    </section>
  )
}
