import type { FilingKind } from './api'

/** Filings stand in the outbox beside the customs messages, under names of their own. */
const filingMessages: Readonly<Record<FilingKind, string>> = {
  enterprise: 'FILING-ENTERPRISE',
  goods: 'FILING-GOODS',
}

export const filingMessage = (kind: FilingKind): string => filingMessages[kind]

/** Kind of a filing in the outbox; undefined for a customs message. */
export function filingKind(message: string): FilingKind | undefined {
  const found = Object.entries(filingMessages).find(([, name]) => name === message)
  return found?.[0] as FilingKind | undefined
}

export const isFiling = (message: string): boolean => filingKind(message) !== undefined

/**
 * What goes before what: 备案 before orders, an order with its 收款单 and waybill before the 清单 that refers to them,
 * a 清单 before its withdrawal. Each waits only for what was queued here: what nobody queued is somebody else's.
 */
export const dependencies: Readonly<Record<string, readonly string[]>> = {
  [filingMessages.goods]: [filingMessages.enterprise],
  CEB303: [filingMessages.enterprise, filingMessages.goods],
  CEB603: ['CEB303', 'CEB403', 'CEB505'],
  CEB605: ['CEB603'],
  CEB623: ['CEB621'],
  CEB311: [filingMessages.enterprise, filingMessages.goods],
  CEB621: ['CEB311', 'CEB411', 'CEB511'],
}
