import { deflateSync, inflateSync } from 'fflate'
import type { RunResult } from '#shared/rebate/book/run-result'
import { decodeText, encodeText } from '../../data/sealing/bytes'

/** Characters made at once of bytes: more would not fit on the stack. */
const atOnce = 0x8000

/** A result as text of a tenth of its size: findings repeat their words thousands of times. */
export function packResult(result: unknown): string {
  const bytes = deflateSync(encodeText(JSON.stringify(result)))
  let text = ''
  for (let at = 0; at < bytes.length; at += atOnce) {
    text += String.fromCharCode(...bytes.subarray(at, at + atOnce))
  }
  return btoa(text)
}

export function unpackResult<Result = RunResult>(packed: string): Result {
  const text = atob(packed)
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  return JSON.parse(decodeText(inflateSync(bytes) as Uint8Array<ArrayBuffer>)) as Result
}
