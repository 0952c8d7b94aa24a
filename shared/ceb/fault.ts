import type { Text } from '../model/text'

/** `refuse`: customs or its schema would not take it in. `warn`: sent as it is, to be looked at. */
export type Severity = 'refuse' | 'warn'

/**
 * One fault of a message. `path` is made of element names with 1-based positions, e.g.
 * `Inventory[1]/InventoryList[2]/qty`, `BaseTransfer/copCode`, `@guid`; '' is the message as a whole.
 */
export type Fault = {
  path: string
  rule: string
  severity: Severity
  value: string
  message: Text
  fix: Text
}

/** True when nothing refuses the document; warnings do not count. */
export const isAccepted = (faults: readonly Fault[]) => faults.every((fault) => fault.severity === 'warn')
