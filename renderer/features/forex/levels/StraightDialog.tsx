import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffer } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { showAmount } from '../../../components/numbers'
import type { ForexSettlementRow } from '../../../data/port'
import { creditTitle } from '../ledger/title'
import { useDone } from '../useDone'
import { useNear } from './useNear'

type Props = { settlement: ForexSettlementRow; onClose: () => void }

/** Which credit a settlement became that a platform paid straight to a bank, no institution between. */
export function StraightDialog({ settlement, onClose }: Props) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const offer = useOffer('tieForexSettlement')
  const { id, shop, currency, paidOn, payout, straight } = settlement
  const [creditId, setCredit] = useState(straight)
  const { credits } = useNear(currency, paidOn, { credit: straight })
  const save = async () => {
    if (await done(() => port.tieForexSettlement(id, creditId || undefined, t('why.tie')))) onClose()
  }
  return (
    <Modal
      open
      title={`${paidOn} ${shop} ${id} ${showAmount(payout, currency)}`}
      okText={t('tie.do')}
      cancelText={t('cancel')}
      okButtonProps={offer}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div data-help="forex.tie">
        <label className="face-field">
          {t('tie.straight')}
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            value={creditId}
            onChange={setCredit}
            options={[
              { value: '', label: t('tie.none') },
              ...credits.map((one) => ({ value: one.id, label: creditTitle(one) })),
            ]}
          />
        </label>
        <p className="face-note">{t('tie.straightSay')}</p>
      </div>
    </Modal>
  )
}
