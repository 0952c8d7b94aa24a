import type { CodeBook } from '../../codes/book'
import type { CodeTableId } from '../../codes/table'

/** What a check depends on besides the document. */
export type CheckContext = {
  /** Code tables with the officer’s own rows. */
  codes: CodeBook
  /** Told of a code that is declared although an incomplete table lacks it. */
  unlisted?: (table: CodeTableId, code: string) => void
  /** A 演练 book uses numbers that are unsound by design, of which only the shape is checked, and has no certificate. */
  practice?: boolean
  /** Today in Asia/Shanghai, yyyyMMdd; without it nothing is compared with today. */
  today?: string
  /** Which codes stand in currency and country fields; customs has used numbers in CEB messages throughout. */
  codeSet?: 'numeric' | 'iso'
}
