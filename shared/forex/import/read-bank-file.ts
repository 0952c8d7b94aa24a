import { readCamt } from './camt'
import { readMt103 } from './mt103'
import { readMt940 } from './mt940'
import { problem } from './problems'
import type { BankFile, BankFormat } from './statement'

/** Which bank format a text is in, from what only that format has; undefined for tables and everything else. */
export function bankFormat(text: string): BankFormat | undefined {
  if (/<(\w+:)?BkToCstmrAcctRpt(V\d+)?\b/.test(text)) return 'camt052'
  if (/<(\w+:)?BkToCstmrStmt(V\d+)?\b/.test(text)) return 'camt053'
  if (/<(\w+:)?BkToCstmrDbtCdtNtfctn(V\d+)?\b/.test(text)) return 'camt054'
  if (/^.*:32A:/m.test(text) && /^:(71A|59[AF]?|23B):/m.test(text)) return 'mt103'
  if (/^.*:(60[FM]|34F):/m.test(text) || /^:62[FM]:[CD]\d{6}[A-Z]{3}/m.test(text)) return 'mt940'
  return undefined
}

/** Read a bank file whatever its format; a text that is none comes back empty with the reason. */
export function readBankFile(text: string): BankFile {
  const format = bankFormat(text)
  if (format === undefined) {
    return { format: 'mt940', statements: [], advices: [], problems: [problem('bank.unknown-format', 1)] }
  }
  if (format === 'mt940') return readMt940(text)
  if (format === 'mt103') return readMt103(text)
  return readCamt(text)
}
