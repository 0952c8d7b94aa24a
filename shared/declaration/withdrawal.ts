import type { CebDocument, DeclarationList } from '../model/list'
import { directionOf } from '../model/mode'
import { derivation, derive, type Derivation } from './derive/derivation'
import { shanghaiTime } from '../time/shanghai'

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

/** CEB623 撤销申请单 of an import 清单: order, parcel and buyer are named as well. */
const importWithdrawalHead: readonly Derivation<WithdrawalInput>[] = [
  ...withdrawalHead,
  ...[
    ...['orderNo', 'ebpCode', 'ebpName', 'logisticsNo', 'logisticsCode', 'logisticsName'],
    ...['buyerIdType', 'buyerIdNumber', 'buyerName', 'buyerTelephone'],
  ].map(declared),
]

/** The message that asks to withdraw a 清单. */
export const withdrawalMessage = (list: Pick<DeclarationList, 'tradeMode'>): 'CEB605' | 'CEB623' =>
  directionOf(list.tradeMode) === 'import' ? 'CEB623' : 'CEB605'

/** The 撤销申请单 of a 清单 that customs has stored: without its invtNo there is nothing to name. */
export const withdrawalDocument = (input: WithdrawalInput): CebDocument => ({
  head: derive(withdrawalMessage(input.list) === 'CEB623' ? importWithdrawalHead : withdrawalHead, input),
})
