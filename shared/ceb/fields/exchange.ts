import type { Descriptor } from './descriptor'

/** Elements of BaseTransfer and BaseSubscribe. */
export const exchangeFields = {
  copCode: {
    en: 'Transmitting company code',
    identifier: 'party',
    meaning: [
      '传输企业的代码，须是客户端登记的企业',
      'Who transmits; must be the company the client is registered for',
    ],
  },
  copName: { en: 'Transmitting company', meaning: ['与copCode对应的名称', 'The name of copCode'] },
  dxpMode: { en: 'Transfer mode', meaning: ['固定为DXP', 'Always DXP'] },
  dxpId: {
    en: 'DXP id',
    meaning: ['数据交换平台给的用户编号', 'User id given by the data exchange platform'],
  },
  dxpAddress: { en: 'Subscriber address', meaning: ['接收回执副本的地址', 'Where copies of receipts go'] },
} satisfies Record<string, Descriptor>
