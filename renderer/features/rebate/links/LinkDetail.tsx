import { Alert, Checkbox, Drawer, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PRE_REFUND } from '#shared/rebate/pre-refund'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { RebateLinkRow } from '../../../data/port'
import { FigureTree } from '../../../app/grounds/FigureTree'
import { useAttempt } from '../../../app/useAttempt'
import { writtenKey } from '../words'
import { useWizard } from '../wizard/context'

type Leaving = { exports: number[]; purchases: number[] }
const toggled = (places: number[], place: number): number[] =>
  places.includes(place) ? places.filter((one) => one !== place) : [...places, place]

/** Both sides of a 关联号, how its amounts are made, and what leaves it for a new one (拆分). */
export function LinkDetail({ link, onClose }: { link: RebateLinkRow; onClose: () => void }) {
  const { t } = useTranslation('rebate')
  const { t: after } = useTranslation('rebateAfter')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const [leaving, setLeaving] = useState<Leaving>({ exports: [], purchases: [] })
  const { value, state } = useQueryState(
    () => port.explainRebateLink(batch.id, link.linkNo),
    `${batch.id} ${link.id} ${link.rev}`,
  )
  const { exports, purchases, linkNo, hsCode, businessType, locked } = link
  const mark = async () => {
    const next = businessType === PRE_REFUND ? '' : PRE_REFUND
    const marked = await act(async () => {
      await port.markRebateLinks(batch.id, [linkNo], next, after('why.linkType'))
      return true
    })
    if (marked) onClose()
  }
  const splits = leaving.exports.length + leaving.purchases.length > 0
  const everything =
    leaving.exports.length === exports.length && leaving.purchases.length === purchases.length
  const split = async () => {
    const made = await act(() => port.splitRebateLink(batch.id, linkNo, leaving, t('why.split')))
    if (made) onClose()
  }
  return (
    <Drawer
      open
      size={640}
      title={t('link.title', { linkNo, hsCode })}
      onClose={onClose}
      extra={
        <>
          <ActButton does="markRebateLinks" disabled={locked} onClick={() => void mark()}>
            {after(businessType === PRE_REFUND ? 'link.unmark' : 'link.mark')}
          </ActButton>{' '}
          <ActButton
            does="splitRebateLink"
            disabled={locked || !splits || everything}
            onClick={() => void split()}
          >
            {t('link.split')}
          </ActButton>
        </>
      }
    >
      <div className="face-detail" data-help="rebate.link">
        <h3>{t('hand.exports')}</h3>
        {exports.map(({ key, name, qty, unit }, at) => (
          <div key={key} className="figure-input">
            <Checkbox
              disabled={locked === true}
              checked={leaving.exports.includes(at)}
              onChange={() => setLeaving({ ...leaving, exports: toggled(leaving.exports, at) })}
            >
              {writtenKey(key)} {name}
            </Checkbox>
            <b>
              {groupDigits(qty)} {unit}
            </b>
          </div>
        ))}
        <h3>{t('hand.purchases')}</h3>
        {purchases.map(({ id, name, qty, unit, net, sellerName }, at) => (
          <div key={`${id} ${at}`} className="figure-input">
            <Checkbox
              disabled={locked === true}
              checked={leaving.purchases.includes(at)}
              onChange={() => setLeaving({ ...leaving, purchases: toggled(leaving.purchases, at) })}
            >
              {id} {name} {sellerName}
            </Checkbox>
            <b>
              {groupDigits(qty)} {unit} · {showAmount(net, 'CNY')}
            </b>
          </div>
        ))}
        <p className="face-note">{t('link.splitSays')}</p>
        <h3>{t('link.amounts')}</h3>
        {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
        {!value && state === 'loading' && <Spin />}
        {value?.length === 0 && <p className="face-note">{t('link.notRefunded')}</p>}
        {value?.map((figure) => (
          <FigureTree key={figure.figure} figure={figure} open={value.length === 1} />
        ))}
      </div>
    </Drawer>
  )
}
