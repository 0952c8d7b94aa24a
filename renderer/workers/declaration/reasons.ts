import type { Reason } from '#shared/protocol/engine/records'

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
  notOpen: {
    code: 'not-open',
    text: { zh: '清单已申报或已作废，不用复核', en: 'The list was declared or voided: nothing to check' },
    fix: { zh: '只复核「草稿」和「退单」的清单', en: 'Check drafts and lists that were sent back' },
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
