import type { Text } from '#shared/model/text'
import type { Reason } from '#shared/protocol/engine/records'
import type { Situation } from '#shared/protocol/situations'

/** Why a 清单 stays out of an act. */
export const reasons = {
  gone: {
    code: 'gone',
    text: { zh: '清单已不存在', en: 'The list no longer exists' },
    fix: { zh: '请刷新列表', en: 'Refresh the list' },
  },
  notDraft: {
    code: 'not-draft',
    text: { zh: '清单已申报或已作废，不能再次申报', en: 'The list was declared or voided already' },
    fix: { zh: '退单的清单请用「更正重报」', en: 'Use “Correct and resend” for rejected lists' },
  },
  notRefused: {
    code: 'not-refused',
    text: {
      zh: '清单没有被退单，不能更正',
      en: 'The list was not sent back, so there is nothing to correct',
    },
    fix: { zh: '请等待回执', en: 'Wait for its receipts' },
  },
  outdated: {
    code: 'outdated',
    text: {
      zh: '待更新：生成后，商品资料、模板或订单有改动',
      en: 'Outdated: goods, template or order changed after it was built',
    },
    fix: { zh: '先点「重新生成」，核对后再申报', en: 'Build it again first, look at it, then declare' },
  },
  cancelled: {
    code: 'cancelled',
    text: { zh: '订单已取消', en: 'The order was cancelled' },
    fix: { zh: '请作废此清单', en: 'Void this list' },
  },
  underWay: {
    code: 'under-way',
    text: {
      zh: '同一单证正在申报途中或海关处理中，内容不能更改',
      en: 'A document of it is on its way or at customs and cannot be changed now',
    },
    fix: { zh: '请等待其回执', en: 'Wait for its receipts' },
  },
  held: {
    code: 'held-by-list',
    text: {
      zh: '同一订单或运单已有另一份清单（可能在另一台电脑），不能再申报',
      en: 'Another list, perhaps of another computer, holds its order or waybill',
    },
    fix: {
      zh: '作废此清单；若应保留这一份，先作废另一份',
      en: 'Void this list, or void the other one first when this one is to stay',
    },
  },
  otherDesk: {
    code: 'other-desk',
    text: {
      zh: '已由另一台电脑申报，本机不能处理',
      en: 'Declared by another computer; it is dealt with there',
    },
    fix: { zh: '请在申报的那台电脑上处理', en: 'Deal with it at the computer that declared it' },
  },
  notLeft: {
    code: 'already-left',
    text: { zh: '单证已发出，不能撤回', en: 'Its documents have left and cannot be taken back' },
    fix: { zh: '请等待回执', en: 'Wait for its receipts' },
  },
  noDxpId: {
    code: 'no-dxp-id',
    text: {
      zh: '企业资料中没有传输编号，报文不会被单一窗口接收',
      en: 'The company has no DXP id, so the single window would not take the messages in',
    },
    fix: {
      zh: '在「企业资料」填写传输编号（数据交换平台给的用户编号），再申报',
      en: 'Fill in the DXP id (the user number of the exchange platform) under Company, then declare',
    },
  },
  stands: {
    code: 'stands-at-customs',
    text: {
      zh: '海关已接收此清单，不能在本机作废',
      en: 'Customs holds this list, so it cannot be voided here',
    },
    fix: {
      zh: '用「撤销申请（605）」请海关撤销；海关同意后清单自动作废',
      en: 'Ask customs with Withdraw (605); the list is void once customs agrees',
    },
  },
} as const satisfies Record<string, Reason>

const wait: Text = { zh: '请等待回执', en: 'Wait for its receipts' }
const notWithdrawnAs = (code: string, text: Text, fix: Text = wait): Reason => ({
  code: `not-withdrawn-${code}`,
  text,
  fix,
})
const notTaken = notWithdrawnAs(
  'not-taken',
  {
    zh: '清单没有被海关接收，不用撤销',
    en: 'Customs does not hold the list, so there is nothing to withdraw',
  },
  { zh: '更正后重报，或作废', en: 'Correct and send it again, or void it' },
)
const onTheWay = notWithdrawnAs('on-the-way', {
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

/** Why a 清单 cannot be withdrawn by 605: in any situation in which the table of actions does not offer it. */
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
  'on-the-way': onTheWay,
  unresolved: onTheWay,
  'not-forwarded': onTheWay,
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
}
