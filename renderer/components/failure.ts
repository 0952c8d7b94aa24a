import { decodeIpcError } from '#shared/ipc/contract'
import type { Text } from '#shared/model/text'

export type Failure = { code: string; text: Text }

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

/**
 * What any rejected call says to people: refusals of the data port carry their text, those of main have it inside
 * the message, anything else is shown raw under the code `internal`.
 */
export function describeFailure(error: unknown): Failure {
  if (typeof error === 'object' && error !== null && 'text' in error && isText(error.text)) {
    return { code: 'code' in error ? String(error.code) : 'internal', text: error.text }
  }
  return decodeIpcError(error instanceof Error ? error.message : String(error))
}
