import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { ServiceError } from '../service-error'
import type { ActiveFaults } from './switch'

const DEFAULT_LATENCY_MS = 2_000
const DEFAULT_TRICKLE_MS = 5_000
const DEFAULT_RETRY_SECONDS = 1
/** Parts of an answer that trickles in. */
const DROPS = 20

/** The connection is to be broken instead of answered. */
export class CutConnection extends Error {}

/** Faults that strike before any work is done. @throws ServiceError, CutConnection */
export async function sufferBefore(faults: ActiveFaults, isBatch: boolean): Promise<void> {
  if (faults.has('latency')) await wait(faults.get('latency') ?? DEFAULT_LATENCY_MS)
  if (faults.has('cut-before')) throw new CutConnection()
  if (faults.has('rate-limited')) {
    throw new ServiceError(
      'rate-limited',
      {},
      { waitSeconds: faults.get('rate-limited') ?? DEFAULT_RETRY_SECONDS },
    )
  }
  const waitSeconds = faults.get('busy') ?? DEFAULT_RETRY_SECONDS
  if (faults.has('busy')) throw new ServiceError('busy', {}, { waitSeconds })
  // Batches tell it document by document.
  if (faults.has('unknown-code') && !isBatch)
    throw new ServiceError('practice-unheard-of', {}, { waitSeconds })
  if (faults.has('token-expired')) throw new ServiceError('token-expired')
}

/** Faults that strike when everything is done and kept. */
export function sufferAfter(faults: ActiveFaults): void {
  if (faults.has('cut-after')) throw new CutConnection()
}

/** An answer as the line delivers it: at once, or in drops over the time the fault asks for. */
export function delivered(body: Buffer, faults: ActiveFaults): Buffer | Readable {
  if (!faults.has('slow-body')) return body
  const pause = (faults.get('slow-body') ?? DEFAULT_TRICKLE_MS) / DROPS
  const size = Math.max(1, Math.ceil(body.length / DROPS))
  return Readable.from(
    (async function* () {
      for (let at = 0; at < body.length; at += size) {
        await wait(pause)
        yield body.subarray(at, at + size)
      }
    })(),
  )
}
