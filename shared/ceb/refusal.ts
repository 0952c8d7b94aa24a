import type { Text } from '../model/text'
import type { Fault } from './fault'

/** A message that cannot be read or written at all. `faults` say what, where, why and what to do. */
export class CebRefusal extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.path ? `${fault.path}: ` : ''}${fault.message.zh}`).join('；'))
    this.name = 'CebRefusal'
    this.faults = faults
  }
}

/** Refuse with one fault. */
export function refuse(path: string, rule: string, value: string, message: Text, fix: Text): never {
  throw new CebRefusal([{ path, rule, severity: 'refuse', value, message, fix }])
}
