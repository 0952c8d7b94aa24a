import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { taxKindNames, taxKinds } from '#shared/import-tax/tax-bill'
import type { TaxMonth } from '#shared/import-tax/tax-totals'
import { groupDigits, showAmount } from '../../components/numbers'
import { useText } from '../../components/text'

type Props = {
  months: readonly TaxMonth[]
  chosen: string | undefined
  onChoose: (month: string | undefined) => void
}

/** Sums of every month in CNY; a month that is pressed narrows the bills below. */
export function Months({ months, chosen, onChoose }: Props) {
  const { t } = useTranslation('import-tax')
  const show = useText()
  if (months.length === 0) return null
  return (
    <table className="import-tax-months" aria-label={t('months')} data-help="import-tax.months">
      <thead>
        <tr>
          <th>{t('month')}</th>
          <th className="import-tax-number">{t('count')}</th>
          {taxKinds.map((kind) => (
            <th key={kind} className="import-tax-number">
              {show(taxKindNames[kind])}
            </th>
          ))}
          <th className="import-tax-number">{t('bill.total')}</th>
          <th className="import-tax-number">{t('open')}</th>
          <th className="import-tax-number">{t('void')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, bills, amounts, total, open, void: gone }) => (
          <tr key={month}>
            <td>
              <Button
                size="small"
                type={month === chosen ? 'primary' : 'link'}
                aria-pressed={month === chosen}
                onClick={() => onChoose(month === chosen ? undefined : month)}
              >
                {month}
              </Button>
            </td>
            <td className="import-tax-number">{groupDigits(String(bills))}</td>
            {taxKinds.map((kind) => (
              <td key={kind} className="import-tax-number">
                {showAmount(amounts[kind], 'CNY')}
              </td>
            ))}
            <td className="import-tax-number">{showAmount(total, 'CNY')}</td>
            <td className="import-tax-number">{groupDigits(String(open))}</td>
            <td className="import-tax-number">{groupDigits(String(gone))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
