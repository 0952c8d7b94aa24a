import { createHash, randomUUID } from 'node:crypto'

/** What the service takes from its surroundings; tests give their own clock. */
export type Host = {
  /** Epoch milliseconds. */
  now(): number
  /** Upper-case UUID, as the customs messages want it. */
  guid(): string
  /** SHA-256 as lower-case hex. */
  digest(bytes: Uint8Array): Promise<string>
}

export const digestOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

export const systemHost: Host = {
  now: () => Date.now(),
  guid: () => randomUUID().toUpperCase(),
  digest: (bytes) => Promise.resolve(digestOf(bytes)),
}
