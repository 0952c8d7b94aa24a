import { CopyOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#shared/ipc/contract'
import { useSession } from '../../app/book'

/** The key this book signs with, as the operator of a service lists it beforehand. */
export function IdentityCard() {
  const { t } = useTranslation('network')
  const { entry } = useSession()
  const { message } = App.useApp()
  const [identity, setIdentity] = useState<Result<'network.identity'>>()
  useEffect(() => {
    window.yiguan.invoke('network.identity', entry.id).then(setIdentity, () => undefined)
  }, [entry.id])
  if (!identity) return null
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => message.success(t('copied')))
  return (
    <section className="network-part" aria-label={t('identity.title')} data-help="network.identity">
      <h2>{t('identity.title')}</h2>
      <p className="network-hint">{t('identity.what')}</p>
      <dl className="network-facts">
        <div>
          <dt>{t('identity.fingerprint')}</dt>
          <dd>
            <code className="network-print">{identity.fingerprint}</code>
          </dd>
        </div>
      </dl>
      <div className="network-row">
        <Button icon={<CopyOutlined />} onClick={() => copy(identity.fingerprint)}>
          {t('identity.copyFingerprint')}
        </Button>
        <Button icon={<CopyOutlined />} onClick={() => copy(identity.publicKey)}>
          {t('identity.copyKey')}
        </Button>
      </div>
    </section>
  )
}
