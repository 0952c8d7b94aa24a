import type { CebDocument, DeclarationList } from '../model/list'
import { derivation, derive, type Derivation } from './derive/derivation'
import { shanghaiTime } from './shanghai'

export type WithdrawalInput = {
  list: DeclarationList
  /** Own number of the 撤销申请单; kept when it is asked for again after a refusal. */
  copNo: string
  /** As customs reads it. */
  reason: string
  guid: string
  /** ISO instant. */
  now: string
}

const declared = (element: string) =>
  derivation<WithdrawalInput>(element, 'system', ({ list }) => list.documents.inventory.head[element])

/** CEB605 撤销申请单: who declares and where are those of the 清单; always new, never changed (appType 1). */
const withdrawalHead: readonly Derivation<WithdrawalInput>[] = [
  derivation('guid', 'system', ({ guid }) => guid),
  derivation('appType', 'fixed', () => '1'),
  derivation('appTime', 'system', ({ now }) => shanghaiTime(now)),
  derivation('appStatus', 'fixed', () => '2'),
  declared('customsCode'),
  derivation('copNo', 'system', ({ copNo }) => copNo),
  derivation('invtNo', 'system', ({ list }) => list.invtNo),
  derivation('reason', 'system', ({ reason }) => reason),
  declared('agentCode'),
  declared('agentName'),
  declared('ebcCode'),
  declared('ebcName'),
]

/** The 撤销申请单 of a 清单 that customs has stored: without its invtNo there is nothing to name. */
export const withdrawalDocument = (input: WithdrawalInput): CebDocument => ({
  head: derive(withdrawalHead, input),
})
