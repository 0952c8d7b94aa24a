import { part } from '../part'
import type { MessageTable } from '../table'

export const CEB605: MessageTable = {
  type: 'CEB605',
  label: { zh: '出口撤销申请单', en: 'Withdrawal of export list' },
  direction: 'export',
  origin: 'declarant',
  node: 'InvtCancel',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('InvtCancel', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['appType', '报送类型', 'C1', 'Y'],
    ['appTime', '报送时间', 'C14', 'Y'],
    ['appStatus', '报送状态', 'C1', 'Y'],
    ['customsCode', '申报地海关代码', 'C4', 'Y'],
    ['copNo', '企业唯一编号', 'C..30', 'Y'],
    ['preNo', '电子口岸编号', 'C18', 'n'],
    [
      'invtNo',
      '原清单编号',
      'C..20',
      'Y',
      { printed: 'C18..20', meaning: ['要撤销的清单编号', 'The list to withdraw'] },
    ],
    ['reason', '原因', 'C..1000', 'Y'],
    ['agentCode', '申报企业代码', 'C..18', 'Y'],
    ['agentName', '申报企业名称', 'C..100', 'Y', { spelling: 'agengName' }],
    ['ebcCode', '电商企业代码', 'C..18', 'Y'],
    ['ebcName', '电商企业名称', 'C..100', 'Y'],
    ['note', '备注', 'C..1000', 'n'],
  ]),
  key: ['agentCode', 'copNo'],
  receipt: 'CEB606',
  signature: 'printed',
}

export const CEB606: MessageTable = {
  type: 'CEB606',
  label: { zh: '出口撤销申请单回执', en: 'Receipt of withdrawal' },
  direction: 'export',
  origin: 'authority',
  node: 'InvtCancelReturn',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('InvtCancelReturn', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['agentCode', '申报企业代码', 'C..18', 'Y'],
    ['copNo', '企业唯一编号', 'C..30', 'Y'],
    ['preNo', '电子口岸编号', 'C18', 'Y', { printedRequired: false }],
    ['invtNo', '原清单编号', 'C..20', 'Y', { printed: 'C18..20' }],
    ['returnStatus', '回执状态', 'C..10', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y'],
    ['returnInfo', '回执信息', 'C..1000', 'Y'],
  ]),
  key: ['agentCode', 'copNo'],
  signature: 'none',
}
