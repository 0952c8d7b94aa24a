import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountOf } from '#shared/ipc/exchange'
import type { Text } from '#shared/model/text'
import { BUNDLE_EXTENSION } from '#shared/protocol/bundle'
import { selfCheckBytes } from '#shared/protocol/self-check-file'
import { useSession } from '../../../app/book'
import { serviceStatus } from '../../../app/exchange'
import { describeFailure } from '../../../components/failure'
import { saveFile } from '../../../components/save/save-file'
import type { RebateSelfCheck } from '../../../data/port'
import { useWizard } from '../wizard/context'
import { bytesOfFile } from '../../../data/whole-file'

export type SelfCheckOutcome =
  | { taken: RebateSelfCheck; service: string }
  | { carried: string }
  | { refused: { text: Text; fix?: Text } }
  | 'unconfigured'

const otherClaim: { text: Text; fix: Text } = {
  text: {
    zh: '这份自检结果不是本批现在的资料：带走之后有改动，或是另一批的',
    en: 'This answer is not about the facts of this batch as they are now: they changed since, or it is of another batch',
  },
  fix: {
    zh: '重新预检，再「带走自检」一次',
    en: 'Check again and take the claim along once more',
  },
}

const digestOf = async (bytes: Uint8Array): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

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
  const claim = `${batch.period}-${batch.number}`
  const requestOf = async () => {
    const { text } = await port.rebateExchange(batch.id)
    return { claim, facts: JSON.parse(text) as Record<string, unknown> }
  }
  /** To be carried to a machine with a line; the answer comes back by the same way. */
  const takeAlong = async (): Promise<SelfCheckOutcome | undefined> => {
    if (!enterprise) return 'unconfigured'
    const request = await requestOf()
    const who = { code: enterprise.customsCode, name: enterprise.name }
    const seal = () => window.yiguan.invoke('carry.sealSelfCheck', entry.id, { enterprise: who, ...request })
    const saved = await saveFile(`yiguan-self-check-${claim}`, BUNDLE_EXTENSION, seal)
    return saved && { carried: saved.shownPath }
  }
  /** An answer about other facts than those of now would land on the wrong lines. */
  const bringBack = async (file: File): Promise<SelfCheckOutcome> => {
    const bytes = await bytesOfFile(file, 'carried')
    const code = enterprise?.customsCode ?? ''
    const { service, sha256, answer } = await window.yiguan.invoke('carry.openSelfCheck', entry.id, {
      code,
      bytes,
    })
    if (answer.claim !== claim || sha256 !== (await digestOf(selfCheckBytes(await requestOf())))) {
      return { refused: { text: otherClaim.text, fix: otherClaim.fix } }
    }
    const told = { service: service.name, doubts: answer.doubts }
    const why = t('why.selfCheck', { service: service.name })
    return { service: service.name, taken: await port.takeRebateSelfCheck(batch.id, told, why) }
  }
  const during = async (work: () => Promise<SelfCheckOutcome | undefined>) => {
    setBusy(true)
    setOutcome(
      await work().catch((error: unknown): SelfCheckOutcome => ({ refused: describeFailure(error) })),
    )
    setBusy(false)
  }
  return {
    outcome,
    busy,
    send: () => during(ask),
    takeAlong: () => during(takeAlong),
    bringBack: (file: File) => during(() => bringBack(file)),
    close: () => setOutcome(undefined),
  }
}
