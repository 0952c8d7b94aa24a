import { fillText, type Text } from '../model/text'
import type { Fault, Severity } from './fault'
import type { Extra } from './message'

type RemarkText = { severity: Severity; message: Text; fix: Text }

/**
 * What the reader can take but the schema does not, and what is merely unusual. `refuse`: the official schema rejects
 * the message for it, so it must not be sent like this.
 */
const remarks = {
  'xml-root': {
    severity: 'refuse',
    message: {
      zh: '根元素应为 {type}Message，读到的是 {value}',
      en: 'The root should be {type}Message, found {value}',
    },
    fix: { zh: '改为规范的根元素名', en: 'Use the root element of the specification' },
  },
  'xml-namespace': {
    severity: 'refuse',
    message: {
      zh: '元素不在规范的命名空间中(读到的是“{value}”)',
      en: 'The element is not in the namespace of the specification (found “{value}”)',
    },
    fix: {
      zh: '根元素声明 xmlns:ceb="http://www.chinaport.gov.cn/ceb"，各元素加前缀 ceb:',
      en: 'Declare xmlns:ceb="http://www.chinaport.gov.cn/ceb" on the root and prefix the elements with ceb:',
    },
  },
  'xml-unknown': {
    severity: 'refuse',
    message: {
      zh: '规范中没有元素 {value}，已原样保留',
      en: 'Element {value} is not in the specification; kept as it is',
    },
    fix: { zh: '核对拼写；确属多余时删除', en: 'Check the spelling, or remove it' },
  },
  'xml-order': {
    severity: 'refuse',
    message: {
      zh: '元素 {value} 的位置不符合规范的先后顺序',
      en: 'Element {value} is not where the order of the specification puts it',
    },
    fix: { zh: '重新生成报文即按规范排序', en: 'Encode the message again; it is written in order' },
  },
  'xml-repeated': {
    severity: 'refuse',
    message: { zh: '元素 {value} 只能出现一次', en: 'Element {value} may stand there once only' },
    fix: { zh: '保留正确的一个，删除其余', en: 'Keep the right one and remove the others' },
  },
  'xml-spelling': {
    severity: 'refuse',
    message: {
      zh: '元素名 {value} 是规范文本的误拼，按 {name} 读入',
      en: '{value} is a misspelling of the printed specification, read as {name}',
    },
    fix: { zh: '改写为 {name}', en: 'Write {name}' },
  },
  'xml-nested': {
    severity: 'refuse',
    message: {
      zh: '元素 {value} 里应是文字，却有下级元素，已原样保留',
      en: 'Element {value} should hold text but holds elements; kept as it is',
    },
    fix: { zh: '只保留文字内容', en: 'Leave only the text' },
  },
  'xml-text': {
    severity: 'refuse',
    message: { zh: '元素之间有文字“{value}”', en: 'There is text between elements: “{value}”' },
    fix: { zh: '删除，或移入它所属的元素', en: 'Remove it, or move it into its element' },
  },
  'xml-attribute': {
    severity: 'refuse',
    message: { zh: '规范中没有属性 {value}', en: 'Attribute {value} is not in the specification' },
    fix: { zh: '删除该属性', en: 'Remove the attribute' },
  },
  'xml-instruction': {
    severity: 'warn',
    message: { zh: '处理指令 {value} 未保留', en: 'Processing instruction {value} was not kept' },
    fix: { zh: '不影响报文内容', en: 'The content is not affected' },
  },
  'xml-mark': {
    severity: 'warn',
    message: { zh: '文件开头有字节顺序标记(BOM)', en: 'The file begins with a byte order mark' },
    fix: { zh: '保存为不带BOM的UTF-8', en: 'Save as UTF-8 without BOM' },
  },
  'xml-encoding': {
    severity: 'refuse',
    message: {
      zh: '编码是 {value}，规范要求 UTF-8',
      en: 'The encoding is {value}; the specification demands UTF-8',
    },
    fix: { zh: '重新生成报文即为UTF-8', en: 'Encode the message again; it is written in UTF-8' },
  },
} satisfies Record<string, RemarkText>

export type RemarkRule = keyof typeof remarks

/** One remark of the reader as a fault, so that whoever lists faults lists it too. */
export function remark(
  rule: RemarkRule,
  path: string,
  value: string,
  params: Record<string, string> = {},
): Fault {
  const { severity, message, fix }: RemarkText = remarks[rule]
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
  const fill = (text: Text) => fillText(text, { value: shown, ...params })
  return { path, rule, severity, value, message: fill(message), fix: fill(fix) }
}

/** What is wrong with an element that was kept although it has no place in the message. */
export const keptFault = ({ within, why, name }: Extra): Fault =>
  remark(why, within ? `${within}/${name}` : name, name)
