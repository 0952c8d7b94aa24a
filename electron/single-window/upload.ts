import { BatchAnswer, ByteCount, CHUNK_TYPE, uploadHeaders } from '#shared/protocol/api'
import type { Outcome } from '#shared/protocol/engine/ports'
import { networkFailure } from '#shared/protocol/errors'
import { read, unreadable, type Raw } from './request'

/** One request about the content of the batch; the sender adds address and session. */
export type Send = (
  request:
    | { method: 'HEAD'; headers: Record<string, string> }
    | { method: 'PATCH'; headers: Record<string, string>; body: Uint8Array },
) => Promise<Outcome<Raw>>

export type Upload = { bytes: Uint8Array; sha256: string; chunkBytes: number }

/** All of one act: a line that only creeps on must let receipts through now and then. */
const BUDGET_MS = 10 * 60_000

/**
 * Hand a batch in by chunks, from wherever the service stands. After a cut it is asked again and goes on at once as
 * long as each try got further; else the failure is reported, and the next act goes on from there.
 */
export async function uploadInChunks(
  { bytes, sha256, chunkBytes }: Upload,
  send: Send,
  now: () => number,
): Promise<Outcome<BatchAnswer>> {
  const end = now() + BUDGET_MS
  const fixed = { [uploadHeaders.length]: String(bytes.length), 'x-content-sha256': sha256 }
  for (let reached = -1; ;) {
    const start = await offsetOf(send, bytes.length)
    if (!start.ok) return start
    const before = reached
    for (let offset = (reached = start.value); ; reached = offset) {
      if (now() > end) return { ok: false, failure: networkFailure('timeout') }
      const chunk = bytes.subarray(offset, offset + chunkBytes)
      const sent = await send({
        method: 'PATCH',
        headers: { ...fixed, [uploadHeaders.offset]: String(offset), 'content-type': CHUNK_TYPE },
        body: chunk,
      })
      if (!sent.ok) {
        const isOffset = sent.failure.code === 'upload-offset-differs'
        const goesOn = sent.failure.unsent !== true && (isOffset || !sent.failure.reached)
        if (goesOn && offset > before && now() < end) break
        return sent
      }
      if (sent.value.status !== 204) return read(sent, BatchAnswer)
      const next = byteCount(sent.value, uploadHeaders.offset)
      if (next === undefined || next <= offset || next > bytes.length) {
        return { ok: false, failure: unreadable(sent.value.status) }
      }
      offset = next
    }
  }
}

/** Bytes the service has; 0 when it knows nothing of the batch (any more). */
async function offsetOf(send: Send, length: number): Promise<Outcome<number>> {
  const asked = await send({ method: 'HEAD', headers: {} })
  if (!asked.ok) return asked.failure.status === 404 ? { ok: true, value: 0 } : asked
  const offset = byteCount(asked.value, uploadHeaders.offset)
  // A sign-in page answers 200 as well, but not with this header.
  if (offset === undefined) return { ok: false, failure: networkFailure('not-json') }
  return offset > length
    ? { ok: false, failure: unreadable(asked.value.status) }
    : { ok: true, value: offset }
}

function byteCount(answer: Raw, name: string): number | undefined {
  const parsed = ByteCount.safeParse(answer.header(name))
  return parsed.success ? parsed.data : undefined
}
