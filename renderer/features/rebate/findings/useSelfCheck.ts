import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountOf } from '#shared/ipc/exchange'
import type { Text } from '#shared/model/text'
import { useSession } from '../../../app/book'
import { serviceStatus } from '../../../app/exchange'
import { describeFailure } from '../../../components/failure'
import type { RebateSelfCheck } from '../../../data/port'
import { useWizard } from '../wizard/context'

export type SelfCheckOutcome =
  { taken: RebateSelfCheck; service: string } | { refused: { text: Text; fix?: Text } } | 'unconfigured'

/**
 * 自检: hand the facts of the last 预检 to the tax desk of the single window of this book and take its 疑点 in. A line that is
 * down, or a service without such a desk, leaves everything as it is.
 */
export function useSelfCheck() {
  const { t } = useTranslation('rebate')
  const { entry, enterprise, port } = useSession()
  const { batch } = useWizard()
  const [outcome, setOutcome] = useState<SelfCheckOutcome>()
  const [busy, setBusy] = useState(false)
  const ask = async (): Promise<SelfCheckOutcome> => {
    const { service } = await serviceStatus(entry.id)
    if (service === null || !enterprise) return 'unconfigured'
    const { text } = await port.rebateExchange(batch.id)
    const answer = await window.yiguan.invoke('exchange.selfCheck', entry.id, {
      account: accountOf(service, enterprise.customsCode),
      claim: `${batch.period}-${batch.number}`,
      facts: JSON.parse(text) as Record<string, unknown>,
    })
    if (!answer.ok) return { refused: { text: answer.failure.message, fix: answer.failure.fix } }
    const { doubts } = answer.value
    return {
      service,
      taken: await port.takeRebateSelfCheck(batch.id, { service, doubts }, t('why.selfCheck', { service })),
    }
  }
  const send = async () => {
    setBusy(true)
    setOutcome(await ask().catch((error: unknown): SelfCheckOutcome => ({ refused: describeFailure(error) })))
    setBusy(false)
  }
  return { outcome, busy, send, close: () => setOutcome(undefined) }
}
