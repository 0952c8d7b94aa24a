import { Alert, Button, Empty, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { lockText } from '#shared/forex/ledger/month-lock'
import { useBook } from '../../../app/book'
import { openTab } from '../../../app/navigation'
import { useQueryState } from '../../../app/useQuery'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { ForexMonthRow } from '../../../data/port'
import { useForexChanges } from '../changes'
import { lockTones } from '../words'

/** How a month, shop and currency is called. */
export const useMonthTitle = () => {
  const { t } = useTranslation('forex')
  return ({ month, shop, currency }: Pick<ForexMonthRow, 'month' | 'shop' | 'currency'>) =>
    `${month} ${shop || t('month.mixed')} ${currency}`
}

/** 月结: months, shops and currencies with figures, newest first, and how far each is. */
export function Months() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const titleOf = useMonthTitle()
  const { value, state } = useQueryState(() => port.forexMonths(), useForexChanges())
  const open = (row: ForexMonthRow) => {
    const { month, shop, currency } = row
    openTab({ view: 'forex/month', params: { month, shop, currency }, title: titleOf(row) })
  }
  return (
    <section className="face-page" aria-label={t('face.months')} data-help="forex.months">
      <p className="face-note">{t('month.says')}</p>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<ForexMonthRow>
        size="small"
        rowKey={({ month, shop, currency }) => `${month} ${shop} ${currency}`}
        dataSource={(value ?? []) as ForexMonthRow[]}
        loading={state === 'loading' && !value}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('month.none')} /> }}
        onRow={(row) => ({ onDoubleClick: () => open(row) })}
        columns={[
          {
            key: 'month',
            title: t('month.month'),
            width: 110,
            render: (_v, row) => (
              <Button type="link" size="small" aria-label={titleOf(row)} onClick={() => open(row)}>
                {row.month}
              </Button>
            ),
          },
          { key: 'shop', title: t('credit.shop'), render: (_v, { shop }) => shop || t('month.mixed') },
          { key: 'currency', title: t('credit.currency'), width: 80, render: (_v, { currency }) => currency },
          {
            key: 'state',
            title: t('month.state'),
            width: 220,
            render: (_v, { state: lock }) => (
              <StateTag tone={lockTones[lock]}>{show(lockText[lock])}</StateTag>
            ),
          },
          {
            key: 'open',
            title: t('month.open'),
            width: 140,
            align: 'right',
            render: (_v, row) => String(row.open),
          },
        ]}
      />
    </section>
  )
}
