import { part } from '../part'
import type { MessageTable } from '../table'

export const CEB505: MessageTable = {
  type: 'CEB505',
  label: { zh: '出口运单', en: 'Export waybill' },
  direction: 'export',
  origin: 'declarant',
  node: 'Logistics',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('Logistics', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['appType', '报送类型', 'C1', 'Y'],
    ['appTime', '报送时间', 'C14', 'Y'],
    ['appStatus', '报送状态', 'C1', 'Y', { default: '2' }],
    ['logisticsCode', '物流企业代码', 'C..18', 'Y'],
    ['logisticsName', '物流企业名称', 'C..100', 'Y'],
    ['logisticsNo', '物流运单编号', 'C..32', 'Y'],
    ['freight', '运杂费', 'N19,5', 'Y'],
    ['insuredFee', '保价费', 'N19,5', 'Y'],
    ['currency', '币制', 'C3', 'Y'],
    ['grossWeight', '毛重', 'N19,5', 'Y'],
    ['packNo', '件数', 'N9', 'Y'],
    ['goodsInfo', '主要货物信息', 'C..200', 'Y'],
    ['ebcCode', '电商企业代码', 'C..18', 'n'],
    ['ebcName', '电商企业名称', 'C..100', 'n'],
    ['ebcTelephone', '电商企业电话', 'C..50', 'n'],
    ['note', '备注', 'C..1000', 'n'],
  ]),
  key: ['logisticsCode', 'logisticsNo'],
  receipt: 'CEB506',
  signature: 'optional',
}

export const CEB506: MessageTable = {
  type: 'CEB506',
  label: { zh: '出口运单回执', en: 'Receipt of export waybill' },
  direction: 'export',
  origin: 'authority',
  node: 'LogisticsReturn',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('LogisticsReturn', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['logisticsCode', '物流企业代码', 'C..18', 'Y'],
    ['logisticsNo', '物流运单编号', 'C..32', 'Y'],
    ['returnStatus', '回执状态', 'C..10', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y'],
    ['returnInfo', '回执信息', 'C..1000', 'Y'],
  ]),
  key: ['logisticsCode', 'logisticsNo'],
  signature: 'none',
}
