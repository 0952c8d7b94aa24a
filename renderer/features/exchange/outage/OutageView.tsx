import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { outageForce } from '#shared/protocol/outage'
import { useText } from '../../../components/text'
import '../file/file.css'
import { PackForm } from './PackForm'
import { PackTable } from './PackTable'

/** 应急包: the officer states that the platform is down, and makes a signed pack; what was made stays listed. */
export function OutageView() {
  const { t } = useTranslation('outage')
  const show = useText()
  const [made, setMade] = useState(0)
  return (
    <div className="carry" data-view="queue/outage">
      <div className="carry-head">
        <h1>{t('title')}</h1>
        <span className="carry-note">{t('what')}</span>
      </div>
      <Alert type="info" showIcon title={show(outageForce)} />
      <section className="carry-step" aria-label={t('make')} data-help="queue.outage">
        <PackForm onMade={() => setMade((n) => n + 1)} />
      </section>
      <section aria-label={t('packs')}>
        <PackTable version={made} />
      </section>
    </div>
  )
}
