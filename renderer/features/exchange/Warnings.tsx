import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useText } from '../../components/text'
import type { ExchangeFacts } from '../../data/port'
import { Enrolment } from './Enrolment'
import { PracticeDown } from './PracticeDown'
import { useActing } from './useActing'

/** What forbids sending, and the way to lift it once its cause is gone. */
function HoldAlert({ hold, holdKind }: Pick<ExchangeFacts, 'hold' | 'holdKind'>) {
  const { t } = useTranslation('queue')
  const show = useText()
  const port = useBook()
  const { busy, act } = useActing()
  if (!hold || !holdKind) return null
  return (
    <Alert
      type="error"
      showIcon
      title={
        <>
          {t(`hold.${holdKind}`)} {show(hold.text)} <code>{hold.code}</code>
        </>
      }
      description={
        <>
          {hold.fix && <p>{show(hold.fix)}</p>}
          <p>{t(`hold.${holdKind}How`)}</p>
          {hold.code === 'account-unknown' && <Enrolment />}
        </>
      }
      action={
        <ActButton
          does="releaseHold"
          loading={busy}
          onClick={() => void act(() => port.releaseHold(holdKind), t('hold.said'))}
        >
          {t(`hold.${holdKind}Release`)}
        </ActButton>
      }
    />
  )
}

/** Everything that stands between the queue and the single window, in words with what to do. */
export function Warnings({ facts }: { facts: ExchangeFacts }) {
  const { t } = useTranslation('queue')
  return (
    <>
      <HoldAlert hold={facts.hold} holdKind={facts.holdKind} />
      {facts.line === 'offline' && <PracticeDown since={facts.lastCallAt} />}
      {facts.line === 'unconfigured' && <Alert type="info" showIcon title={t('unconfigured')} />}
      {facts.engine === 'elsewhere' && <Alert type="info" showIcon title={t('elsewhere')} />}
    </>
  )
}
