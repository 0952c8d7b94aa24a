import { part } from '../part'
import type { MessageTable } from '../table'

export const CEB513: MessageTable = {
  type: 'CEB513',
  label: { zh: '运单状态', en: 'Waybill status' },
  direction: 'import',
  origin: 'declarant',
  node: 'LogisticsStatus',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('LogisticsStatus', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['appType', '报送类型', 'C1', 'Y'],
    ['appTime', '报送时间', 'C14', 'Y'],
    ['appStatus', '业务状态', 'C..3', 'Y'],
    ['logisticsCode', '物流企业代码', 'C..18', 'Y'],
    ['logisticsName', '物流企业名称', 'C..100', 'Y'],
    ['logisticsNo', '物流运单编号', 'C..60', 'Y'],
    ['logisticsStatus', '物流运单状态', 'C1', 'Y'],
    ['logisticsTime', '物流状态时间', 'C14', 'Y'],
    ['note', '备注', 'C..1000', 'n'],
  ]),
  key: ['logisticsCode', 'logisticsNo', 'logisticsStatus'],
  receipt: 'CEB514',
  signature: 'optional',
}

export const CEB514: MessageTable = {
  type: 'CEB514',
  label: { zh: '运单状态回执', en: 'Receipt of waybill status' },
  direction: 'import',
  origin: 'authority',
  node: 'LogisticsStatusReturn',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('LogisticsStatusReturn', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['logisticsCode', '物流企业代码', 'C..18', 'Y'],
    ['logisticsNo', '物流运单编号', 'C..60', 'Y'],
    ['logisticsStatus', '物流运单状态', 'C1', 'Y'],
    ['returnStatus', '回执状态', 'C..10', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y'],
    ['returnInfo', '回执信息', 'C..1000', 'Y'],
  ]),
  key: ['logisticsCode', 'logisticsNo', 'logisticsStatus'],
  signature: 'none',
}
