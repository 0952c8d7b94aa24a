import { Alert, Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { retailLawFrom } from '#shared/declaration/retail-import/law'
import type { DeclarationList } from '#shared/model/list'
import { add, cmp } from '#shared/money/decimal'
import { showAmount } from '../../../components/numbers'

const CNY = 'CNY'

/** Limits and taxes of a retail import as far as this book knows: an estimate, and a lower bound of the year. */
export function RetailEstimate({ retail }: { retail: NonNullable<DeclarationList['retail']> }) {
  const { t } = useTranslation('declaration')
  const { law: from, dutiable, share, tax, missing = [], knownYear } = retail
  const law = retailLawFrom(from)
  const year = add(knownYear, dutiable)
  const money = (amount: string) => showAmount(amount, CNY)
  const inFull = cmp(share, '1') === 0
  const items = [
    { key: 'dutiable', label: t('retail.dutiable'), children: money(dutiable) },
    { key: 'perOrder', label: t('retail.perOrder'), children: law ? money(law.perOrder) : '' },
    { key: 'duty', label: t('retail.duty'), children: tax ? money(tax.duty) : '—' },
    { key: 'consumption', label: t('retail.consumption'), children: tax ? money(tax.consumption) : '—' },
    { key: 'vat', label: t('retail.vat'), children: tax ? money(tax.vat) : '—' },
    { key: 'total', label: t('retail.total'), children: tax ? money(tax.total) : '—' },
    { key: 'year', label: t('retail.year'), children: t('retail.atLeast', { amount: money(year) }) },
    { key: 'perYear', label: t('retail.perYear'), children: law ? money(law.perYear) : '' },
  ]
  return (
    <section aria-label={t('retail.title')} data-help="declaration.retail">
      <Descriptions size="small" bordered column={2} items={items} />
      <p className="record-note-plain">
        {t(inFull ? 'retail.inFull' : 'retail.within')} {t('retail.law', { from, source: law?.source ?? '' })}
      </p>
      {missing.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('retail.missing', { skus: missing.join(' ') })}
          description={t('retail.missingFix')}
        />
      )}
    </section>
  )
}
