import { useTranslation } from 'react-i18next'
import type { RefundReport } from '#shared/forex/refunds'
import { FindingLines } from '../FindingLines'

/** 退汇: by which way each refund goes, and what is held against it. */
export function RefundTable({ refunds, findings }: Pick<RefundReport, 'refunds' | 'findings'>) {
  const { t } = useTranslation('forex')
  return (
    <section className="face-card" aria-label={t('refund.title')} data-help="forex.refund">
      <h2>{t('refund.title')}</h2>
      <table className="face-plain">
        <thead>
          <tr>
            <th>{t('refund.id')}</th>
            <th className="face-number">{t('refund.days')}</th>
            <th>{t('refund.decision')}</th>
            <th className="face-number">{t('refund.usd')}</th>
            <th>{t('refund.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {refunds.map(({ id, days, decision, usdEq, remark }) => (
            <tr key={id}>
              <td>{id}</td>
              <td className="face-number">{days}</td>
              <td>{t(`refund.${decision}`)}</td>
              <td className="face-number">{usdEq ?? t('refund.noRate')}</td>
              <td>{remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FindingLines findings={findings} />
    </section>
  )
}
