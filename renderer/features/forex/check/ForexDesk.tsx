import { CloudUploadOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { accountOf } from '#shared/ipc/exchange'
import type { Text } from '#shared/model/text'
import { ActButton } from '../../../app/ActButton'
import { useSession } from '../../../app/book'
import { serviceStatus } from '../../../app/exchange'
import { describeFailure } from '../../../components/failure'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { ForexRunView } from '../../../data/port'

type Refused = 'unconfigured' | { text: Text; fix?: Text }

/**
 * The receipts of the last run at the forex desk of the single window, and whether it says what was known here.
 * `children`: other ways there.
 */
export function ForexDesk({ run, children }: { run: ForexRunView; children: ReactNode }) {
  const { t } = useTranslation('forex')
  const show = useText()
  const { entry, enterprise, port } = useSession()
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const { desk, asOf, outdated } = run
  const ask = async (): Promise<Refused | undefined> => {
    const { service } = await serviceStatus(entry.id)
    if (service === null || !enterprise) return 'unconfigured'
    const { text } = await port.forexExchange(asOf)
    const answer = await window.yiguan.invoke('exchange.forexPrecheck', entry.id, {
      account: accountOf(service, enterprise.customsCode),
      facts: JSON.parse(text) as Record<string, unknown>,
    })
    if (!answer.ok) return { text: answer.failure.message, fix: answer.failure.fix }
    await port.takeForexDesk({ service, verdicts: answer.value.verdicts }, t('why.desk', { service }))
    return undefined
  }
  const send = async () => {
    setBusy(true)
    setRefused(await ask().catch((error: unknown): Refused => describeFailure(error)))
    setBusy(false)
  }
  return (
    <>
      <div className="face-tools" data-help="forex.run">
        <ActButton
          does="takeForexDesk"
          icon={<CloudUploadOutlined />}
          loading={busy}
          disabled={outdated}
          onClick={() => void send()}
        >
          {t('desk.send')}
        </ActButton>
        <span className="face-note">
          {desk
            ? t('desk.last', { service: desk.service, at: showTime(desk.at), count: desk.receipts })
            : t('desk.none')}
        </span>
        <span className="face-space" />
        {children}
      </div>
      {desk && desk.differing.length > 0 && (
        <Alert type="warning" showIcon title={t('desk.differing', { ids: desk.differing.join(', ') })} />
      )}
      {desk && desk.differing.length === 0 && <Alert type="success" showIcon title={t('desk.same')} />}
      {refused === 'unconfigured' ? (
        <Alert type="info" showIcon title={t('desk.unconfigured')} />
      ) : (
        refused && (
          <Alert
            type="error"
            showIcon
            title={show(refused.text)}
            description={refused.fix && show(refused.fix)}
          />
        )
      )}
    </>
  )
}
