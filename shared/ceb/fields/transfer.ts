import { part } from '../part'

/** Who transmits: required in every message an enterprise sends. */
export const transferPart = part('BaseTransfer', [
  ['copCode', '传输企业代码', 'C..18', 'Y'],
  ['copName', '传输企业名称', 'C..100', 'Y'],
  ['dxpMode', '报文传输模式', 'C3', 'Y', { values: ['DXP'] }],
  ['dxpId', '报文传输编号', 'C..30', 'Y'],
  ['note', '备注', 'C..1000', 'n'],
])

/** Where copies go; up to five. */
export const subscribePart = part('BaseSubscribe', [
  [
    'status',
    '订阅内容',
    'C..100',
    'Y',
    {
      en: 'Subscribed',
      values: ['ALL', 'DATA', 'RET'],
      meaning: [
        'ALL数据和回执，DATA只要数据，RET只要回执',
        'ALL data and receipts, DATA data only, RET receipts only',
      ],
    },
  ],
  ['dxpMode', '报文传输模式', 'C3', 'Y', { values: ['DXP'] }],
  ['dxpAddress', '订阅方传输地址', 'C..100', 'Y'],
  ['note', '备注', 'C..1000', 'n'],
])
