import { MedicineBoxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { openRoom } from '../navigation'
import { useOnline, type OnlineFacts } from '../online'
import { roomById } from '../rooms'
import { showShortTime } from '../../components/time'

const queueRoom = 'queue'
const networkRoom = 'network'

/** The facts in one line: state by the last real call, what waits, what nobody knows, and the last receipt. */
export function onlineLine(t: TFunction, facts: OnlineFacts, now: string): string[] {
  const { state, queued, unknownOutcome, lastReceivedAt, lastCallAt } = facts
  return [
    t(`online.${state}`),
    queued > 0 ? t('online.queued', { count: queued }) : undefined,
    unknownOutcome > 0 ? t('online.unknownOutcome', { count: unknownOutcome }) : undefined,
    lastReceivedAt
      ? t('online.received', { time: showShortTime(lastReceivedAt, now) })
      : lastCallAt && t('online.called', { time: showShortTime(lastCallAt, now) }),
    state === 'offline' ? t('online.saved') : undefined,
  ].filter((part): part is string => Boolean(part))
}

export function OnlineBar() {
  const { t } = useTranslation('app')
  const facts = useOnline()
  const parts = onlineLine(t, facts, new Date().toISOString())
  const content = (
    <>
      <span className={`online-dot online-dot-${facts.state}`} aria-hidden />
      <span className="online-text" title={parts.join(' · ')}>
        {parts.join(' · ')}
      </span>
    </>
  )
  // Read out when the state changes, not with every receipt.
  const announcement = (
    <span className="visually-hidden" aria-live="polite">
      {parts[0]}
    </span>
  )
  return (
    <div className="online" data-state={facts.state}>
      {announcement}
      {roomById(queueRoom) ? (
        <button type="button" className="online-line" onClick={() => openRoom(queueRoom)}>
          {content}
        </button>
      ) : (
        <span className="online-line">{content}</span>
      )}
      {roomById(networkRoom) && facts.state !== 'online' && (
        <Button
          type="text"
          size="small"
          icon={<MedicineBoxOutlined />}
          onClick={() => openRoom(networkRoom, { at: String(Date.now()) })}
        >
          {t('online.examine')}
        </Button>
      )}
    </div>
  )
}
