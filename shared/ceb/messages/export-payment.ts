import { part } from '../part'
import type { MessageTable } from '../table'

export const CEB403: MessageTable = {
  type: 'CEB403',
  label: { zh: '收款单', en: 'Receipt of payment' },
  direction: 'export',
  origin: 'declarant',
  node: 'Receipts',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('Receipts', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['appType', '报送类型', 'C1', 'Y'],
    ['appTime', '报送时间', 'C14', 'Y'],
    ['appStatus', '报送状态', 'C1', 'Y', { default: '1' }],
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
    ['orderNo', '订单编号', 'C..60', 'Y'],
    [
      'payCode',
      '支付企业代码',
      'C..18',
      'n',
      { meaning: ['境内支付企业必填', 'Needed for payment companies in China'] },
    ],
    [
      'payName',
      '支付企业名称',
      'C..100',
      'Y',
      {
        meaning: [
          '支付企业名称；非线上支付填“现金支付”',
          'Name of the payment company; 现金支付 when not paid online',
        ],
      },
    ],
    ['payNo', '支付交易编号', 'C..60', 'n'],
    ['charge', '收款金额', 'N19,5', 'Y'],
    ['currency', '币制', 'C3', 'Y'],
    ['accountingDate', '到账时间', 'C14', 'Y'],
    ['note', '备注', 'C..1000', 'n'],
  ]),
  key: ['ebcCode', 'orderNo'],
  receipt: 'CEB404',
  signature: 'optional',
}

export const CEB404: MessageTable = {
  type: 'CEB404',
  label: { zh: '收款单回执', en: 'Receipt for receipt of payment' },
  direction: 'export',
  origin: 'authority',
  node: 'ReceiptsReturn',
  documents: { min: 1, max: 100 },
  flat: true,
  head: part('ReceiptsReturn', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['ebcCode', '电商企业代码', 'C..18', 'Y'],
    ['orderNo', '订单编号', 'C..60', 'Y'],
    ['payNo', '支付交易编号', 'C..60', 'n'],
    ['returnStatus', '回执状态', 'C..10', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y'],
    ['returnInfo', '回执信息', 'C..1000', 'Y', { notPrinted: true }],
  ]),
  key: ['ebcCode', 'orderNo'],
  signature: 'none',
}
