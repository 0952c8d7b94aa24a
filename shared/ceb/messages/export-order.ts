import { part } from '../part'
import type { MessageTable } from '../table'

export const CEB303: MessageTable = {
  type: 'CEB303',
  label: { zh: '电子订单', en: 'Export order' },
  direction: 'export',
  origin: 'declarant',
  node: 'Order',
  documents: { min: 1, max: 100 },
  flat: false,
  head: part('OrderHead', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['appType', '报送类型', 'C1', 'Y'],
    ['appTime', '报送时间', 'C14', 'Y'],
    ['appStatus', '报送状态', 'C1', 'Y', { default: '1' }],
    ['orderType', '订单类型', 'C1', 'Y'],
    [
      'orderNo',
      '电商订单/海外仓订仓单编号',
      'C..60',
      'Y',
      {
        meaning: [
          '订单编号；W类型填订仓单编号。同一平台内唯一',
          'Order number, for W the booking number; unique within the platform',
        ],
      },
    ],
    [
      'ebpCode',
      '电商平台代码',
      'C..18',
      'Y',
      {
        besides: ['无'],
        meaning: [
          '平台的海关编码或信用代码；境外平台没有代码的填“无”',
          'Customs code or credit code of the platform; 无 for a foreign platform without one',
        ],
      },
    ],
    [
      'ebpName',
      '电商平台/海外仓名称',
      'C..100',
      'Y',
      { meaning: ['平台名称；9810填海外仓名称', 'Name of the platform, for 9810 of the overseas warehouse'] },
    ],
    ['ebcCode', '电商企业代码', 'C..18', 'Y'],
    ['ebcName', '电商企业名称', 'C..100', 'Y'],
    ['goodsValue', '商品金额', 'N19,5', 'Y'],
    ['freight', '运杂费', 'N19,5', 'Y', { default: '0' }],
    ['currency', '币制', 'C3', 'Y'],
    ['note', '备注', 'C..1000', 'n'],
  ]),
  lines: {
    ...part('OrderList', [
      ['gnum', '序号', 'N5', 'Y'],
      ['itemNo', '企业商品货号', 'C..30', 'Y'],
      ['itemName', '企业商品名称', 'C..250', 'Y'],
      ['itemDescribe', '企业商品描述', 'C..1000', 'n'],
      ['barCode', '条形码', 'C..50', 'n'],
      ['unit', '计量单位', 'C3', 'Y'],
      ['currency', '币制', 'C3', 'Y'],
      ['qty', '数量', 'N19,5', 'Y'],
      ['price', '单价', 'N19,5', 'Y'],
      ['totalPrice', '总价', 'N19,5', 'Y'],
      ['note', '备注', 'C..1000', 'n'],
    ]),
    occurs: { min: 1, max: 100 },
  },
  key: ['ebpCode', 'ebcCode', 'orderNo'],
  receipt: 'CEB304',
  signature: 'optional',
}

export const CEB304: MessageTable = {
  type: 'CEB304',
  label: { zh: '电子订单回执', en: 'Receipt of export order' },
  direction: 'export',
  origin: 'authority',
  node: 'OrderReturn',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('OrderReturn', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['ebpCode', '电商平台代码', 'C..18', 'Y', { besides: ['无'] }],
    ['ebcCode', '电商企业代码', 'C..18', 'Y'],
    ['orderNo', '订单编号', 'C..60', 'Y'],
    ['returnStatus', '回执状态', 'C..10', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y'],
    ['returnInfo', '回执信息', 'C..1000', 'Y'],
  ]),
  key: ['ebpCode', 'ebcCode', 'orderNo'],
  signature: 'none',
}
