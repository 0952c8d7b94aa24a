import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isZero } from '#shared/money/decimal'
import { amountColumn, numberColumn, textColumn } from '../../../app/list/columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { useColumnTitles } from '../../../components/column-titles'
import type { GridColumn, GridRow } from '../../../components/grid'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import type { ForexSettlementRow } from '../../../data/port'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useForexList } from '../useForexList'
import { StraightDialog } from './StraightDialog'

/** First level: what platforms settled, with what each makes beside what it states. */
export function Settlements() {
  const { t } = useTranslation('forex')
  const title = useColumnTitles('forex', 'settlement')
  const words = useWords('shop')
  const list = useForexList('settlements', words.where)
  const [tying, setTying] = useState<ForexSettlementRow>()
  const columns = useMemo(
    () =>
      [
        textColumn({ key: 'id', title: title('id'), width: 140, frozen: true }),
        textColumn({ key: 'shop', title: title('shop'), width: 100 }),
        textColumn({ key: 'paidOn', title: title('paidOn'), width: 100 }),
        textColumn({ key: 'currency', title: title('currency'), width: 80 }),
        amountColumn({ key: 'payout', title: title('payout'), width: 100 }),
        amountColumn({ key: 'computed', title: title('computed'), width: 100 }),
        amountColumn({
          key: 'difference',
          title: title('difference'),
          width: 120,
          format: (value, row) =>
            value === null ? t('settlement.noTotal') : showAmount(String(value), String(row['currency'])),
          render: (value, row) =>
            value === null ? (
              t('settlement.noTotal')
            ) : isZero(String(value)) ? (
              <StateTag tone="good">{t('settlement.balanced')}</StateTag>
            ) : (
              <StateTag tone="bad">{showAmount(String(value), String(row['currency']))}</StateTag>
            ),
        }),
        amountColumn({ key: 'arrived', title: title('arrived'), width: 100 }),
        textColumn({ key: 'straight', title: title('straight'), width: 130 }),
        numberColumn({ key: 'lines', title: title('lines'), width: 64 }),
        textColumn({
          key: 'credits',
          title: title('credits'),
          width: 90,
          align: 'right',
          sortable: false,
          format: (value) => String((value as string[]).length),
        }),
      ] as unknown as GridColumn<ForexSettlementRow & GridRow>[],
    [t, title],
  )
  return (
    <section className="face-page" aria-label={t('levelPart.settlements')} data-help="forex.settlements">
      <ListBar words={words} placeholder={t('settlement.search')} list={list} />
      <div className="face-grid">
        <PagedGrid
          id="forex-settlements"
          label={title('title')}
          list={list}
          columns={columns}
          empty={t('settlement.none')}
          onOpen={setTying}
        />
      </div>
      {tying && <StraightDialog key={tying.id} settlement={tying} onClose={() => setTying(undefined)} />}
    </section>
  )
}
