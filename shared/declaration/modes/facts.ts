import { z } from 'zod'
import type { Goods } from '../../model/goods'
import type { Zone } from '../../zones/zone'
import type { CnyRates } from './cny'
import type { Direction, ListMode } from '../../model/mode'

/** What no file says and only the officer knows. */
export const ModeAnswers = z.object({
  /** Who bought: a consumer, a company abroad, or nobody yet (the goods go into our own stock there). */
  buyer: z.enum(['consumer', 'business', 'warehouse', 'unknown']),
  /** Where the goods lie: outside, or in a bonded zone and in its account book. */
  place: z.enum(['outside', 'bonded']),
  /** Whether tax is to be refunded; `goods`: as the goods master says of each. */
  rebate: z.enum(['goods', 'yes', 'no']),
})
export type ModeAnswers = z.infer<typeof ModeAnswers>

/** One order as the chooser sees it. */
export type ModeFacts = {
  direction: Direction
  /** Of an import: whether the buyer is named with an identity number. */
  identified: boolean
  /** Value of its goods, FOB for an export; ISO letters. */
  amount: string
  currency: string
  /** Goods of its lines that the master knows, and the SKUs it does not. */
  goods: readonly Goods[]
  unknownSkus: readonly string[]
  answers: ModeAnswers
  zone: Zone
  rates: CnyRates
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string
  /** Modes of which there is a template. */
  templates: ReadonlySet<ListMode>
}
