import { escapeAttribute, escapeText, impossibleCharacter } from '../ceb/escape'
import { checkFragment } from '../ceb/fragment'
import { refuse } from '../ceb/refusal'
import { dxpNamespace, wraps, type Element } from './table'
import type { Branch, Wrap } from './wrap'

/**
 * A transport message as XML text, elements in the order of its table. Writes what it is given; whether the platform
 * would take it is the validator's business. Throws CebRefusal for what no such message can hold.
 */
export function encodeWrap({ type, root, signature }: Wrap): string {
  if (signature !== undefined) checkFragment(signature, 'Signature')
  const declaration = ` xmlns="${dxpNamespace}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(wraps[type], root, type, declaration, signature)}\n`
}

function write(element: Element, branch: Branch, path: string, declaration = '', tail = ''): string {
  const { name } = element
  const known = 'elements' in element ? element.elements : []
  for (const given of Object.keys(branch.elements ?? {}))
    if (!known.some((one) => one.name === given)) refuseUnknown(`${path}/${given}`, given)
  for (const given of Object.keys(branch.attributes ?? {}))
    if (!element.attributes.some((one) => one.name === given)) refuseUnknown(`${path}/@${given}`, given)
  const attributes = Object.entries(branch.attributes ?? {}).map(
    ([key, value]) => ` ${key}="${escapeAttribute(sound(value, `${path}/@${key}`))}"`,
  )
  const inner = known.flatMap((one) =>
    (branch.elements?.[one.name] ?? []).map((child, at) =>
      write(one, child, `${path}/${one.name}[${at + 1}]`),
    ),
  )
  const text = 'content' in element ? escapeText(sound(branch.text ?? '', path)) : ''
  return `<${name}${declaration}${attributes.join('')}>${text}${inner.join('')}${tail}</${name}>`
}

function sound(text: string, path: string): string {
  const found = impossibleCharacter(text)
  if (found === undefined) return text
  return refuse(
    path,
    'xml-character',
    text,
    { zh: '含有 XML 不能表示的字符', en: 'holds a character that XML cannot carry' },
    { zh: '删除该字符', en: 'Delete it' },
  )
}

const refuseUnknown = (path: string, name: string): never =>
  refuse(
    path,
    'unknown-field',
    name,
    { zh: `传输报文没有元素或属性 ${name}`, en: `The transport message has no ${name}` },
    { zh: '核对名称的拼写和大小写', en: 'Check spelling and case' },
  )
