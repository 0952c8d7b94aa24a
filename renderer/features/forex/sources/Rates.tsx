import { Alert, Empty, Input, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf } from '#shared/reference/kinds'
import { useBook } from '../../../app/book'
import { ReferenceButton } from '../../../app/reference/ReferenceButton'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import { useForexChanges } from '../changes'

const pageSize = 15
const figures: ReadonlySet<string> = new Set(['usdPerUnit', 'bid', 'unit'])

/** A table read page by page, of one currency or of all. */
function Paged<R extends { id: string }>({
  name,
  ask,
  columns,
}: {
  name: 'rates' | 'quotes'
  ask: (query: { currency?: string; offset: number; limit: number }) => Promise<{ rows: R[]; total: number }>
  columns: readonly (readonly [
    key: 'currency' | 'month' | 'usdPerUnit' | 'source' | 'bank' | 'bid' | 'unit' | 'at',
    value: (row: R) => string,
  ])[]
}) {
  const { t } = useTranslation('forex')
  const show = useText()
  const [currency, setCurrency] = useState('')
  const [page, setPage] = useState(1)
  const asked = currency.trim().toUpperCase()
  const { value, state } = useQueryState(
    () => ask({ ...(asked && { currency: asked }), offset: (page - 1) * pageSize, limit: pageSize }),
    `${useForexChanges()} ${asked} ${page}`,
  )
  return (
    <>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <div className="face-tools">
        <Input
          className="face-choice"
          allowClear
          aria-label={t('credit.currency')}
          placeholder={t('credit.currency')}
          value={currency}
          onChange={({ target }) => {
            setCurrency(target.value)
            setPage(1)
          }}
        />
      </div>
      <Table<R>
        size="small"
        rowKey="id"
        dataSource={value?.rows ?? []}
        loading={state === 'loading' && !value}
        pagination={{
          pageSize,
          total: value?.total ?? 0,
          current: page,
          onChange: setPage,
          hideOnSinglePage: true,
        }}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={t(`${name === 'rates' ? 'rate.none' : 'quote.empty'}`)}
            />
          ),
        }}
        columns={columns.map(([key, of]) => ({
          key,
          title: t(`rate.${key}`),
          ...(figures.has(key) && { align: 'right' }),
          render: (_v: unknown, row: R) => of(row),
        }))}
      />
    </>
  )
}

/** SAFE's 折算率 by month, and what receipts and orders need and the book does not have. */
export function Rates() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { value } = useQueryState(() => port.forexMissingRates(), useForexChanges())
  const missing = value ?? []
  return (
    <section className="face-page" aria-label={t('source.rates')} data-help="forex.rates">
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('rate.missing', {
            rates: missing
              .slice(0, 20)
              .map(({ currency, month }) => `${month} ${currency}`)
              .join(', '),
          })}
        />
      )}
      <Paged
        name="rates"
        ask={(query) => port.forexRates(query)}
        columns={[
          ['currency', ({ currency }) => currency],
          ['month', ({ month }) => month],
          ['usdPerUnit', ({ usdPerUnit }) => usdPerUnit],
          ['source', ({ source }) => source],
        ]}
      />
      <div className="face-tools">
        <ReferenceButton table="safe-rates" name={kindOf('safe-rates')!.name('safe-rates', new Map())} />
        <span className="face-note">{t('rate.says')}</span>
      </div>
    </section>
  )
}

/** Prices that banks published, newest first. */
export function Quotes() {
  const { t } = useTranslation('forex')
  const port = useBook()
  return (
    <section className="face-page" aria-label={t('source.quotes')} data-help="forex.quotes">
      <Paged
        name="quotes"
        ask={(query) => port.bankQuotes(query)}
        columns={[
          ['bank', ({ bank }) => bank],
          ['currency', ({ currency }) => currency],
          ['bid', ({ bid }) => bid],
          ['unit', ({ unit }) => String(unit)],
          ['at', ({ at }) => at],
        ]}
      />
    </section>
  )
}
