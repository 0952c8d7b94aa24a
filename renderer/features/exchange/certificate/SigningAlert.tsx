import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openTab } from '../../../app/navigation'
import { useText } from '../../../components/text'
import { Unlock } from './Unlock'
import { useSigning } from './useSigning'

/** What about the signing certificate needs somebody: locked while documents wait, about to expire, expired. */
export function SigningAlert() {
  const { t } = useTranslation('certificate')
  const show = useText()
  const { book, signing, busy, run } = useSigning()
  if (!signing || signing.warnings.length === 0) return null
  const { key, warnings, unsigned } = signing
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="signing-alert"
      title={warnings.map((warning) => (
        <div key={warning.en}>{show(warning)}</div>
      ))}
      description={
        key === 'locked' &&
        unsigned.length > 0 && (
          <Unlock
            busy={busy}
            unlock={(password) =>
              run(() => window.yiguan.invoke('certificate.unlock', book, password), t('unlocked'))
            }
          />
        )
      }
      action={
        <Button onClick={() => openTab({ view: 'queue/certificate', params: {}, title: t('title') })}>
          {t('open')}
        </Button>
      }
    />
  )
}
