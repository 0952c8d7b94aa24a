import { codeNames } from '#shared/forex/checks/codes'
import type { CodeEntry } from '../../../components/CodeSelect.props'

/** Fields whose value is a code or a number of the book: chosen by name, and never typed from memory. */
const codedKinds = ['currency', 'country', 'bop', 'credit'] as const
export type CodedKind = (typeof codedKinds)[number]
export const isCoded = (kind: string): kind is CodedKind => (codedKinds as readonly string[]).includes(kind)

/** What each of them is chosen from. */
export type Entries = Partial<Record<CodedKind, readonly CodeEntry[]>>

/** Codes of 涉外收支交易 that this program proposes; the bank may want another. */
export const bopEntries: readonly CodeEntry[] = Object.entries(codeNames).map(([code, { zh, en }]) => ({
  code,
  name: zh,
  alias: [en],
}))
