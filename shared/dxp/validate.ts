import type { Fault } from '../ceb/fault'
import { fillText, type Text } from '../model/text'
import { wraps, type Attribute, type Content, type Element } from './table'
import type { Branch, Wrap } from './wrap'

const words = {
  required: {
    message: { zh: '缺少{label}（{name}）', en: '{label} ({name}) is missing' },
    fix: { zh: '补上{label}', en: 'Fill in {label}' },
  },
  'too-many': {
    message: {
      zh: '{label}（{name}）最多 {max} 个，有 {count} 个',
      en: '{label} ({name}): {count}, at most {max}',
    },
    fix: { zh: '删去多余的', en: 'Remove what is too many' },
  },
  length: {
    message: {
      zh: '{label}（{name}）应为 {min} 到 {max} 个字符，有 {count} 个',
      en: '{label} ({name}) has {count} characters, allowed {min} to {max}',
    },
    fix: { zh: '改短或补全', en: 'Shorten or complete it' },
  },
  time: {
    message: { zh: '{label}（{name}）不是时间', en: '{label} ({name}) is not a time' },
    fix: { zh: '写成 2026-03-02T09:30:00', en: 'Write it as 2026-03-02T09:30:00' },
  },
  day: {
    message: { zh: '{label}（{name}）不是日期', en: '{label} ({name}) is not a day' },
    fix: { zh: '写成 2026-03-02', en: 'Write it as 2026-03-02' },
  },
  base64: {
    message: { zh: '{label}（{name}）不是 Base64', en: '{label} ({name}) is not Base64' },
    fix: {
      zh: '把业务报文的 UTF-8 字节按 Base64 编码',
      en: 'Encode the UTF-8 bytes of the business message',
    },
  },
  empty: {
    message: { zh: '{label}（{name}）不应有内容', en: '{label} ({name}) must be empty' },
    fix: { zh: '去掉内容', en: 'Remove the content' },
  },
  fixed: {
    message: { zh: '{label}的 {name} 应为 {max}', en: '{name} of {label} must be {max}' },
    fix: { zh: '改为 {max}', en: 'Write {max}' },
  },
} satisfies Record<string, { message: Text; fix: Text }>

type Rule = keyof typeof words
type Params = Record<string, string | number>
type Add = (rule: Rule, path: string, value: string, label: Text, params: Params) => void

/** Every fault of a transport message against its table, all at once. */
export function validateWrap({ type, root }: Wrap): Fault[] {
  const faults: Fault[] = []
  const add: Add = (rule, path, value, label, params) => {
    const fill = (text: Text): Text => ({
      zh: fillText(text, { ...params, label: label.zh }).zh,
      en: fillText(text, { ...params, label: label.en }).en,
    })
    const { message, fix } = words[rule]
    faults.push({
      path,
      rule: `dxp-${rule}`,
      severity: 'refuse',
      value,
      message: fill(message),
      fix: fill(fix),
    })
  }
  check(wraps[type], root, '', add)
  return faults
}

function check(element: Element, branch: Branch, path: string, add: Add): void {
  for (const attribute of element.attributes) checkAttribute(attribute, element, branch, path, add)
  if ('content' in element) return checkContent(element.content, element, branch.text ?? '', path, add)
  for (const one of element.elements) {
    const { name, label, min, max } = one
    const found = branch.elements?.[name] ?? []
    const below = path ? `${path}/${name}` : name
    if (found.length < min) add('required', below, '', label, { name })
    if (max !== undefined && found.length > max)
      add('too-many', below, '', label, { name, max, count: found.length })
    found.forEach((child, at) => check(one, child, max === 1 ? below : `${below}[${at + 1}]`, add))
  }
}

function checkAttribute(
  { name, required, max, fixed }: Attribute,
  { label }: Element,
  { attributes }: Branch,
  path: string,
  add: Add,
): void {
  const value = attributes?.[name]
  const at = path ? `${path}/@${name}` : `@${name}`
  if (value === undefined) {
    if (required) add('required', at, '', label, { name })
    return
  }
  if (fixed !== undefined && value !== fixed) add('fixed', at, value, label, { name, max: fixed })
  else if (value.length > max) add('length', at, value, label, { name, min: 0, max, count: value.length })
}

const dateTime =
  /^-?(\d{4,})-(\d\d)-(\d\d)T(?:([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/
const date = /^-?(\d{4,})-(\d\d)-(\d\d)(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/

function isDay(year: string, month: string, day: string): boolean {
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0
  return year !== '0000' && Number(day) >= 1 && Number(day) <= days
}

const matches = (pattern: RegExp, text: string): boolean => {
  const found = pattern.exec(text)
  return found !== null && isDay(found[1]!, found[2]!, found[3]!)
}

/** Groups of four, padding only at the end, blanks anywhere. */
const isBase64 = (text: string): boolean =>
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/.test(
    text.replace(/\s+/g, ''),
  )

function checkContent(content: Content, element: Element, text: string, path: string, add: Add): void {
  const { name, label } = element
  const say = (rule: Rule, params: Params = {}) =>
    add(rule, path, text.slice(0, 80), label, { name, ...params })
  if (content.kind === 'text') {
    const count = [...text].length
    if (count < content.min || count > content.max)
      say('length', { min: content.min, max: content.max, count })
  } else if (content.kind === 'time') {
    if (!matches(dateTime, text.trim())) say('time')
  } else if (content.kind === 'day') {
    if (!matches(date, text.trim())) say('day')
  } else if (content.kind === 'base64') {
    if (text.trim() === '') say('required')
    else if (!isBase64(text)) say('base64')
  } else if (text !== '') say('empty')
}
