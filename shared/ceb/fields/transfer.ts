import { part } from '../part'

/** Who transmits: required in every message an enterprise sends. */
export const transferPart = part('BaseTransfer', [
  ['copCode', '传输企业代码', 'C..18', 'Y'],
  ['copName', '传输企业名称', 'C..100', 'Y'],
  ['dxpMode', '报文传输模式', 'C3', 'Y', { values: ['DXP'] }],
  ['dxpId', '报文传输编号', 'C..30', 'Y'],
  ['note', '备注', 'C..1000', 'n'],
])

/** Where copies of the receipts go; up to five. */
export const subscribePart = part('BaseSubscribe', [
  [
    'status',
    '订阅状态',
    'C..100',
    'Y',
    {
      en: 'Subscribed status',
      values: undefined,
      meaning: ['要抄送的回执状态', 'Which receipts are copied'],
    },
  ],
  ['dxpMode', '报文传输模式', 'C3', 'Y'],
  ['dxpAddress', '订阅方传输地址', 'C..100', 'Y'],
  ['note', '备注', 'C..1000', 'n'],
])
