import { z } from 'zod'
import { Transmitters } from '../protocol/transmitters'

/** Choices of an enterprise about how its 清单 are made. */
export const DeclarationSettings = z.object({
  ...Transmitters.shape,
  /** 赠品: declared at the fair price of the goods master, or physically not sent and left out. Never at 0.00. */
  gifts: z.enum(['fair-price', 'leave-out']),
  /**
   * What to do when an order of more than 100 lines has fewer waybills than parts. `suffix` adds -1, -2 … to the
   * carrier's number (口径待确认: the carrier must know these numbers); `refuse` asks for the missing waybills.
   */
  partWaybills: z.enum(['suffix', 'refuse']),
})
export type DeclarationSettings = z.infer<typeof DeclarationSettings>

export const defaultDeclarationSettings: DeclarationSettings = {
  transmits: { CEB303: 'self', CEB403: 'self', CEB505: 'self', CEB603: 'self' },
  gifts: 'fair-price',
  partWaybills: 'suffix',
}
