import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** What the service takes from its surroundings; tests give their own clock. */
export type Host = {
  /** Epoch milliseconds. */
  now(): number
  /** Upper-case UUID, as the customs messages want it. */
  guid(): string
  /** Text nobody can guess, for tokens and challenges. */
  secret(): string
  /** SHA-256 as lower-case hex. */
  digest(bytes: Uint8Array): Promise<string>
}

export const digestOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

export const systemHost: Host = {
  now: () => Date.now(),
  guid: () => randomUUID().toUpperCase(),
  secret: () => randomBytes(32).toString('base64url'),
  digest: (bytes) => Promise.resolve(digestOf(bytes)),
}
