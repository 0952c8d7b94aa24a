import type { Text } from '../model/text'

/** Something about a return that is not in order. `where`: field, or `gnum` of a line. `refuse`: it cannot be declared so. */
export type ReturnFault = { code: string; where: string; severity: 'refuse' | 'warn'; text: Text; fix: Text }
