import type { Text } from '../model/text'
import type { Reason } from './engine/records'
import type { Situation } from './situations'

const wait: Text = { zh: '请等待回执', en: 'Wait for its receipts' }
const reason = (code: string, text: Text, fix: Text = wait): Reason => ({ code, text, fix })

const notWithdrawnAs = (code: string, text: Text, fix?: Text) => reason(`not-withdrawn-${code}`, text, fix)
const notTaken = notWithdrawnAs(
  'not-taken',
  {
    zh: '清单没有被海关接收，不用撤销',
    en: 'Customs does not hold the list, so there is nothing to withdraw',
  },
  { zh: '更正后重报，或作废', en: 'Correct and send it again, or void it' },
)
const unknownResult = notWithdrawnAs('on-the-way', {
  zh: '清单的申报结果还不知道',
  en: 'It is not known yet what became of the list',
})
const notStored = notWithdrawnAs(
  'not-stored',
  {
    zh: '海关还没有入库，没有清单编号，不能撤销',
    en: 'Customs has not stored the list and given it no number yet',
  },
  { zh: '等海关入库（120）后再申请撤销', en: 'Ask once customs has stored it (120)' },
)
const ended = notWithdrawnAs(
  'ended',
  { zh: '清单已结关或退运，不能撤销', en: 'The list is closed or returned and cannot be withdrawn' },
  { zh: '货物退回的，按退货办理', en: 'Goods that come back are handled as a return' },
)

const summaryFirst: Text = {
  zh: '先撤回汇总申请（701）；报关单已生成的在单一窗口办理修撤',
  en: 'Withdraw the summary (701) first; once a 报关单 was made, amend it at the single window',
}

/** Why a 清单 cannot be withdrawn by 605 or 623, in any situation in which the table of acts does not offer it. */
export const notWithdrawn: Readonly<Record<Situation, Reason>> = {
  draft: notWithdrawnAs(
    'draft',
    { zh: '清单没有申报过，不用撤销', en: 'The list was never declared' },
    { zh: '不再需要的，直接作废', en: 'Void it when it is no longer needed' },
  ),
  'in-queue': notWithdrawnAs(
    'in-queue',
    { zh: '清单还在发送队列', en: 'The list still waits in the queue' },
    { zh: '用「撤回」取回，不用向海关撤销', en: 'Take it back; customs need not be asked' },
  ),
  'on-the-way': unknownResult,
  unresolved: unknownResult,
  'not-forwarded': unknownResult,
  refused: notTaken,
  rejected: notTaken,
  'in-process': notStored,
  stored: notStored,
  held: notWithdrawnAs('held', {
    zh: '清单被海关扣留，不能撤销',
    en: 'Customs detains the list, so it cannot be withdrawn',
  }),
  released: notStored,
  closed: ended,
  good: ended,
  'list-back': ended,
  used: ended,
  returned: ended,
  withdrawing: notWithdrawnAs('asked', { zh: '已申请撤销', en: 'Its withdrawal was asked for already' }),
  withdrawn: notWithdrawnAs(
    'void',
    { zh: '清单已作废', en: 'The list is void' },
    {
      zh: '需要时用新编号重新生成、申报',
      en: 'Where it is needed, build and declare it anew under a new number',
    },
  ),
  'in-summary': notWithdrawnAs(
    'summary',
    { zh: '清单在汇总申请中，不能撤销', en: 'The list is in a summary and cannot be withdrawn' },
    summaryFirst,
  ),
  'in-declaration': notWithdrawnAs(
    'declared',
    { zh: '清单已归入报关单，不能撤销', en: 'The list is part of a 报关单 and cannot be withdrawn' },
    summaryFirst,
  ),
}

