import type { Text } from '../model/text'

const kinds: Readonly<Record<string, Text>> = {
  declaration: { zh: '报关单', en: 'Declaration' },
  exportInvoice: { zh: '出口发票', en: 'Export invoice' },
  invoice: { zh: '发票', en: 'Invoice' },
  link: { zh: '关联号', en: 'Link' },
  line: { zh: '明细', en: 'Line' },
}

/** What a finding is about as people read it, from its `KIND:KEY`; any other target stands as it is. */
export function targetText(target: string): Text {
  const [kind = '', ...rest] = target.split(':')
  const name = kinds[kind]
  if (!name || rest.length === 0) return { zh: target, en: target }
  const key = rest.join(':')
  return { zh: `${name.zh} ${key}`, en: `${name.en} ${key}` }
}
