import { Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventRules } from '#shared/returns/routes'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useText } from '../../components/text'
import type { BookPort, ReturnView } from '../../data/port'
import { RebateLines } from './RebateLines'

type Act = 'send' | 'takeBack' | 'void' | 'tally' | 'tax' | 'forex'
const byState: Readonly<Record<ReturnView['state'], readonly Act[]>> = {
  draft: ['send', 'void'],
  refused: ['send', 'void'],
  waiting: ['takeBack', 'tally'],
  accepted: ['tally'],
  noted: ['void'],
  void: [],
}
const callOf = {
  send: 'sendReturn',
  takeBack: 'takeBackReturn',
  void: 'voidReturn',
  tally: 'tallyReturn',
  tax: 'settleReturn',
  forex: 'settleReturn',
} as const satisfies Record<Act, keyof BookPort>
/** Acts that want a reason; of the others a note says what it was seen from. */
const reasoned = new Set<Act>(['send', 'takeBack', 'void'])

/** What may be done with a case now: at customs, by the site's word, and in the other two books. */
export function ReturnActs({ one }: { one: ReturnView }) {
  const { t } = useTranslation('returns')
  const show = useText()
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const [asking, setAsking] = useState<Act>()
  const [why, setWhy] = useState('')
  const offered = [
    ...byState[one.state].filter(
      (act) => act !== 'tally' || (one.direction === 'export' && one.act === 'return' && !one.tallied),
    ),
    ...one.open,
  ]
  const consequence = eventRules[one.event].consequences.find(({ book }) => book === asking)
  const ready = asking === undefined || !reasoned.has(asking) || why.trim() !== ''
  const run = async () => {
    if (!asking || !ready) return
    setAsking(undefined)
    const note = why.trim()
    setWhy('')
    try {
      if (asking === 'tax' || asking === 'forex') await port.settleReturn(one.id, asking, note)
      else await port[callOf[asking]](one.id, note)
      offerUndo(t(`did.${asking}`, { copNo: one.copNo }), undefined)
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <Space size={4} wrap>
      {offered.map((act) => (
        <ActButton
          does={callOf[act]}
          key={act}
          size="small"
          danger={act === 'void'}
          onClick={() => setAsking(act)}
        >
          {t(`act.${act}`)}
        </ActButton>
      ))}
      {asking && (
        <Modal
          open
          title={`${t(`act.${asking}`)} ${one.copNo}`}
          okText={t(`act.${asking}`)}
          cancelText={t('cancel')}
          okButtonProps={{ disabled: !ready, ...(asking === 'void' && { danger: true }) }}
          onOk={() => void run()}
          onCancel={() => setAsking(undefined)}
        >
          {consequence && (
            <p>
              {show(consequence.text)} {consequence.uncertain && <em>{t('uncertain')}</em>}
            </p>
          )}
          {asking === 'tax' && one.direction === 'export' && <RebateLines copNo={one.copNo} />}
          <label className="return-why">
            {t(reasoned.has(asking) ? 'reason' : 'basis')}
            <Input
              autoFocus
              aria-required={reasoned.has(asking)}
              value={why}
              onChange={({ target }) => setWhy(target.value)}
              onPressEnter={(event) => {
                if (!event.nativeEvent.isComposing) void run()
              }}
            />
          </label>
        </Modal>
      )}
    </Space>
  )
}
