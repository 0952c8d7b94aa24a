import { subscribePart, transferPart } from '../fields/transfer'
import type { Text } from '../../model/text'
import type { Fault, Severity } from '../fault'
import type { CebMessage } from '../message'
import type { MessageTable } from '../table'
import { tableOf } from '../tables'
import type { CheckContext } from './context'
import { checkPart } from './field'
import { checkOccurs } from './occurs'
import { FaultSink } from './sink'

const maxSubscribes = 5

/** Faults of everything but the documents, and what the documents have between them. */
export function checkEnvelope(message: CebMessage, context: CheckContext): Fault[] {
  const table = tableOf(message.type)
  const sink = new FaultSink(table)
  const add = (path: string, rule: string, severity: Severity, value: string, text: Text, fix: Text) =>
    sink.add({ path, rule, severity, value, message: text, fix })
  checkRoot(message, add)
  checkOccurs(table.node, message.documents.length, table.documents, sink)
  checkUnique(message, table, add)
  const sent = table.origin === 'declarant'
  const { transfer, subscribes = [] } = message
  if (transfer && sent) checkPart(transferPart, transfer, 'BaseTransfer', false, context, sink)
  else checkOccurs('BaseTransfer', transfer ? 1 : 0, { min: sent ? 1 : 0, max: sent ? 1 : 0 }, sink)
  checkOccurs('BaseSubscribe', subscribes.length, { min: 0, max: sent ? maxSubscribes : 0 }, sink)
  subscribes.forEach((one, at) =>
    checkPart(subscribePart, one, `BaseSubscribe[${at + 1}]`, false, context, sink),
  )
  checkSignature(message, table, context, add)
  if (message.extend !== undefined) checkOccurs('ExtendMessage', 1, { min: 0, max: sent ? 1 : 0 }, sink)
  return sink.faults
}

type Add = (path: string, rule: string, severity: Severity, value: string, text: Text, fix: Text) => void

function checkRoot({ guid, version }: CebMessage, add: Add): void {
  if ([...guid].length !== 36) {
    add(
      '@guid',
      'length',
      'refuse',
      guid,
      {
        zh: `报文guid应为36个字符，现在${[...guid].length}个`,
        en: `The guid takes 36 characters, found ${[...guid].length}`,
      },
      { zh: '每个报文生成一个新的UUID', en: 'Make a new UUID for each message' },
    )
  }
  if (version.length < 1 || version.length > 10) {
    add(
      '@version',
      'length',
      'refuse',
      version,
      { zh: '报文版本应为1–10个字符', en: 'The version takes 1 to 10 characters' },
      { zh: '填1.0', en: 'Write 1.0' },
    )
  }
}

/** A guid names one document of one submission, and a document stands in a message once. */
function checkUnique(message: CebMessage, table: MessageTable, add: Add): void {
  if (table.origin === 'authority') return
  const guids = new Set<string>()
  const keys = new Set<string>()
  message.documents.forEach(({ head }, at) => {
    const path = `${table.node}[${at + 1}]${table.flat ? '' : `/${table.head.element}`}`
    const guid = head['guid'] ?? ''
    if (guid && guids.has(guid)) {
      add(
        `${path}/guid`,
        'guid-repeated',
        'refuse',
        guid,
        { zh: '同一报文里有两份单证的guid相同', en: 'Two documents of the message have the same guid' },
        { zh: '每份单证生成自己的guid', en: 'Make a guid for each document' },
      )
    }
    guids.add(guid)
    const parts = table.key.map((name) => head[name] ?? '')
    const key = JSON.stringify(parts)
    if (parts.every(Boolean) && keys.has(key)) {
      add(
        `${path}/${table.key.at(-1)}`,
        'key-repeated',
        'refuse',
        parts.join(' '),
        { zh: '同一报文里有两份相同的单证', en: 'The same document stands in the message twice' },
        { zh: '删除重复的一份；变更另发一个报文', en: 'Remove one; send a change in another message' },
      )
    }
    keys.add(key)
  })
}

function checkSignature(
  { signature }: CebMessage,
  table: MessageTable,
  { practice }: CheckContext,
  add: Add,
): void {
  if (signature === undefined && (table.signature === 'schema' || table.signature === 'printed')) {
    add(
      'Signature',
      'signature-missing',
      // Nobody issues certificates for enterprises that do not exist.
      table.signature === 'schema' && !practice ? 'refuse' : 'warn',
      '',
      { zh: '报文没有数字签名', en: 'The message is not signed' },
      { zh: '报送前用企业证书签名', en: 'Sign it with the certificate of the enterprise before sending' },
    )
  }
  if (signature !== undefined && table.signature === 'none') {
    add(
      'Signature',
      'signature-unexpected',
      'refuse',
      '',
      { zh: '回执报文没有签名元素', en: 'A receipt has no signature element' },
      { zh: '去掉签名', en: 'Remove the signature' },
    )
  }
}
