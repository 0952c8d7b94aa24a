import type { QuestionId } from '../../import/profile'
import type { RowError } from '../../model/import-report'
import { add } from '../../money/decimal'
import type { AccountSheet, Settled, SettlementSheet } from './balance'
import type { Evidence } from './layouts'
import type { SettlementFile } from './read-settlement'

/** What a settlement file comes to: its settlements or accounts, each with what it makes beside what it states. */
export type SettlementReport = {
  layout: string
  level: 'platform' | 'institution'
  evidence: Evidence
  /** Rows that were taken. */
  records: number
  refused: number
  settlements: (Pick<
    SettlementSheet,
    'id' | 'shop' | 'currency' | 'paidOn' | 'stated' | 'computed' | 'difference'
  > & { lines: number; byType: Record<string, string> })[]
  accounts: (AccountSheet['balances'][number] & { account: string })[]
  mapping: SettlementFile['mapping']
  questions: QuestionId[]
  problems: RowError[]
}

export function settlementReport(
  file: SettlementFile,
  { settlements, accounts, problems }: Settled,
): SettlementReport {
  return {
    layout: file.layout.id,
    level: file.layout.level,
    evidence: file.layout.evidence,
    records: file.rows.length,
    refused: new Set(file.refused.map(({ row }) => row)).size,
    settlements: settlements.map(({ id, shop, currency, paidOn, stated, computed, difference, lines }) => {
      const byType: Record<string, string> = {}
      for (const { type, amount } of lines) byType[type] = add(byType[type] ?? '0', amount)
      return { id, shop, currency, paidOn, stated, computed, difference, lines: lines.length, byType }
    }),
    accounts: accounts.flatMap(({ id, balances }) => balances.map((one) => ({ account: id, ...one }))),
    mapping: file.mapping,
    questions: file.questions,
    problems: [...file.refused, ...file.remarks, ...problems],
  }
}
