import type { Position } from '../store/documents-view'
import { ServiceError } from '../service-error'
import { isStorable } from './storable'

export const encodePosition = (position: Position) =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** A place in the pages of documents. @throws ServiceError for a text that never was one */
export function decodePosition(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined
  try {
    const read = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Position
    const { updatedAt, message, businessKey } = read
    const isPosition =
      Number.isSafeInteger(updatedAt) && typeof message === 'string' && typeof businessKey === 'string'
    if (isPosition && isStorable(read)) return { updatedAt, message, businessKey }
  } catch {
    // not one of ours
  }
  throw new ServiceError('bad-request', { detail: 'cursor' })
}
