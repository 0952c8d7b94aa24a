import type { Faults } from './plan'

/** The fault that brings a mistake of a store to light, where it shows only then. */
export const storeNeeds: Readonly<Record<string, Partial<Faults>>> = {
  'remake on unknown result': { loseResponse: 0.3 },
  'cursor outside the transaction': { killAtStore: 0.05 },
  'batch fixed in two steps': { killAtStore: 0.05 },
  'journal ignored': { rollback: true, sentinel: false, accountSwitch: false },
  'account forgotten': { accountSwitch: true, loseResponse: 0.3 },
  'end reopened by a late receipt': { delayReceipt: 0.5 },
}
