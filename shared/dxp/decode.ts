import { SaxesParser, type SaxesTagNS } from 'saxes'
import { maxBytes, refuseSize, utf8Length } from '../ceb/bytes'
import type { Fault } from '../ceb/fault'
import { FragmentWriter } from '../ceb/fragment'
import { signatureNamespace } from '../ceb/message'
import { refuse } from '../ceb/refusal'
import { remark, type RemarkRule } from '../ceb/remarks'
import { dxpNamespace, isWrapType, wraps, type Element } from './table'
import type { Branch, Wrap } from './wrap'

export type DecodedWrap = {
  wrap: Wrap
  /** What was off about its XML. */
  remarks: Fault[]
}

type Open = { element: Element; branch: Branch; path: string; last: number }

/**
 * Read a transport message or reply as nodes and enterprises send it: with any prefix or none, also inside the wrap of a
 * server (DxpMsgSv), of which nothing is kept. Throws CebRefusal for what is none: not well-formed, a DTD, above 64 MB.
 */
export function decodeWrap(xml: string): DecodedWrap {
  if (utf8Length(xml) > maxBytes) refuseSize()
  const parser = new SaxesParser({
    xmlns: true,
    additionalNamespaces: { dxp: dxpNamespace, ds: signatureNamespace },
  })
  const remarks: Fault[] = []
  const say = (rule: RemarkRule, path: string, value: string) => void remarks.push(remark(rule, path, value))
  const open: Open[] = []
  let wrap: Wrap | undefined
  let depth = 0
  let skipped: number | undefined
  let kept: FragmentWriter | undefined
  let server = false

  function openRoot(tag: SaxesTagNS): void {
    const { local, uri } = tag
    if (local === 'DxpMsgSv' && depth === 1) {
      server = true
      return
    }
    if (wrap || !isWrapType(local)) {
      // Beside the message a server wrap holds its own routing.
      if (!server) return refuseRoot(tag.name)
      skipped = depth
      return
    }
    if (uri !== dxpNamespace) say('xml-namespace', local, uri)
    wrap = { type: local, root: {} }
    open.push({ element: wraps[local], branch: withAttributes(wrap.root, tag), path: '', last: -1 })
  }

  function openChild(tag: SaxesTagNS, parent: Open): void {
    const { local, uri } = tag
    const path = parent.path ? `${parent.path}/${local}` : local
    if (open.length === 1 && local === 'Signature' && uri === signatureNamespace) {
      kept = new FragmentWriter(tag)
      return
    }
    const elements = 'elements' in parent.element ? parent.element.elements : []
    const index = elements.findIndex(({ name }) => name === local)
    const element = elements[index]
    if (!element) {
      say('xml-unknown', path, tag.name)
      skipped = depth
      return
    }
    if (index < parent.last) say('xml-order', path, tag.name)
    const branch = withAttributes({}, tag)
    const siblings = ((parent.branch.elements ??= {})[local] ??= [])
    siblings.push(branch)
    parent.last = Math.max(parent.last, index)
    open.push({ element, branch, path: element.max === 1 ? path : `${path}[${siblings.length}]`, last: -1 })
  }

  const text = (value: string) => {
    const top = open.at(-1)
    if (kept) kept.text(value)
    else if (skipped === undefined && top && 'content' in top.element)
      top.branch.text = (top.branch.text ?? '') + value
  }
  parser.on('error', (error) => refuseXml(error.message))
  parser.on('doctype', () => refuseXml('DOCTYPE'))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > 64) refuseXml('nested too deeply')
    if (kept) kept.openTag(tag)
    else if (skipped !== undefined) return
    else if (open.length > 0) openChild(tag, open.at(-1)!)
    else openRoot(tag)
  })
  parser.on('closetag', () => {
    depth -= 1
    if (kept) {
      if (!kept.closeTag()) return
      wrap!.signature = kept.toString()
      kept = undefined
    } else if (skipped === undefined) open.pop()
    else if (depth < skipped) skipped = undefined
  })
  parser.write(xml.replace(/^\ufeff/, '')).close()
  return wrap ? { wrap, remarks } : refuseRoot('')
}

function withAttributes(branch: Branch, tag: SaxesTagNS): Branch {
  for (const { name, prefix, value } of Object.values(tag.attributes)) {
    // Declarations, and hints for validators, are not content.
    if (name === 'xmlns' || prefix !== '') continue
    branch.attributes = { ...branch.attributes, [name]: value }
  }
  return branch
}

const refuseXml = (detail: string): never =>
  refuse(
    '',
    'xml-form',
    '',
    { zh: `不是完整的 XML：${detail}`, en: `Not well-formed XML: ${detail}` },
    { zh: '重新取得文件', en: 'Get the file again' },
  )

const refuseRoot = (name: string): never =>
  refuse(
    '',
    'dxp-root',
    name,
    {
      zh: `不是传输报文（DxpMsg、DxpRep），根元素是 ${name}`,
      en: `Not a transport message (DxpMsg, DxpRep); its root is ${name}`,
    },
    {
      zh: 'CEB 业务报文请用 ceb decode 或 ceb validate',
      en: 'For a business message use ceb decode or ceb validate',
    },
  )
