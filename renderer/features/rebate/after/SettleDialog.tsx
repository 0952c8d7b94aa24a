import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { actionNames, settlePreRefund } from '#shared/rebate/settlement'
import { useBook } from '../../../app/book'
import { RuleLink } from '../../../app/grounds/RuleLink'
import { useAttempt } from '../../../app/useAttempt'
import { groupDigits, showAmount } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { PreRefundRow } from '../../../data/port'
import { writtenKey } from '../words'
import { DayField } from './DayField'

const number = /^\d+(\.\d+)?$/
const amounts = ['reverse', 'redeclare', 'netChange'] as const

/** 核算 of one pre-refund: what was sold until now decides what stays, is claimed anew or goes back; seen before it is stored. */
export function SettleDialog({ row, onClose }: { row: PreRefundRow; onClose: () => void }) {
  const { t } = useTranslation('rebateAfter')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const [on, setOn] = useState(() => businessDay(new Date().toISOString()))
  const [soldQty, setSold] = useState('')
  const [lostQty, setLost] = useState('')
  const [actualRefund, setActual] = useState('')
  const [busy, setBusy] = useState(false)
  const shaped =
    number.test(soldQty) && [lostQty, actualRefund].every((text) => text === '' || number.test(text))
  const given = {
    on,
    soldQty,
    ...(lostQty !== '' && { lostQty }),
    ...(actualRefund !== '' && { actualRefund }),
  }
  const done = shaped ? settlePreRefund(row, given) : undefined
  const settled = done && 'result' in done ? done : undefined
  const store = async () => {
    if (!settled) return
    setBusy(true)
    const made = await act(() => port.settleRebatePreRefund(row.key, given, t('why.settle')))
    setBusy(false)
    if (made) onClose()
  }
  const text = (
    name: 'sold' | 'lost' | 'actual',
    value: string,
    set: (text: string) => void,
    unit: string,
  ) => (
    <label>
      {t(`settle.${name}`)}
      <Input
        autoFocus={name === 'sold'}
        value={value}
        suffix={unit}
        status={value !== '' && !number.test(value) ? 'error' : ''}
        onChange={({ target }) => set(target.value.trim())}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void store()
        }}
      />
    </label>
  )
  return (
    <Modal
      open
      width="min(640px, 94vw)"
      title={t('settle.title', { key: writtenKey(row.key), name: row.name })}
      okText={t('settle.store')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !settled }}
      onOk={() => void store()}
      onCancel={onClose}
    >
      <p className="face-note">
        {t('settle.claimed', {
          qty: groupDigits(row.qty),
          unit: row.unit,
          refund: showAmount(row.refund ?? '', 'CNY'),
          paidOn: row.paidOn ?? t('none'),
          from: row.window?.[0] ?? t('none'),
          to: row.window?.[1] ?? t('none'),
        })}
      </p>
      <div className="rebate-form" data-help="rebate.settle">
        <DayField label={t('settle.on')} value={on} onChange={setOn} />
        {text('sold', soldQty, setSold, row.unit)}
        {text('lost', lostQty, setLost, row.unit)}
        {text('actual', actualRefund, setActual, 'CNY')}
      </div>
      {done && 'refused' in done && (
        <Alert type="warning" showIcon title={show(done.refused.text)} description={show(done.refused.fix)} />
      )}
      {settled && (
        <section className="face-card" aria-label={t('settle.result')}>
          <h2>{show(actionNames[settled.result.action])}</h2>
          <dl className="face-facts">
            {amounts.map((name) =>
              settled.result[name] === undefined ? null : (
                <div key={name} className="rebate-fact">
                  <dt>{t(`settle.${name}`)}</dt>
                  <dd>{showAmount(settled.result[name], 'CNY')}</dd>
                </div>
              ),
            )}
          </dl>
          {settled.findings.map(({ rule, text: says, fix }) => (
            <p key={`${rule} ${says.en}`}>
              <RuleLink rule={rule} /> {show(says)} <span className="face-note">{show(fix)}</span>
            </p>
          ))}
          <p className="face-note">{t('settle.says')}</p>
        </section>
      )}
    </Modal>
  )
}
