import type { Text } from '../model/text'

export const dxpNamespace = 'http://www.chinaport.gov.cn/dxp'

/** `text`: length in characters; `time`: xs:dateTime; `day`: xs:date; `base64`; `none`: an element without content. */
export type Content =
  | { kind: 'text'; min: number; max: number }
  | { kind: 'time' }
  | { kind: 'day' }
  | { kind: 'base64' }
  | { kind: 'none' }

export type Attribute = { name: string; required: boolean; max: number; fixed?: string }

/** One element of the transport wrap: a leaf with content, or a group of elements in this order. */
export type Element = {
  name: string
  label: Text
  min: 0 | 1
  /** undefined: any number. */
  max?: number
  attributes: readonly Attribute[]
} & ({ content: Content } | { elements: readonly Element[] })

type More = { min?: 0; max?: number | 'any'; attributes?: readonly Attribute[] }

const occurs = ({ min = undefined, max = 1, attributes = [] }: More) => ({
  min: min ?? (1 as const),
  ...(max === 'any' ? {} : { max }),
  attributes,
})

/** `C16`: 1 to 16 characters; `C0..30`: 0 to 30; `C`: any text; `time`, `day`, `base64`, `none`. */
function contentOf(type: string): Content {
  if (type === 'time' || type === 'day' || type === 'base64' || type === 'none') return { kind: type }
  const [, min = '1', max] = /^C(?:(\d+)\.\.)?(\d+)?$/.exec(type)!
  return max === undefined
    ? { kind: 'text', min: 0, max: Infinity }
    : { kind: 'text', min: Number(min), max: Number(max) }
}

const leaf = (name: string, zh: string, en: string, type: string, more: More = {}): Element => ({
  name,
  label: { zh, en },
  content: contentOf(type),
  ...occurs(more),
})

const group = (
  name: string,
  zh: string,
  en: string,
  elements: readonly Element[],
  more: More = {},
): Element & { elements: readonly Element[] } => ({ name, label: { zh, en }, elements, ...occurs(more) })

const version: Attribute = { name: 'ver', required: true, max: 3, fixed: '1.0' }
const id: Attribute = { name: 'Id', required: false, max: 255 }

const transInfo = (name: string, zh: string, en: string) =>
  group(name, zh, en, [
    leaf('CopMsgId', '报文编号', 'Number of the message', 'C255'),
    leaf('SenderId', '发送方编号', 'Sender', 'C16'),
    group('ReceiverIds', '接收方', 'Receivers', [
      leaf('ReceiverId', '接收方编号', 'Receiver', 'C16', { max: 5 }),
    ]),
    // The specification spells it like this.
    leaf('CreatTime', '创建时间', 'Time of making', 'time'),
    leaf('MsgType', '报文类型', 'Type of the message', 'C0..30'),
  ])

/** What carries a business message between an enterprise and the exchange platform. */
export const dxpMsg = group(
  'DxpMsg',
  '传输报文',
  'Transport message',
  [
    transInfo('TransInfo', '传输信息', 'Transport'),
    leaf('Data', '业务报文（Base64）', 'Business message (Base64)', 'base64'),
    group(
      'AddInfo',
      '附加信息',
      'Additional',
      [
        leaf('FileName', '文件名', 'File name', 'C255', { min: 0 }),
        leaf('IcCard', 'IC卡号', 'Card number', 'C13', { min: 0 }),
        group(
          'BizKey',
          '业务关键字',
          'Business keys',
          [
            leaf('Key', '关键字', 'Key', 'C64', {
              max: 5,
              attributes: [{ name: 'name', required: false, max: 32 }],
            }),
          ],
          { min: 0 },
        ),
        leaf('IsText', '文本标识', 'Is text', 'none', {
          min: 0,
          attributes: [{ name: 'Encode', required: true, max: 50 }],
        }),
        leaf('RecMapId', '接收方转换编号', 'Mapping of the receiver', 'C', { min: 0 }),
      ],
      { min: 0 },
    ),
  ],
  { attributes: [version, id] },
)

/** What the exchange platform answers when it could not deliver. */
export const dxpRep = group(
  'DxpRep',
  '交换平台响应报文',
  'Reply of the exchange platform',
  [
    // The specification spells it like this.
    leaf('RecevierId', '接收方编号', 'Receiver', 'C16'),
    leaf('AdNodeId', '归属节点', 'Node', 'C8', { min: 0 }),
    group(
      'Response',
      '响应',
      'Response',
      [
        leaf('NodeId', '出错节点', 'Node at fault', 'C8', { min: 0 }),
        leaf('ResponseCode', '响应码', 'Code', 'C9'),
        leaf('ResponseInfo', '响应信息', 'Words', 'C0..300', { min: 0 }),
        group(
          'Results',
          '各接收方的结果',
          'Results of the receivers',
          [
            group(
              'Result',
              '结果',
              'Result',
              [
                leaf('RecId', '接收方编号', 'Receiver', 'C16'),
                leaf('Code', '结果码', 'Code', 'C9'),
                leaf('Info', '结果信息', 'Words', 'C0..300', { min: 0 }),
                leaf('Note', '备注', 'Note', 'C0..500', { min: 0 }),
              ],
              { max: 'any' },
            ),
          ],
          { min: 0 },
        ),
        leaf('NoticeTime', '响应日期', 'Day of the reply', 'day'),
        leaf('Note', '备注', 'Note', 'C0..500', { min: 0 }),
        transInfo('OriHead', '原报文传输信息', 'Transport of the message'),
      ],
      { max: 'any' },
    ),
  ],
  { attributes: [version] },
)

export const wraps = { DxpMsg: dxpMsg, DxpRep: dxpRep } as const
export type WrapType = keyof typeof wraps
export const isWrapType = (name: string): name is WrapType => name in wraps
