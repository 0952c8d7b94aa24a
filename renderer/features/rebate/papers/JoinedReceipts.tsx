import { useTranslation } from 'react-i18next'
import { showAmount } from '../../../components/numbers'
import type { RebatePapers } from '../../../data/port'

/** Receipts of a 报关单 that came from the 收汇台账. */
export function JoinedReceipts({ receipts }: Pick<RebatePapers, 'receipts'>) {
  const { t } = useTranslation('rebate')
  const joined = receipts.filter(({ credit }) => credit !== undefined)
  if (joined.length === 0) return null
  return (
    <ul className="face-list" aria-label={t('receipts.joined')}>
      {joined.map(({ no, date, item, amount, currency, payer = '' }) => (
        <li key={`${no} ${item ?? ''}`}>
          {t('receipts.one', {
            no,
            date,
            item: item ?? '',
            amount: showAmount(amount, currency),
            currency,
            payer,
          })}
        </li>
      ))}
    </ul>
  )
}
