import { Alert, Empty, Spin } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { titleTab } from '../../app/navigation'
import type { ViewProps } from '../../app/room'
import { useChanges } from '../../app/useChanges'
import { NoteForm } from '../../app/note/NoteForm'
import { useQueryState } from '../../app/useQuery'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { ChooseMode } from './ChooseMode'
import { Decisions } from './Decisions'
import { OrderDocuments } from './OrderDocuments'
import { OrderHead } from './OrderHead'
import { OrderLines } from './OrderLines'
import { laid } from './overlays'
import { stateKey, stateTones } from './states'
import './orders.css'

/** One order with everything that belongs to it: goods, payments, waybills, breaks, 清单, and what was decided. */
export function OrderTab({ params }: ViewProps) {
  const { t } = useTranslation('orders')
  const show = useText()
  const port = useBook()
  const id = params['id'] ?? ''
  const changes = useChanges('facts', 'overlays', 'results', 'lists', 'goods', 'matches')
  const { value: dossier, state } = useQueryState(() => port.order(id), `${changes} ${id}`)
  const orderNo = dossier?.order.orderNo
  useEffect(() => {
    if (orderNo !== undefined) titleTab('orders/record', params, orderNo)
  }, [orderNo, params])

  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!dossier) return state === 'loading' ? <Spin /> : <Empty description={t('gone')} />
  const merged = laid(dossier, 'merged')
  const mode = laid(dossier, 'mode')
  return (
    <div className="order" data-order-state={dossier.state}>
      <header className="order-top">
        <h2>{dossier.order.orderNo}</h2>
        <StateTag tone={stateTones[dossier.state]}>{t(`state.${stateKey(dossier.state)}`)}</StateTag>
        <span className="order-space" />
        {mode && <StateTag tone="neutral">{t(`modes:path.${mode.record.path}`)}</StateTag>}
        {dossier.order.kind === 'order' && <ChooseMode orders={{ ids: [dossier.id] }} rows={1} />}
        <Decisions dossier={dossier} />
      </header>
      {merged && <Alert type="info" showIcon title={t('mergedInto', { orderNo: merged.record.orderNo })} />}
      <OrderHead dossier={dossier} />
      <OrderLines dossier={dossier} />
      <OrderDocuments dossier={dossier} />
      <NoteForm key={id} fact={id} known={laid(dossier, 'note')} act="order.note" />
    </div>
  )
}
