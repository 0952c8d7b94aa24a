import type { Member } from '../ceb/dossier-rules'
import type { DeclarationList } from '../model/list'
import { sourceFault, type BuildFault } from './build-fault'
import { buildList, type BuildInput } from './build-list'
import { sameContent } from './same-content'
import { members, messagesOf, type DossierMessage } from './dossier-messages'

/** `refused`: never taken in (a negative code, CEB900). `rejected`: 100 海关退单. */
export type Refusal = 'refused' | 'rejected'

export type CorrectionInput = Omit<BuildInput, 'copNo' | 'correction'> & {
  previous: DeclarationList
  refusal: Refusal
  /** Order, 收款单 and waybill of it that customs holds (120): unchanged ones are not sent again. */
  stored: ReadonlySet<DossierMessage>
}

/** `send`: the documents that have to go now, in this order; changes of stored ones wait for their 120 before the 清单. */
export type CorrectionResult =
  | { list: DeclarationList; send: DossierMessage[]; faults?: undefined }
  | { list?: undefined; send?: undefined; faults: BuildFault[] }

/**
 * The next attempt of a 清单 from its corrected sources: same copNo and orderNo, preNo and invtNo kept. appType after
 * a rejection is zone data (口径待确认); what was never taken in is declared as new. Documents customs holds and that
 * did not change stay as they were sent. Values an officer replaced stay replaced unless other overrides are given.
 */
export function correctList(input: CorrectionInput): CorrectionResult {
  const { previous, refusal, stored, zone } = input
  if (input.order.orderNo !== previous.orderNo) {
    const source = { record: 'order', key: previous.orderNo, field: 'orderNo' } as const
    return { faults: [sourceFault(otherOrder, source, input.order.orderNo)] }
  }
  const messages = messagesOf(previous)
  const ofData = (member: Member) => (stored.has(messages[member]) ? '2' : '1')
  const overrides = input.overrides ?? previous.overrides
  const built = buildList({
    ...input,
    ...(overrides && { overrides }),
    copNo: previous.copNo,
    correction: {
      attempt: previous.attempt + 1,
      appType: {
        order: ofData('order'),
        receipts: ofData('receipts'),
        logistics: ofData('logistics'),
        inventory: refusal === 'rejected' ? zone.rejectedAppType : '1',
      },
      ...(refusal === 'rejected' && previous.preNo && { preNo: previous.preNo }),
      ...(refusal === 'rejected' && previous.invtNo && { invtNo: previous.invtNo }),
    },
  })
  if (!built.list) return { faults: built.faults }
  const documents = { ...built.list.documents }
  const send: DossierMessage[] = []
  for (const member of members) {
    const before = previous.documents[member]
    const after = documents[member]
    if (!after) continue
    if (member !== 'inventory' && stored.has(messages[member]) && sameContent(before, after)) {
      documents[member] = before
    } else send.push(messages[member])
  }
  return { list: { ...built.list, documents }, send }
}

const otherOrder = {
  rule: 'correct-order-number',
  message: {
    zh: '更正不能改变申报订单号',
    en: 'A correction cannot change the declared order number',
  },
  fix: {
    zh: '恢复原订单号；确需换号的，作废原清单后以新编号申报',
    en: 'Restore the number; if it must change, void the list and declare under a new one',
  },
} as const
