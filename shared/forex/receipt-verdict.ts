import type { Text } from '../model/text'
import type { Explained } from '../rules/explain'
import type { Conversion } from './checks/conversion'
import type { Declaration } from './checks/declaration'
import type { LineVerdict } from './checks/documents'
import type { Netting } from './checks/netting'
import type { RmbParts } from './checks/rmb'
import type { ForexFinding } from './cite'
import type { Result } from '../model/forex/result'

/** What the pre-check says of one receipt; amounts in its currency, written in its minor unit. */
export type ReceiptVerdict = {
  id: string
  result: Result
  word: Text
  currency: string
  credited: string
  matchedGross: string
  supportedGross: string
  foreignCharges: string
  excess: string
  unexplained: string
  eligible: string
  held: string
  eligibleUsd: string | null
  heldUsd: string | null
  /** The part above a class B quota. */
  needsRegistration: string
  settlement: 'applicable' | 'notApplicable'
  netting?: Netting
  declare: Declaration
  rmbStatement?: RmbParts
  conversion?: Conversion
  lines: LineVerdict[]
  findings: ForexFinding[]
  figures: Explained[]
}
