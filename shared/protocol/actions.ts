import type { Text } from '../model/text'
import { situationOf, type DocumentView, type Situation } from './situations'

export type Action =
  | 'edit'
  | 'declare'
  | 'take-back'
  | 'query'
  | 'resend-same'
  | 'correct'
  | 'change'
  | 'withdraw'
  | 'declare-anew'
  | 'withdraw-summary'
  | 'amend-elsewhere'
  | 'wait'

/**
 * One thing that may be done. `appTypes` are those the submission may carry; two of them mean a zone setting decides
 * (`uncertain`: 口径待确认). `keepsCopNo` false: a new number is needed.
 */
export type Option = {
  action: Action
  appTypes?: readonly ('1' | '2')[]
  keepsCopNo?: boolean
  uncertain?: boolean
  text: Text
}

const wait: Option = { action: 'wait', text: { zh: '等待回执', en: 'Wait for receipts' } }
const query: Option = { action: 'query', text: { zh: '查询结果', en: 'Ask for the result' } }
const resendSame: Option = {
  action: 'resend-same',
  text: { zh: '原样重发（内容不变）', en: 'Send the same bytes again' },
}
const withdraw: Option = {
  action: 'withdraw',
  text: { zh: '申请撤销（605），须填写原因', en: 'Ask to withdraw it (605), with a reason' },
}
const waitForWithdrawal: Option = {
  action: 'wait',
  text: {
    zh: '等待撤销申请的回执；还没有发出的撤销申请可以撤回',
    en: 'Wait for the receipt of the withdrawal; while it has not left it can be taken back',
  },
}
const declareAnew: Option = {
  action: 'declare-anew',
  appTypes: ['1'],
  keepsCopNo: false,
  text: { zh: '撤销成功后用新编号重新申报', en: 'Declare again under a new number' },
}
const correctRefused: Option = {
  action: 'correct',
  appTypes: ['1'],
  keepsCopNo: true,
  text: { zh: '未被接收：修改后重报，编号不变', en: 'Never taken in: correct and send again, same number' },
}
const correctRejected: Option = {
  action: 'correct',
  appTypes: ['1', '2'],
  keepsCopNo: true,
  uncertain: true,
  text: {
    zh: '海关退单：修改后重报，编号和电子口岸编号不变；新增或变更按综试区设置（口径待确认）',
    en: 'Rejected: correct and send again, same numbers; new or change as the zone is set (unconfirmed)',
  },
}

/** What may be done with a 清单 in each situation. */
export const listActions: Readonly<Record<Situation, readonly Option[]>> = {
  draft: [
    { action: 'edit', text: { zh: '修改', en: 'Edit' } },
    {
      action: 'declare',
      appTypes: ['1'],
      text: { zh: '申报（入发送队列）', en: 'Declare (into the queue)' },
    },
  ],
  'in-queue': [{ action: 'take-back', text: { zh: '撤回队列', en: 'Take out of the queue' } }],
  'on-the-way': [query, resendSame],
  unresolved: [query, resendSame],
  refused: [correctRefused],
  'not-forwarded': [query, resendSame],
  rejected: [correctRejected],
  'in-process': [wait],
  stored: [wait, withdraw],
  held: [wait],
  released: [withdraw],
  closed: [],
  good: [],
  returned: [],
  withdrawing: [waitForWithdrawal],
  withdrawn: [declareAnew],
}

const change: Option = {
  action: 'change',
  appTypes: ['2'],
  keepsCopNo: true,
  text: {
    zh: '先变更此单证，等海关入库（120）后再报清单',
    en: 'Change this document first, wait until it is stored (120), then the list',
  },
}

/** What differs for the order, 收款单 or waybill of a 清单: they cannot be withdrawn by 605. */
const companionActions: Readonly<Partial<Record<Situation, readonly Option[]>>> = {
  stored: [wait],
  released: [],
  withdrawn: [],
}

/** Situations of a 清单 in which its order, 收款单 and waybill are free to be changed (-301011, -401008, -504016 else). */
const leavesCompanionsFree: readonly Situation[] = ['draft', 'refused', 'rejected', 'withdrawn']

/**
 * What the officer may do with a document now. Before an answer is known only asking and repeating the same bytes are
 * offered; what customs holds is never edited.
 * @param list situation of the 清单 that uses the document, for order, 收款单 and waybill
 * @param summary whether the 清单 is in a 汇总申请 (`applied`) or its 报关单 was made (`declared`)
 */
export function nextActions(
  document: DocumentView,
  context: { list?: Situation; summary?: 'applied' | 'declared' } = {},
): readonly Option[] {
  const situation = situationOf(document)
  if (document.message !== 'CEB603') {
    const free = context.list === undefined || leavesCompanionsFree.includes(context.list)
    if (situation === 'good') return free ? [change] : []
    return companionActions[situation] ?? listActions[situation]
  }
  if (context.summary === 'applied') return [inSummary]
  if (context.summary === 'declared') return [amendElsewhere]
  return listActions[situation]
}

const inSummary: Option = {
  action: 'withdraw-summary',
  text: { zh: '已在汇总申请中，须先撤回汇总（701）', en: 'In a summary: withdraw the summary (701) first' },
}
const amendElsewhere: Option = {
  action: 'amend-elsewhere',
  text: {
    zh: '报关单已生成，修改撤销须在单一窗口办理',
    en: 'The declaration is made; amend it at the single window itself',
  },
}
