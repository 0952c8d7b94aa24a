import { useTranslation } from 'react-i18next'
import { gridTotals } from '../../app/list/useRoomList'
import { openTab } from '../../app/navigation'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type RowSource } from '../../components/grid'
import type { BreakView, Totals } from '../../data/port'
import { useBreakColumns } from './columns'
import type { BreakRow } from './useBreaks'

type BreakGridProps = {
  source: RowSource<BreakRow>
  totals: Totals | undefined
  matchedAt: string | undefined
  onDecide: (found: BreakView) => void
}

/** The record behind a break: its order, or the payment or waybill that no order claims. */
function openRecord({ order, fact, field, orderNo, theirs }: BreakView): void {
  if (order) openTab({ view: 'orders/record', params: { id: order }, title: orderNo })
  else if (fact) {
    const room = field.startsWith('payment') ? 'payments' : 'waybills'
    openTab({ view: `${room}/record`, params: { id: fact }, title: theirs })
  }
}

export function BreakGrid({ source, totals, matchedAt, onDecide }: BreakGridProps) {
  const { t } = useTranslation('matching')
  const title = useColumnTitles('matching', 'grid')
  const columns = useBreakColumns(onDecide)
  return (
    <div className="matching-grid" data-help="matching.breaks">
      <Grid<BreakRow>
        id="breaks"
        label={title('label')}
        columns={columns}
        source={source}
        onOpen={({ found }) => openRecord(found)}
        totals={totals && { filter: { ...gridTotals(totals), rows: source.total } }}
        empty={<p>{t(matchedAt ? 'grid.empty' : 'grid.notRun')}</p>}
      />
    </div>
  )
}
