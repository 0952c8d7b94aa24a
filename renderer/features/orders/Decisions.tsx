import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import type { OrderDossier } from '../../data/port'
import { laid, put, remove } from './overlays'
import { SplitOrder } from './SplitOrder'

/** What an officer may decide about an order that no 清单 declares: leave it out, take it back in, split it, unmerge it. */
export function Decisions({ dossier }: { dossier: OrderDossier }) {
  const { t } = useTranslation('orders')
  const port = useBook()
  const { act } = useAct()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { id, order, state, lists } = dossier
  const merged = laid(dossier, 'merged')
  if (order.kind !== 'order' || lists.some(({ record }) => record.state !== 'void')) return null
  const cancelled = state === 'cancelled'
  const kind = cancelled ? 'reinstate' : 'cancel'

  const unmerge = async () => {
    const said = t('said.unmerge', { orderNo: order.orderNo })
    await act({ name: 'order.unmerge', why: t('why.unmerge'), changes: remove(dossier, 'merged'), said })
    await port.match({ patient: true })
  }
  const decide = async () => {
    const why = reason.trim()
    const own = laid(dossier, 'cancelled')
    // What an officer cancelled is taken back; what the file cancelled is overruled.
    const changes = cancelled
      ? [
          ...remove(dossier, 'cancelled'),
          ...(own ? [] : [put(dossier, { aspect: 'reinstated', fact: id, reason: why })]),
        ]
      : [...remove(dossier, 'reinstated'), put(dossier, { aspect: 'cancelled', fact: id, reason: why })]
    await act({ name: `order.${kind}`, why, changes, said: t(`said.${kind}`, { orderNo: order.orderNo }) })
    setAsking(false)
    setReason('')
  }
  return (
    <>
      {merged && (
        <ActButton does="enter" onClick={() => void unmerge().catch(() => undefined)}>
          {t('unmerge')}
        </ActButton>
      )}
      {!cancelled && !merged && <SplitOrder dossier={dossier} />}
      <ActButton does="enter" danger={!cancelled} onClick={() => setAsking(true)}>
        {t(kind)}
      </ActButton>
      <Modal
        open={asking}
        title={t(`ask.${kind}`, { orderNo: order.orderNo })}
        okText={t(kind)}
        okButtonProps={{ danger: !cancelled, disabled: reason.trim() === '' }}
        onOk={() => void decide().catch(() => undefined)}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <label className="order-reason">
          {t('reason')}
          <Input autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </Modal>
    </>
  )
}
