import { setTimeout as wait } from 'node:timers/promises'
import { ServiceError } from '../http/service-error'
import type { ActiveFaults } from './switch'

const DEFAULT_LATENCY_MS = 2_000
const DEFAULT_RETRY_SECONDS = 1

/** The connection is to be broken instead of answered. */
export class CutConnection extends Error {}

/** Faults that strike before any work is done. @throws ServiceError, CutConnection */
export async function sufferBefore(faults: ActiveFaults): Promise<void> {
  if (faults.has('latency')) await wait(faults.get('latency') ?? DEFAULT_LATENCY_MS)
  if (faults.has('cut-before')) throw new CutConnection()
  if (faults.has('rate-limited')) {
    throw new ServiceError('rate-limited', {}, faults.get('rate-limited') ?? DEFAULT_RETRY_SECONDS)
  }
  if (faults.has('busy')) throw new ServiceError('busy', {}, faults.get('busy') ?? DEFAULT_RETRY_SECONDS)
}

/** Faults that strike when everything is done and kept. */
export function sufferAfter(faults: ActiveFaults): void {
  if (faults.has('cut-after')) throw new CutConnection()
}
