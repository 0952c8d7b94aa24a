import type { Text } from '../model/text'
import type { DocumentKind } from './document-kind'
import type { Situation } from './situations'

export const actions = [
  'edit',
  'declare',
  'take-back',
  'void',
  'query',
  'resend-same',
  'correct',
  'change',
  'delete',
  'withdraw',
  'return',
  'declare-anew',
  'withdraw-summary',
  'amend-elsewhere',
  'wait',
] as const
export type Action = (typeof actions)[number]

export type AppType = '1' | '2' | '3'

/**
 * One thing that may be done. `appTypes` are those the submission may carry, absent for what sends nothing of this
 * document; two of them mean a zone setting decides. `keepsCopNo` false: a new number is needed. `uncertain`: 口径待确认.
 */
export type Option = {
  action: Action
  appTypes?: readonly AppType[]
  keepsCopNo?: boolean
  uncertain?: boolean
  text: Text
}

/** What is offered in each situation; a situation that a kind cannot be in is absent. */
type Offers = Readonly<Partial<Record<Situation, readonly Option[]>>>
export type ActTable = Readonly<Record<DocumentKind, Offers>>
/** Rows that stand for those of the table. */
export type ActDifferences = Readonly<Partial<Record<DocumentKind, Offers>>>

const edit: Option = { action: 'edit', text: { zh: '修改', en: 'Edit' } }
const declare: Option = {
  action: 'declare',
  appTypes: ['1'],
  text: { zh: '申报（入发送队列）', en: 'Declare (into the queue)' },
}
const takeBack: Option = { action: 'take-back', text: { zh: '撤回队列', en: 'Take out of the queue' } }
const giveUp: Option = {
  action: 'void',
  text: { zh: '作废（海关没有这份清单）', en: 'Void it (customs does not hold it)' },
}
const wait: Option = { action: 'wait', text: { zh: '等待回执', en: 'Wait for receipts' } }
const query: Option = { action: 'query', text: { zh: '查询结果', en: 'Ask for the result' } }
const resendSame: Option = {
  action: 'resend-same',
  text: { zh: '原样重发（内容不变）', en: 'Send the same bytes again' },
}
const correctRefused: Option = {
  action: 'correct',
  appTypes: ['1'],
  keepsCopNo: true,
  text: { zh: '未被接收：修改后重报，编号不变', en: 'Never taken in: correct and send again, same number' },
}
const correctTurnedDown: Option = {
  action: 'correct',
  appTypes: ['1'],
  keepsCopNo: true,
  text: { zh: '没有同意：修改后再申请，编号不变', en: 'Turned down: correct and ask again, same number' },
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
const withdraw: Option = {
  action: 'withdraw',
  text: { zh: '申请撤销（605），须填写原因', en: 'Ask to withdraw it (605), with a reason' },
}
const sendBack: Option = {
  action: 'return',
  text: {
    zh: '货物已出境又退回的，办理退货（213；进口625）',
    en: 'Goods that left and come back: declare the return (213; import 625)',
  },
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
const withdrawSummary: Option = {
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
const change: Option = {
  action: 'change',
  appTypes: ['2'],
  keepsCopNo: true,
  text: {
    zh: '先变更此单证，等海关入库（120）后再报清单',
    en: 'Change this document first, wait until it is stored (120), then the list',
  },
}
const remove: Option = {
  action: 'delete',
  appTypes: ['3'],
  keepsCopNo: true,
  uncertain: true,
  text: {
    zh: '没有清单使用时可申请删除（口径待确认）',
    en: 'May be deleted while no list uses it (unconfirmed)',
  },
}
const removeSummary: Option = {
  action: 'delete',
  appTypes: ['3'],
  keepsCopNo: true,
  uncertain: true,
  text: {
    zh: '报关单未生成时可撤回汇总申请（口径待确认）',
    en: 'The summary may be withdrawn while no declaration was made of it (unconfirmed)',
  },
}

/** What holds for every document: until an answer is known nothing but asking and repeating the same bytes. */
const common = {
  draft: [edit, declare],
  'in-queue': [takeBack],
  'on-the-way': [query, resendSame],
  unresolved: [query, resendSame],
  refused: [correctRefused],
  'not-forwarded': [query, resendSame],
  rejected: [correctRejected],
  'in-process': [wait],
  stored: [wait],
  held: [wait],
  released: [],
  closed: [],
  returned: [],
  good: [],
} as const satisfies Offers

/**
 * The one table of what an officer may do with which document in which situation. Screens, the command line and the
 * queue ask it; nothing else decides. Sources: the printed rules on change, deletion and withdrawal, and practice.
 */
export const actTable: ActTable = {
  list: {
    ...common,
    draft: [edit, declare, giveUp],
    refused: [correctRefused, giveUp],
    stored: [wait, withdraw],
    released: [withdraw, sendBack],
    closed: [sendBack],
    withdrawing: [waitForWithdrawal],
    withdrawn: [declareAnew],
    'in-summary': [withdrawSummary, sendBack],
    'in-declaration': [amendElsewhere, sendBack],
  },
  data: { ...common, good: [change, remove], 'list-back': [change], used: [] },
  // A request keeps its number when it was refused or turned down, and is always new.
  withdrawal: { ...common, rejected: [correctTurnedDown] },
  summary: { ...common, good: [removeSummary], 'in-declaration': [amendElsewhere] },
  paper: common,
}
