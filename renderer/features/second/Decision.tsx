import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showTime } from '../../components/time'
import type { AskedView } from '../../data/port'

export type Asking = { kind: 'give' | 'down'; act: AskedView; what: string }
type DecisionProps = { asking: Asking; onClose: () => void; onDone: (why: string) => void }

/** Agreeing sends at once; turning down takes a reason, which who asked for it reads. */
export function Decision({ asking: { kind, act, what }, onClose, onDone }: DecisionProps) {
  const { t } = useTranslation('second')
  const [why, setWhy] = useState('')
  const isOwn = act.standing === 'own'
  const ready = kind === 'give' || why.trim() !== ''
  const { numbers = [], count = 0 } = act
  return (
    <Modal
      open
      title={t(kind === 'give' ? 'giveTitle' : isOwn ? 'takeBackTitle' : 'downTitle', { what })}
      okText={t(kind === 'give' ? 'giveNow' : isOwn ? 'takeBackNow' : 'downNow')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready, autoFocus: kind === 'give' }}
      onOk={() => onDone(why.trim())}
      onCancel={onClose}
    >
      <p>{t('askedBy', { by: act.by, at: showTime(act.at) })}</p>
      {numbers.length > 0 && (
        <p>
          {numbers.join('、')} {count > numbers.length && t('more', { number: String(count) })}
        </p>
      )}
      {kind === 'give' ? (
        <p className="face-note">{t('giveWhat')}</p>
      ) : (
        <label className="second-why">
          {t('why')}
          <Input
            autoFocus
            aria-required
            value={why}
            maxLength={200}
            onChange={({ target }) => setWhy(target.value)}
            onPressEnter={({ nativeEvent }) => {
              if (!nativeEvent.isComposing && ready) onDone(why.trim())
            }}
          />
        </label>
      )}
    </Modal>
  )
}
