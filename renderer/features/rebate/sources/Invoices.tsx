import { useTranslation } from 'react-i18next'
import { useColumnTitles } from '../../../components/column-titles'
import { showAmount } from '../../../components/numbers'
import { useInvoiceColumns } from '../columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useRebateList } from '../useRebateList'
import { useOnly } from './found'
import { ImportButton } from './ImportButton'
import { OnlyTag } from './OnlyTag'

/** Lines of purchase invoices and 缴款书 with what no 关联号 has taken yet. */
export function Invoices() {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'face')
  const columns = useInvoiceColumns()
  const only = useOnly('invoices')
  const words = useWords('name', only.where)
  const list = useRebateList('invoices', undefined, words.where)
  return (
    <div className="face-page" data-help="rebate.invoices">
      <ListBar
        words={words}
        placeholder={t('invoice.search')}
        list={list}
        choices={[
          {
            column: 'usage',
            title: t('invoice.usage'),
            options: (['rebate', 'credit', 'none'] as const).map((value) => ({
              value,
              label: t(`usage.${value}`),
            })),
          },
          {
            column: 'status',
            title: t('invoice.status'),
            options: (['normal', 'void', 'redReversed', 'abnormal'] as const).map((value) => ({
              value,
              label: t(`invoiceStatus.${value}`),
            })),
          },
        ]}
      >
        {list.sums && (
          <span className="face-note">
            {t('invoice.sums', {
              net: showAmount(list.sums.net, 'CNY'),
              left: showAmount(list.sums.leftNet, 'CNY'),
            })}
          </span>
        )}
        <OnlyTag number={only.number} />
        <ImportButton kind="invoices" />
      </ListBar>
      <div className="face-grid">
        <PagedGrid
          id="rebate-invoices"
          label={title('invoices')}
          list={list}
          columns={columns}
          empty={t('invoice.none')}
        />
      </div>
    </div>
  )
}
