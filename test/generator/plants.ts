import type { BreakKind } from '#shared/matching/break'

/**
 * What the generator plants. `finds` is the one break that 对碰 must report for the order it was planted at; none for
 * what only looks like one. `share` is how many of a thousand orders get it.
 */
export const plants = {
  'payment-missing': { finds: 'payment-missing', share: 20 },
  'payment-short': { finds: 'payment-short', share: 8 },
  'payment-under': { finds: 'payment-under', share: 8 },
  'payment-over': { finds: 'payment-over', share: 8 },
  'payment-currency': { finds: 'payment-currency', share: 8 },
  'payment-duplicate': { finds: 'payment-duplicate', share: 8 },
  'payment-exported-twice': { finds: 'payment-duplicate', share: 4 },
  'payment-late': { finds: 'payment-late', share: 8 },
  'payment-shared': { finds: 'payment-shared', share: 3 },
  'payment-key-case': { finds: 'payment-key-differs', share: 4 },
  'payment-key-blank': { finds: 'payment-key-differs', share: 4 },
  'payment-key-width': { finds: 'payment-key-differs', share: 4 },
  'payment-key-mark': { finds: 'payment-key-differs', share: 4 },
  'refund-part': { finds: 'refund-part', share: 4 },
  'refund-full': { finds: 'refund-full', share: 4 },
  'waybill-missing': { finds: 'waybill-missing', share: 15 },
  'waybill-shared': { finds: 'waybill-shared', share: 3 },
  'waybill-key-case': { finds: 'waybill-key-differs', share: 4 },
  'waybill-key-blank': { finds: 'waybill-key-differs', share: 4 },
  'waybill-key-width': { finds: 'waybill-key-differs', share: 4 },
  'payment-orphan': { finds: 'payment-orphan', share: 3 },
  'waybill-orphan': { finds: 'waybill-orphan', share: 3 },
  'paid-in-another-currency': { finds: undefined, share: 10 },
  'two-parcels': { finds: undefined, share: 15 },
  'paid-in-two-parts': { finds: undefined, share: 8 },
  'net-of-fee': { finds: undefined, share: 8 },
} as const satisfies Record<string, { finds: BreakKind | undefined; share: number }>

export type Plant = keyof typeof plants

export const plantNames = Object.keys(plants) as Plant[]
