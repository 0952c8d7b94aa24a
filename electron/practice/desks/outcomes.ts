import type { Text } from '#shared/model/text'
import { isList } from './dossier'
import { isWithdrawal } from './filed'
import type { Filed } from './filed-document'

/**
 * Outcomes that an order number or copNo can ask for by its beginning, so that every state can be practised.
 * Declared in the capabilities; a real transport refuses references that begin like this.
 */
export type Outcome =
  'reject' | 'reject-once' | 'examine' | 'inspect' | 'send-fails' | 'unknown-status' | 'silent'

export const outcomes: readonly { prefix: string; outcome: Outcome; text: Text }[] = [
  {
    prefix: 'T100-',
    outcome: 'reject',
    text: { zh: '每次申报都海关退单（100）', en: 'Rejected by customs (100) at every attempt' },
  },
  {
    prefix: 'T101-',
    outcome: 'reject-once',
    text: { zh: '第一次申报退单（100），重报通过', en: 'Rejected (100) once, accepted when declared again' },
  },
  {
    prefix: 'T300-',
    outcome: 'examine',
    text: { zh: '先人工审核（300），再审结', en: 'Manual examination (300) first, then reviewed' },
  },
  {
    prefix: 'T500-',
    outcome: 'inspect',
    text: { zh: '先查验（500），再审结', en: 'Inspection (500) first, then reviewed' },
  },
  {
    prefix: 'T004-',
    outcome: 'send-fails',
    text: { zh: '第一次发送海关失败（4），原样再报成功', en: 'Sending to customs fails (4) once' },
  },
  {
    prefix: 'TUNK-',
    outcome: 'unknown-status',
    text: { zh: '中途来一个代码表没有的状态（777）', en: 'A status that no table knows (777) on the way' },
  },
  {
    prefix: 'T002-',
    outcome: 'silent',
    text: { zh: '停在申报中（2），不再有回执', en: 'Stays at declared (2), no further receipt' },
  },
]

/** The outcome a number asks for by its beginning. */
export const outcomeOfReference = (reference: string): Outcome | undefined =>
  outcomes.find(({ prefix }) => reference.startsWith(prefix))?.outcome

/** The outcome a 清单 or 撤销申请单 asks for; the other documents follow the list and have none. */
export function outcomeOf(document: Filed): Outcome | undefined {
  if (!isList(document) && !isWithdrawal(document.message)) return undefined
  const { orderNo = '', copNo = '' } = document.content.head
  return outcomeOfReference(orderNo) ?? outcomeOfReference(copNo)
}
