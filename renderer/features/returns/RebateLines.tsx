import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { showAmount } from '../../components/numbers'
import type { ReturnedRow } from '../../data/port'

/** The lines of the rebate a return touches, where each stands and what it owes: what is seen before its task is closed. */
export function RebateLines({ copNo }: { copNo: string }) {
  const { t } = useTranslation('returns')
  const { t: of } = useTranslation('rebateAfter')
  const port = useBook()
  const { value } = useQueryState(() => port.rebateReturned(), copNo)
  if (!value) return null
  const rows = (value as ReturnedRow[]).filter(({ returned }) => returned.by.includes(copNo))
  if (rows.length === 0) return <p>{t('rebate.none')}</p>
  return (
    <>
      <p>{t('rebate.lines')}</p>
      <ul>
        {rows.map(({ key, name, batchNo, stage, due }) => (
          <li key={key}>
            <code>{`${key.slice(0, 18)}-${Number(key.slice(18))}`}</code> {name} {batchNo} ·{' '}
            {of(`returnStage.${stage}`)}
            {stage === 'paid' && due !== undefined && ` ${showAmount(due, 'CNY')}`}
          </li>
        ))}
      </ul>
    </>
  )
}
