import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Movement } from '#shared/forex/ledger/levels'
import { useBook } from '../../../app/book'
import { amountColumn, textColumn } from '../../../app/list/columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { useQueryState } from '../../../app/useQuery'
import { useColumnTitles } from '../../../components/column-titles'
import type { GridColumn, GridRow } from '../../../components/grid'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import type { ForexMovementRow } from '../../../data/port'
import { useForexChanges } from '../changes'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useForexList } from '../useForexList'
import { TieDialog } from './TieDialog'

export const movementKinds = [
  'payout',
  'sale',
  'refund',
  'fee',
  'hold',
  'conversion',
  'withdrawal',
  'other',
] as const satisfies readonly Movement['kind'][]

/** Balances of every account and currency: opening, closing as stated and as computed. */
function Balances() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { value } = useQueryState(() => port.forexAccounts(), useForexChanges())
  if (!value || value.length === 0) return null
  return (
    <ul className="forex-balances" aria-label={t('balance.title')}>
      {value.flatMap(({ id, balances }) =>
        balances.map(({ currency, opening, closing, computedClosing, balanced }) => (
          <li key={`${id} ${currency}`}>
            <b>
              {id} {currency}
            </b>{' '}
            {t('balance.opening')} {opening === null ? '—' : showAmount(opening, currency)} ·{' '}
            {t('balance.closing')} {closing === null ? '—' : showAmount(closing, currency)} ·{' '}
            {t('balance.computed')} {showAmount(computedClosing, currency)}{' '}
            <StateTag tone={balanced === null ? 'neutral' : balanced ? 'good' : 'bad'}>
              {t(balanced === null ? 'balance.untold' : balanced ? 'balance.yes' : 'balance.no')}
            </StateTag>
          </li>
        )),
      )}
    </ul>
  )
}

/** Second level: movements of accounts at institutions, what each is tied to and what it drew on. */
export function Movements() {
  const { t } = useTranslation('forex')
  const title = useColumnTitles('forex', 'movement')
  const words = useWords('account')
  const list = useForexList('movements', words.where)
  const [tying, setTying] = useState<ForexMovementRow>()
  const columns = useMemo(
    () =>
      [
        textColumn({ key: 'day', title: title('day'), width: 96, frozen: true }),
        textColumn({ key: 'account', title: title('account'), width: 130 }),
        textColumn({ key: 'no', title: title('no'), width: 120 }),
        textColumn({
          key: 'kind',
          title: title('kind'),
          width: 90,
          format: (value) => t(`movementKind.${value as Movement['kind']}`),
        }),
        textColumn({ key: 'currency', title: title('currency'), width: 80 }),
        amountColumn({ key: 'amount', title: title('amount'), width: 120 }),
        textColumn({ key: 'settlementId', title: title('settlement'), width: 150 }),
        textColumn({ key: 'creditId', title: title('credit'), width: 150 }),
        amountColumn({ key: 'rest', title: title('rest'), width: 110 }),
        textColumn({
          key: 'drawnOn',
          title: title('drawnOn'),
          width: 180,
          sortable: false,
          format: (value) => (value as string[]).join(' '),
        }),
        textColumn({
          key: 'byHand',
          title: title('byHand'),
          width: 80,
          format: (value) => (value ? t('movement.hand') : ''),
        }),
      ] as unknown as GridColumn<ForexMovementRow & GridRow>[],
    [t, title],
  )
  return (
    <section className="face-page" aria-label={t('levelPart.movements')} data-help="forex.movements">
      <Balances />
      <ListBar
        words={words}
        placeholder={t('movement.search')}
        list={list}
        choices={[
          {
            column: 'kind',
            title: t('movement.kind'),
            options: movementKinds.map((value) => ({ value, label: t(`movementKind.${value}`) })),
          },
        ]}
      />
      <div className="face-grid">
        <PagedGrid
          id="forex-movements"
          label={title('title')}
          list={list}
          columns={columns}
          empty={t('movement.none')}
          onOpen={setTying}
        />
      </div>
      {tying && <TieDialog key={tying.id} movement={tying} onClose={() => setTying(undefined)} />}
    </section>
  )
}
