import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { exclusionTexts } from '#shared/summary/eligible'
import { openRoom } from '../../app/navigation'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { SummaryPreview } from '../../data/port'

/** Lists that stay out of this month: why, and what becomes of them. */
export function Excluded({ excluded }: Pick<SummaryPreview, 'excluded'>) {
  const { t } = useTranslation('summary')
  const show = useText()
  return (
    <section className="face-card" aria-label={t('excluded.title')} data-help="summary.excluded">
      <h2>{t('excluded.title')}</h2>
      <table className="face-plain">
        <thead>
          <tr>
            <th>{t('excluded.why')}</th>
            <th className="face-number">{t('excluded.lists')}</th>
            <th>{t('excluded.fix')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {excluded.map(({ reason, lists, copNos }) => (
            <tr key={reason}>
              <td>{show(exclusionTexts[reason].why)}</td>
              <td className="face-number">{groupDigits(String(lists))}</td>
              <td>{show(exclusionTexts[reason].fix)}</td>
              <td>
                <Button size="small" onClick={() => openRoom('lists', { copNo: copNos.join(',') })}>
                  {lists > copNos.length
                    ? t('excluded.showFirst', { count: copNos.length })
                    : t('excluded.show')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
