import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cmp } from '#shared/money/decimal'
import { useOffer } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { showAmount } from '../../../components/numbers'
import type { ForexMovementRow } from '../../../data/port'
import { creditTitle } from '../ledger/title'
import { useDone } from '../useDone'
import { Inflows } from './Inflows'
import { drawText, readDraws } from './draws'
import { useNear } from './useNear'

type Props = { movement: ForexMovementRow; onClose: () => void }

/** Whose payout a movement is, which credit a withdrawal became, and by hand the inflows it drew on. */
export function TieDialog({ movement, onClose }: Props) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { id, currency, amount, kind } = movement
  const inward = cmp(amount, '0') > 0
  const [settlementId, setSettlement] = useState(movement.settlementId)
  const [creditId, setCredit] = useState(movement.creditId)
  const [draws, setDraws] = useState(() => drawText(movement.draws))
  const read = readDraws(draws)
  const offer = useOffer('tieForexMovement', !read)
  const { settlementId: settlement, creditId: credit } = movement
  const { settlements, credits } = useNear(currency, movement.day, { settlement, credit })
  const none = { value: '', label: t('tie.none') }
  const save = async () => {
    if (!read) return
    const tie = {
      ...(settlementId && { settlementId }),
      ...(creditId && { creditId }),
      ...(read.length > 0 && { draws: read }),
    }
    if (await done(() => port.tieForexMovement(id, tie, t('why.tie')))) onClose()
  }
  return (
    <Modal
      open
      title={t('tie.title', {
        day: movement.day,
        kind: t(`movementKind.${kind}`),
        amount: showAmount(amount, currency),
      })}
      okText={t('tie.do')}
      cancelText={t('cancel')}
      okButtonProps={offer}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div data-help="forex.tie">
        {inward ? (
          <label className="face-field">
            {t('tie.settlement')}
            <Select
              autoFocus
              showSearch={{ optionFilterProp: 'label' }}
              value={settlementId}
              onChange={setSettlement}
              options={[
                none,
                ...settlements.map((one) => ({
                  value: one.id,
                  label: `${one.paidOn} ${one.shop} ${one.id} ${showAmount(one.payout, one.currency)}`,
                })),
              ]}
            />
          </label>
        ) : (
          <>
            <label className="face-field">
              {t('tie.credit')}
              <Select
                autoFocus
                showSearch={{ optionFilterProp: 'label' }}
                value={creditId}
                onChange={setCredit}
                options={[none, ...credits.map((one) => ({ value: one.id, label: creditTitle(one) }))]}
              />
            </label>
            <label className="face-field">
              {t('tie.draws')}
              <Input.TextArea
                rows={3}
                value={draws}
                status={read ? '' : 'error'}
                onChange={({ target }) => setDraws(target.value)}
              />
            </label>
            <p className="face-note">{t('tie.drawsSay')}</p>
            <Inflows
              outflow={movement}
              onAdd={(row) => setDraws((text) => [text.trimEnd(), row].filter(Boolean).join('\n'))}
            />
          </>
        )}
      </div>
    </Modal>
  )
}
