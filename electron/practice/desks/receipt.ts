import { isMessageType, type CebMessage, type MessageType, type Values } from '#shared/ceb/message'
import { tableOf } from '#shared/ceb/tables'
import type { Filed } from './filed-document'
import type { Unasked } from './import-tax-desk'
import { returnTime } from './official'

/** Fields a receipt repeats from the document it answers, in the order of the receipt. */
const echoed: Readonly<Record<string, { receipt: MessageType; fields: readonly string[] }>> = {
  CEB303: { receipt: 'CEB304', fields: ['ebpCode', 'ebcCode', 'orderNo'] },
  CEB403: { receipt: 'CEB404', fields: ['ebcCode', 'orderNo', 'payNo'] },
  CEB505: { receipt: 'CEB506', fields: ['logisticsCode', 'logisticsNo'] },
  CEB603: {
    receipt: 'CEB604',
    fields: ['agentCode', 'copNo', 'ebcCode', 'ebpCode', 'orderNo', 'statisticsFlag'],
  },
  CEB311: { receipt: 'CEB312', fields: ['ebpCode', 'ebcCode', 'orderNo'] },
  CEB411: { receipt: 'CEB412', fields: ['payCode', 'payTransactionId'] },
  CEB511: { receipt: 'CEB512', fields: ['logisticsCode', 'logisticsNo'] },
  CEB621: {
    receipt: 'CEB622',
    fields: ['customsCode', 'ebpCode', 'ebcCode', 'agentCode', 'copNo'],
  },
  CEB605: { receipt: 'CEB606', fields: ['agentCode', 'copNo', 'invtNo'] },
  CEB623: {
    receipt: 'CEB624',
    fields: ['customsCode', 'agentCode', 'ebpCode', 'ebcCode', 'copNo', 'invtNo'],
  },
  CEB507: {
    receipt: 'CEB508',
    fields: ['operatorCode', 'logisticsCode', 'copNo', 'billNo', 'msgSeqNo'],
  },
  CEB509: { receipt: 'CEB510', fields: ['logisticsCode', 'copNo', 'msgSeqNo'] },
  CEB607: { receipt: 'CEB608', fields: ['agentCode', 'logisticsCode', 'copNo', 'billNo', 'msgSeqNo'] },
  CEB701: { receipt: 'CEB702', fields: ['agentCode', 'ebcCode', 'copNo', 'msgSeqNo'] },
  CEB213: { receipt: 'CEB214', fields: ['ebpCode', 'ebcCode', 'agentCode', 'coElNo', 'invtNo'] },
  CEB625: {
    receipt: 'CEB626',
    fields: ['customsCode', 'agentCode', 'ebpCode', 'ebcCode', 'copNo', 'invtNo'],
  },
}

/** What a receipt says. `guid` is that of the submission it answers, as receipts seen in the wild echo it. */
export type Answer = { status: string; info: string; at: number; guid: string }

/**
 * The receipt message for one decision. A 清单 and its withdrawal have a preNo, given from the first receipt on, invtNo of a 清单 from 120 on: early
 * receipts of the real single window leave it out too, although the schema asks for it.
 */
export function receiptMessage(document: Filed, answer: Answer, messageGuid: string): CebMessage {
  const { receipt, fields } = echoed[document.message]!
  const { head } = document.content
  const node: Values = { guid: answer.guid }
  for (const field of fields) {
    const value = head[field]
    if (value) node[field] = value
  }
  if (document.preNo) node.preNo = document.preNo
  if (document.invtNo && document.takenIn) node.invtNo = document.invtNo
  return {
    type: receipt,
    guid: messageGuid,
    version: '1.0',
    documents: [
      {
        head: {
          ...node,
          returnStatus: answer.status,
          returnTime: returnTime(answer.at),
          returnInfo: answer.info,
        },
      },
    ],
  }
}

/** What goes out unasked, as many documents to a message as its table allows. */
export function unaskedMessages({ message, documents }: Unasked, guid: () => string): CebMessage[] {
  const most = tableOf(message).documents.max ?? 100
  return Array.from({ length: Math.ceil(documents.length / most) }, (_, at) => ({
    type: message,
    guid: guid(),
    version: '1.0',
    documents: documents
      .slice(at * most, (at + 1) * most)
      .map(({ head, ...rest }) => ({ ...rest, head: { guid: guid(), ...head } })),
  }))
}

/** What XML 1.0 cannot carry, not even in CDATA. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** CEB900: a message that could not be read at all; it names no document, only the message and its text. */
export function formatReceipt(
  unreadable: { guid?: string; type: string; xml: string },
  batchId: string,
  at: number,
  messageGuid: string,
): CebMessage {
  const head: Values = {
    guid: unreadable.guid ?? messageGuid,
    returnStatus: '-1',
    returnInfo: '报文格式校验失败：报文无法解析，请按报文规范重新生成',
    returnTime: returnTime(at),
    oriCopMsgId: batchId,
    oriMessageType: isMessageType(unreadable.type) ? `${unreadable.type}Message` : 'Unknown',
    oriBizMessage: unreadable.xml.replace(impossible, '�'),
  }
  return { type: 'CEB900', guid: messageGuid, version: '1.0', documents: [{ head }] }
}
