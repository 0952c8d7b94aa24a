import { part } from '../part'
import type { MessageTable } from '../table'

export const CEB900: MessageTable = {
  type: 'CEB900',
  label: { zh: '报文格式校验回执', en: 'Format fault' },
  direction: 'import',
  origin: 'authority',
  node: 'MessageReturn',
  documents: { min: 1, max: 1 },
  flat: true,
  head: part('MessageReturn', [
    [
      'guid',
      '系统唯一序号',
      'C36',
      'Y',
      { meaning: ['出错报文的guid', 'The guid of the message that failed'] },
    ],
    ['returnStatus', '回执状态', 'C..10', 'Y'],
    ['returnInfo', '回执信息', 'C..5000', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y', { printed: 'C..50' }],
    ['oriCopMsgId', '原始传输报文的copMsgId', 'C..255', 'Y'],
    ['oriMessageType', '原始报文类型', 'C..15', 'Y'],
    ['oriBizMessage', '原始报文内容', 'C', 'Y', { cdata: true }],
  ]),
  key: ['oriCopMsgId'],
  signature: 'none',
}
