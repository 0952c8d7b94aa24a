import { Alert, App, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookKind } from '#shared/model/enterprise'
import { noService, serviceOrigin, type ServiceSettings, type Trust } from '#shared/network/settings'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { foldWidth } from '../../components/normalize'
import { useText } from '../../components/text'
import { TrustChoice } from './TrustChoice'

type FormProps = { kind: BookKind; service: ServiceSettings; onSaved: () => Promise<void> }

/** Address of the single window of this book, and whom to believe to be it. */
export function ServiceForm({ kind, service, onSaved }: FormProps) {
  const { t } = useTranslation('network')
  const show = useText()
  const { entry } = useSession()
  const { message } = App.useApp()
  const [own, setOwn] = useState(service.url !== null || kind === 'real')
  const [address, setAddress] = useState(service.url ?? '')
  const [trust, setTrust] = useState<Trust>(service.trust)
  const [failure, setFailure] = useState<Failure>()
  const origin = serviceOrigin(foldWidth(address))
  const isWrong = own && address.trim() !== '' && origin === undefined
  const wanted: ServiceSettings = own && origin ? { url: origin, trust } : noService
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(service)

  const save = async () => {
    try {
      await window.yiguan.invoke('network.setService', entry.id, wanted)
      message.success(t('saved'))
      await onSaved()
    } catch (error) {
      setFailure(describeFailure(error))
    }
  }
  return (
    <form
      className="network-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWrong && isChanged) void save()
      }}
    >
      {kind === 'practice' && (
        <Radio.Group
          value={own}
          onChange={({ target }) => setOwn(target.value as boolean)}
          options={[
            { value: false, label: t('service.builtIn') },
            { value: true, label: t('service.lan') },
          ]}
        />
      )}
      {own && (
        <>
          <label className="network-field" data-help="network.address">
            <span>{t('service.address')}</span>
            <Input
              value={address}
              status={isWrong ? 'error' : undefined}
              aria-invalid={isWrong}
              aria-describedby="network-address-fault"
              onChange={({ target }) => setAddress(target.value)}
            />
          </label>
          <p id="network-address-fault" className={isWrong ? 'network-fault' : 'network-hint'}>
            {isWrong ? t('service.wrong') : t(`service.hint.${kind}`)}
          </p>
          {origin?.startsWith('https:') && <TrustChoice origin={origin} trust={trust} onChange={setTrust} />}
        </>
      )}
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      <ActButton does="network.setService" type="primary" htmlType="submit" disabled={isWrong || !isChanged}>
        {t('save')}
      </ActButton>
    </form>
  )
}
