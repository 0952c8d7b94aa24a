import { CloudUploadOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BUNDLE_EXTENSION } from '#shared/protocol/bundle'
import { ActButton } from '../../../app/ActButton'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { RebateSelfCheck } from '../../../data/port'
import { writtenKey } from '../words'
import { useWizard } from '../wizard/context'
import { useSelfCheck, type SelfCheckOutcome } from './useSelfCheck'

const listed = 20

/** 自检 with the tax desk of the single window: what it answered, and whether it says what was known here. */
export function SelfCheck() {
  const { t } = useTranslation('rebate')
  const { batch } = useWizard()
  const { outcome, busy, send, takeAlong, bringBack, close } = useSelfCheck()
  const chosen = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    if (chosen.current) chosen.current.value = ''
    if (file) void bringBack(file)
  }
  const { run, selfCheck, locked } = batch
  if (!run) return null
  return (
    <>
      <div className="face-tools" data-help="rebate.selfCheck">
        <ActButton
          does="takeRebateSelfCheck"
          icon={<CloudUploadOutlined />}
          loading={busy}
          disabled={locked || run.outdated}
          onClick={() => void send()}
        >
          {t('selfCheck.send')}
        </ActButton>
        <ActButton
          does="rebateExchange"
          disabled={locked || run.outdated || busy}
          onClick={() => void takeAlong()}
        >
          {t('selfCheck.takeAlong')}
        </ActButton>
        <input
          ref={chosen}
          type="file"
          hidden
          accept={`.${BUNDLE_EXTENSION}`}
          data-read-self-check
          onChange={({ target }) => take(target.files?.[0])}
        />
        <ActButton
          does="takeRebateSelfCheck"
          disabled={locked || busy}
          onClick={() => chosen.current?.click()}
        >
          {t('selfCheck.bringBack')}
        </ActButton>
        <span className="face-note">
          {selfCheck
            ? t('selfCheck.last', { ...selfCheck, at: showTime(selfCheck.at) })
            : t(run.outdated ? 'selfCheck.outdated' : 'selfCheck.none')}
        </span>
      </div>
      {outcome && <Outcome outcome={outcome} onClose={close} />}
    </>
  )
}

function Outcome({ outcome, onClose }: { outcome: SelfCheckOutcome; onClose: () => void }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  if (outcome === 'unconfigured') {
    return (
      <Alert
        type="info"
        showIcon
        closable={{ onClose }}
        title={t('selfCheck.unconfigured')}
        description={t('selfCheck.byHand')}
      />
    )
  }
  if ('carried' in outcome) {
    return (
      <Alert
        type="success"
        showIcon
        closable={{ onClose }}
        title={t('selfCheck.carried', { place: outcome.carried })}
        description={t('selfCheck.carriedHow')}
      />
    )
  }
  if ('refused' in outcome) {
    const { text, fix } = outcome.refused
    return (
      <Alert type="error" showIcon closable={{ onClose }} title={show(text)} description={fix && show(fix)} />
    )
  }
  const { taken } = outcome
  const differs = taken.onlyHere.length + taken.onlyThere.length > 0
  return (
    <Alert
      type={taken.blocking > 0 || differs || taken.left.length > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose }}
      title={t('selfCheck.done', taken)}
      description={<Details taken={taken} />}
    />
  )
}

/** What of the answer is about no line, which lines could not take it, and where both sides differ. */
function Details({ taken }: { taken: RebateSelfCheck }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const { elsewhere, left, onlyHere, onlyThere } = taken
  return (
    <ul className="face-list">
      <li>
        {onlyHere.length + onlyThere.length === 0
          ? t('selfCheck.same')
          : t('selfCheck.differs', { here: onlyHere.length, there: onlyThere.length })}
      </li>
      {[...onlyHere, ...onlyThere].slice(0, listed).map((id, at) => (
        <li key={id}>
          {t(at < onlyHere.length ? 'selfCheck.onlyHere' : 'selfCheck.onlyThere')} <code>{id}</code>
        </li>
      ))}
      {elsewhere.slice(0, listed).map(({ code, target, field, text }) => (
        <li key={`${code} ${target} ${field}`}>
          <code>{code}</code> {show(text)}
        </li>
      ))}
      {left.slice(0, listed).map(({ key, state }) => (
        <li key={key}>{t('selfCheck.left', { key: writtenKey(key), state: t(`state.${state}`) })}</li>
      ))}
    </ul>
  )
}
