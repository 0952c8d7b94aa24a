import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseVerdict } from '#shared/ipc/release'
import { useAct } from '../../app/useAct'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'

/** A newer version that was brought here: looked at before somebody installs it. Absent where no publisher is known. */
export function Installer() {
  const { t } = useTranslation('safety')
  const show = useText()
  const { refuse } = useAct()
  const { value: info } = useQueryState(() => window.yiguan.invoke('app.info'), 0)
  const [verdict, setVerdict] = useState<ReleaseVerdict | null>(null)
  if (!info?.knowsPublisher) return null
  const check = () => window.yiguan.invoke('release.check').then(setVerdict, refuse)
  return (
    <section className="face-card" aria-label={t('installer.title')}>
      <h2>{t('installer.title')}</h2>
      <p className="face-note">{t('installer.what', { version: info.version })}</p>
      <div className="face-tools">
        <Button onClick={() => void check()}>{t('installer.check')}</Button>
      </div>
      {verdict && (
        <Alert
          showIcon
          data-testid="installer-verdict"
          type={verdict.ok ? 'success' : 'error'}
          title={verdict.ok ? t('installer.good', { version: verdict.release.version }) : show(verdict.text)}
          description={verdict.ok ? t('installer.install', { place: verdict.shownPath }) : undefined}
        />
      )}
    </section>
  )
}
