import type { MessageType } from '../ceb/message'

/**
 * Documents that are handled alike. `list`: 清单. `data`: order, payment and waybill that a 清单 refers to. `withdrawal`:
 * 撤销申请单. `summary`: 汇总申请单. `paper`: everything else an enterprise or a site hands in by itself.
 */
export const documentKinds = ['list', 'data', 'withdrawal', 'summary', 'paper'] as const
export type DocumentKind = (typeof documentKinds)[number]

const kinds: Readonly<Partial<Record<MessageType, DocumentKind>>> = {
  CEB603: 'list',
  CEB621: 'list',
  CEB303: 'data',
  CEB403: 'data',
  CEB505: 'data',
  CEB311: 'data',
  CEB411: 'data',
  CEB511: 'data',
  CEB605: 'withdrawal',
  CEB623: 'withdrawal',
  CEB701: 'summary',
}

export const kindOf = (message: string): DocumentKind => kinds[message as MessageType] ?? 'paper'