const declared = (zh: string, en: string, fix?: Text) => reason('already-declared', { zh, en }, fix)
const correctLater: Text = {
  zh: '请等待回执；退单后可修改重报',
  en: 'Wait for its receipts; after a rejection it can be corrected and sent again',
}
const resultUnknown = declared(
  '申报结果还不知道，只能查询或原样重发',
  'It is not known what became of it; it can only be asked about, or the same bytes sent again',
  correctLater,
)
const atCustoms = declared(
  '海关正在处理，不能重复申报、变更或删除',
  'Customs is at work on it; it cannot be declared again, changed or deleted',
  correctLater,
)
const afterWithdrawal: Text = {
  zh: '需要改的，先撤销清单；撤销成功后用新编号申报',
  en: 'To change it, withdraw the list first, then declare under a new number',
}
const stands = declared('海关已接收，不能重复申报', 'Customs holds it; it cannot be declared again', {
  zh: '内容有改动的，按变更（appType 2）报送',
  en: 'What changed is sent as a change (appType 2)',
})

/** Why a document cannot be sent again, changed or deleted, in any situation in which the table offers none of it. */
const notSent: Readonly<Record<Situation, Reason>> = {
  draft: reason(
    'nothing-to-change',
    { zh: '没有申报过，不能变更或删除', en: 'It was never declared, so it cannot be changed or deleted' },
    { zh: '按新增（appType 1）申报', en: 'Declare it as new (appType 1)' },
  ),
  'in-queue': reason(
    'already-queued',
    { zh: '已在发送队列', en: 'It is in the queue already' },
    correctLater,
  ),
  'on-the-way': resultUnknown,
  unresolved: resultUnknown,
  'not-forwarded': resultUnknown,
  refused: reason(
    'nothing-to-change',
    {
      zh: '海关没有接收过，不能变更或删除',
      en: 'Customs never took it in, so it cannot be changed or deleted',
    },
    { zh: '改正后按新增（appType 1）重报', en: 'Correct it and send it as new (appType 1)' },
  ),
  rejected: reason(
    'rejected',
    { zh: '已退单，不能这样报送', en: 'It was rejected and is not sent like this' },
    {
      zh: '改正后重报；新增或变更按综试区设置（口径待确认）',
      en: 'Correct it and send it again, as new or as a change as the zone is set (unconfirmed)',
    },
  ),
  'in-process': atCustoms,
  stored: atCustoms,
  held: atCustoms,
  released: declared(
    '已放行，不能重复申报或变更',
    'Released; it cannot be sent again or changed',
    afterWithdrawal,
  ),
  closed: declared('已结关，不能重复申报或变更', 'Closed; it cannot be sent again or changed', {
    zh: '货物退回的按退货办理',
    en: 'Goods that come back are handled as a return',
  }),
  returned: declared('已退运，不能重复申报', 'Returned; it cannot be sent again', {
    zh: '再次出口的用新编号申报',
    en: 'Exported again it is declared under a new number',
  }),
  good: stands,
  'list-back': stands,
  used: reason(
    'used-by-list',
    { zh: '已用于清单申报，不能变更或删除', en: 'A list uses it, so it cannot be changed or deleted' },
    {
      zh: '等清单退单，或先撤销清单，再变更',
      en: 'Change it once the list was rejected or withdrawn',
    },
  ),
  withdrawing: declared('正在申请撤销', 'Its withdrawal was asked for'),
  withdrawn: reason(
    'withdrawn',
    { zh: '已撤销，编号不能再用', en: 'It was withdrawn; its number cannot be used again' },
    { zh: '用新编号重新申报', en: 'Declare it again under a new number' },
  ),
  'in-summary': reason(
    'in-summary',
    { zh: '已在汇总申请中，不能再报', en: 'It is in a summary and cannot be sent again' },
    summaryFirst,
  ),
  'in-declaration': reason(
    'in-declaration',
    { zh: '报关单已生成，不能再报', en: 'A 报关单 was made of it; it cannot be sent again' },
    { zh: '修改撤销在单一窗口办理', en: 'Amend it at the single window itself' },
  ),
}

/** Why this document may not be sent like this now. `appType` as it stands in the document. */
export function whyNotSent(situation: Situation, appType: string): Reason {
  // What is stored may be changed; sent as new, or deleted while its 清单 came back, it is refused for another reason.
  if (situation === 'list-back' && appType === '3') return notSent.used
  return notSent[situation]
}
