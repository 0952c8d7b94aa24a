import type { Text } from '../model/text'

/** What to do about a processing error; many codes share one remedy. */
export const remedies = {
  form: {
    zh: '用本机重新生成报文再发；仍出现时导出报文与回执交技术支持',
    en: 'Encode the message again and send it; if it recurs, hand message and receipt to support',
  },
  sign: {
    zh: '检查证书或UKey是否插好、在有效期内，重新签名后再发',
    en: 'Check that certificate or UKey is present and valid, sign again and send',
  },
  route: { zh: '核对传输编号(dxpId)和接收方', en: 'Check the DXP id and the receiver' },
  wait: {
    zh: '对方系统出错：先查询状态，确认没有收到再重发相同内容',
    en: 'Their system failed: query the state first, and send the same again only when it did not arrive',
  },
  party: {
    zh: '核对企业代码与海关备案一致；未备案的先办理备案',
    en: 'Compare the company code with its registration; register first if need be',
  },
  lines: { zh: '补上表体商品后重报', en: 'Add the lines and declare again' },
  gnum: { zh: '序号从1起重新编号后重报', en: 'Number the lines from 1 and declare again' },
  find: {
    zh: '核对编号；对应单证还没有申报的先申报它',
    en: 'Check the number; if that document was not declared yet, declare it first',
  },
  several: {
    zh: '对应单证有多份：核对编号，联系海关清理重复数据',
    en: 'Several were found: check the number and ask customs to clear duplicates',
  },
  content: {
    zh: '按回执信息逐项改正后重报',
    en: 'Correct what the receipt text names and declare again',
  },
  kind: {
    zh: '变更或删除的单证不存在：改用新增(appType 1)',
    en: 'There is nothing to change or delete: declare as new (appType 1)',
  },
  exists: {
    zh: '内容没有变化就不必重发；要改的用变更(appType 2)',
    en: 'Nothing to do if the content is the same; use a change (appType 2) otherwise',
  },
  state: {
    zh: '当前状态不允许这样做：先查询状态，再按状态选择变更或撤销',
    en: 'The present state does not allow it: query the state, then change or withdraw as it permits',
  },
  stale: {
    zh: '系统里已有更新的数据：查询后如仍要改，用新的报送时间重新生成',
    en: 'Newer data is stored: query, and if it still must change, make it again with a new time',
  },
  split: { zh: '拆成多个报文，每个不超过100份单证', en: 'Split it; a message holds at most 100 documents' },
  limit: {
    zh: '超过零售进口限值：改走一般贸易，或由订购人取消订单',
    en: 'Above the limit of retail import: use general trade, or let the buyer cancel',
  },
  right: {
    zh: '当前证书无权操作该单证：换用申报企业的证书',
    en: 'This certificate may not touch the document: use the one of the declarant',
  },
  unit: {
    zh: '第二数量和第二单位同时填写或同时不填',
    en: 'Give second quantity and second unit both, or neither',
  },
  goods: { zh: '与原清单的商品核对后重报', en: 'Compare the goods with the original list and declare again' },
  code: { zh: '核对10位商品编码是否现行有效', en: 'Check that the 10-digit code is in force' },
  reason: { zh: '补填原因后重报', en: 'Give the reason and declare again' },
  number: {
    zh: '清空电子口岸编号(preNo)，由电子口岸给号',
    en: 'Leave the E-port number (preNo) empty; the E-port assigns it',
  },
  none: { zh: '不需要处理', en: 'Nothing to do' },
} satisfies Record<string, Text>

export type Remedy = keyof typeof remedies

/** Where a remedy is carried out when the code points at no field; `list` is the document itself. */
export type ErrorPlace = 'list' | 'certificate' | 'enterprise' | 'queue'

const elsewhere: Partial<Record<Remedy, ErrorPlace>> = {
  sign: 'certificate',
  right: 'certificate',
  party: 'enterprise',
  route: 'enterprise',
  wait: 'queue',
}
export const placeOf = (remedy: Remedy): ErrorPlace => elsewhere[remedy] ?? 'list'
