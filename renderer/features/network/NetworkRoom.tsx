import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from '../../app/room'
import { useText } from '../../components/text'
import { Doctor } from './Doctor'
import { IdentityCard } from './IdentityCard'
import { LookUp } from './LookUp'
import { NoticeSwitch } from './NoticeSwitch'
import { ProxyForm } from './ProxyForm'
import { ServiceForm } from './ServiceForm'
import { useSettings } from './useSettings'
import './network.css'

/** 网络与证书: what the book talks to and by which way, 网络体检 of that way, and 核验查询. */
export function NetworkRoom({ params }: ViewProps) {
  const { t } = useTranslation('network')
  const show = useText()
  const { settings, failure, reload } = useSettings()
  return (
    <div className="network" data-room="network">
      <div className="network-settings">
        {failure && <Alert type="error" showIcon title={show(failure.text)} />}
        {settings && (
          <>
            <section className="network-part" aria-label={t('service.title')}>
              <h2>{t('service.title')}</h2>
              <ServiceForm
                key={JSON.stringify(settings.service)}
                kind={settings.kind}
                service={settings.service}
                onSaved={reload}
              />
            </section>
            <section className="network-part" aria-label={t('proxy.title')}>
              <h2>{t('proxy.title')}</h2>
              <ProxyForm key={JSON.stringify(settings.proxy)} proxy={settings.proxy} onSaved={reload} />
            </section>
            <IdentityCard />
            <NoticeSwitch />
          </>
        )}
      </div>
      <div className="network-settings">
        <Doctor key={settings && JSON.stringify(settings)} at={params['at']} />
        {settings && <LookUp />}
      </div>
    </div>
  )
}
