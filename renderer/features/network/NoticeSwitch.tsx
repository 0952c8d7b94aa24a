import { Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { setDevice, useDevice } from '../../app/device'

/** Notifications of the system: only for what was sent back and for finished batches, and only when wanted. */
export function NoticeSwitch() {
  const { t } = useTranslation('network')
  const on = useDevice((state) => state.systemNotices)
  return (
    <section className="network-part" aria-label={t('notices.title')} data-help="network.notices">
      <h2>{t('notices.title')}</h2>
      <label className="network-row">
        <Switch checked={on} onChange={(systemNotices) => setDevice({ systemNotices })} />
        <span>{t('notices.on')}</span>
      </label>
      <p className="network-hint">{t('notices.what')}</p>
    </section>
  )
}
