import { App, AutoComplete, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { creditNatures, type CreditNature } from '#shared/forex/ledger/claims'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useText } from '../../../components/text'
import type { Filter, ForexClaim } from '../../../data/port'
import { inFlow } from './claim'
import { useShops } from './useShops'

type Props = {
  credits: Filter
  count: number
  /** What was said of the one credit before; the customer as it is shown, masked. */
  claimed?: ForexClaim | undefined
  onDone: () => void
  onClose: () => void
}
const natures = Object.keys(creditNatures) as CreditNature[]

/** 认领 of one credit or of many: what they are, whose, and why where they leave the flow. */
export function ClaimDialog({ credits, count, claimed, onDone, onClose }: Props) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const attempt = useAttempt()
  const { message } = App.useApp()
  const shops = useShops()
  const [nature, setNature] = useState<CreditNature>(claimed?.nature ?? 'goods')
  const [shop, setShop] = useState(claimed?.shop ?? '')
  const [customer, setCustomer] = useState(claimed?.customer ?? '')
  const [reason, setReason] = useState(claimed?.reason ?? '')
  const [busy, setBusy] = useState(false)
  const lacksReason = !inFlow(nature) && reason.trim() === ''
  const claim = async () => {
    if (lacksReason || busy) return
    setBusy(true)
    const done = await attempt(() =>
      port.claimForexCredits(
        credits,
        {
          nature,
          ...(shop.trim() && { shop: shop.trim() }),
          ...(customer.trim() && { customer: customer.trim() }),
          ...(reason.trim() && { reason: reason.trim() }),
        },
        t('why.claim', { nature: show(creditNatures[nature]) }),
      ),
    )
    setBusy(false)
    if (!done) return
    void message.success(t('claim.done', { claimed: done.claimed, left: done.left }))
    onDone()
  }
  return (
    <Modal
      open
      title={t('claim.title', { count })}
      okText={t('claim.do')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: lacksReason }}
      onOk={() => void claim()}
      onCancel={onClose}
    >
      <form
        data-help="forex.claim"
        onSubmit={(event) => {
          event.preventDefault()
          void claim()
        }}
      >
        <div className="face-fields">
          <label>
            {t('claim.nature')}
            <Select<CreditNature>
              showSearch={{ optionFilterProp: 'label' }}
              autoFocus
              value={nature}
              onChange={setNature}
              options={natures.map((value) => ({ value, label: show(creditNatures[value]) }))}
            />
          </label>
          <label>
            {t('claim.shop')}
            <AutoComplete
              value={shop}
              maxLength={60}
              onChange={setShop}
              // What is typed whole is offered no more: Enter then claims.
              options={shops.filter((one) => one.includes(shop) && one !== shop).map((value) => ({ value }))}
            />
          </label>
        </div>
        <label className="face-field">
          {t('claim.customer')}
          <Input value={customer} maxLength={100} onChange={({ target }) => setCustomer(target.value)} />
        </label>
        <label className="face-field">
          {t(inFlow(nature) ? 'claim.reason' : 'claim.reasonWanted')}
          <Input
            value={reason}
            maxLength={200}
            status={lacksReason ? 'error' : ''}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <p className="face-note">{t(inFlow(nature) ? 'claim.staysIn' : 'claim.leaves')}</p>
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
