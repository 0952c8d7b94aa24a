import { App, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProxySettings } from '#shared/network/settings'
import { ActButton } from '../../app/ActButton'
import { describeFailure } from '../../components/failure'
import { foldWidth } from '../../components/normalize'
import { useText } from '../../components/text'

type FormProps = { proxy: ProxySettings; onSaved: () => Promise<void> }

/** How this machine reaches the network; the same for every book. */
export function ProxyForm({ proxy, onSaved }: FormProps) {
  const { t } = useTranslation('network')
  const show = useText()
  const { message } = App.useApp()
  const [mode, setMode] = useState(proxy.mode)
  const [server, setServer] = useState(proxy.mode === 'manual' ? proxy.server : '')
  const wanted = ProxySettings.safeParse(
    mode === 'manual' ? { mode, server: foldWidth(server).trim() } : { mode },
  )
  const isWrong = mode === 'manual' && server !== '' && !wanted.success
  const isChanged = wanted.success && JSON.stringify(wanted.data) !== JSON.stringify(proxy)
  const save = async () => {
    if (!wanted.success) return
    try {
      await window.yiguan.invoke('network.setProxy', wanted.data)
      message.success(t('saved'))
      await onSaved()
    } catch (error) {
      message.error(show(describeFailure(error).text))
    }
  }
  return (
    <form
      className="network-form"
      data-help="network.proxy"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) void save()
      }}
    >
      <Radio.Group
        aria-label={t('proxy.title')}
        value={mode}
        onChange={({ target }) => setMode(target.value as ProxySettings['mode'])}
        options={(['system', 'direct', 'manual'] as const).map((value) => ({
          value,
          label: t(`proxy.${value}`),
        }))}
      />
      {mode === 'manual' && (
        <label className="network-field">
          <span>{t('proxy.server')}</span>
          <Input
            value={server}
            status={isWrong ? 'error' : undefined}
            aria-invalid={isWrong}
            placeholder="10.0.0.1:8080"
            onChange={({ target }) => setServer(target.value)}
          />
        </label>
      )}
      {isWrong && <p className="network-fault">{t('proxy.wrong')}</p>}
      <ActButton does="network.setProxy" type="primary" htmlType="submit" disabled={!isChanged}>
        {t('save')}
      </ActButton>
    </form>
  )
}
