import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { amountColumn, textColumn } from '../../../app/list/columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { openTab } from '../../../app/navigation'
import { useColumnTitles } from '../../../components/column-titles'
import type { GridColumn, GridRow } from '../../../components/grid'
import type { ForexEntryRow } from '../../../data/port'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { creditTitle } from '../ledger/title'
import { useForexList } from '../useForexList'

/** Entries of bank statements, credits and debits; a credit opens with Enter. */
export function Entries() {
  const { t } = useTranslation('forex')
  const title = useColumnTitles('forex', 'entry')
  const words = useWords('reference')
  const list = useForexList('entries', words.where)
  const columns = useMemo(
    () =>
      [
        textColumn({ key: 'day', title: title('day'), width: 96, frozen: true }),
        textColumn({ key: 'bookedOn', title: title('bookedOn'), width: 96 }),
        textColumn({ key: 'account', title: title('account'), width: 160 }),
        textColumn({
          key: 'side',
          title: title('side'),
          width: 80,
          format: (value, row) =>
            `${t(`side.${value as ForexEntryRow['side']}`)}${row['reversal'] ? ` ${t('side.reversal')}` : ''}`,
        }),
        textColumn({ key: 'currency', title: title('currency'), width: 80 }),
        amountColumn({ key: 'amount', title: title('amount'), width: 130 }),
        textColumn({ key: 'reference', title: title('reference'), width: 240 }),
      ] as unknown as GridColumn<ForexEntryRow & GridRow>[],
    [t, title],
  )
  return (
    <section className="face-page" aria-label={t('source.entries')} data-help="forex.entries">
      <ListBar
        words={words}
        placeholder={t('entry.search')}
        list={list}
        choices={[
          {
            column: 'side',
            title: t('entry.side'),
            options: (['credit', 'debit'] as const).map((value) => ({ value, label: t(`side.${value}`) })),
          },
        ]}
      />
      <div className="face-grid">
        <PagedGrid
          id="forex-entries"
          label={title('title')}
          list={list}
          columns={columns}
          empty={t('entry.none')}
          onOpen={(row) =>
            row.creditId !== '' &&
            openTab({ view: 'forex/credit', params: { id: row.creditId }, title: creditTitle(row) })
          }
        />
      </div>
    </section>
  )
}
