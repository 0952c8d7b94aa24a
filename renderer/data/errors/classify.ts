import { decodeIpcError } from '#shared/ipc/contract'
import { DataRefusal } from './refusal'

/** Native error names, and what Chromium says inside the same name when the cause is the disk. */
const fullDisk = /full disk|quota|no space|FILE_ERROR_NO_SPACE/i
const lostConnection =
  /connection (to Indexed Database server lost|is closing)|database connection is closed/i
const backingStore = /backing store|Internal error/i

function chain(error: unknown): { name: string; message: string }[] {
  const found: { name: string; message: string }[] = []
  for (let e = error; e && typeof e === 'object' && found.length < 5;) {
    const { name = '', message = '', inner, cause } = e as Error & { inner?: unknown; cause?: unknown }
    found.push({ name: String(name), message: String(message) })
    e = inner ?? cause
  }
  return found
}

/**
 * Whether the connection is dead and must be thrown away before the next try. A cached dead connection makes every
 * retry fail in the same way, so it is dropped first and reopened within a budget.
 */
export function connectionLost(error: unknown): boolean {
  return chain(error).some(
    ({ name, message }) =>
      name === 'DatabaseClosedError' || name === 'InvalidStateError' || lostConnection.test(message),
  )
}

/** Whether waiting may help: the files are held by another program, or the browser's storage process restarted. */
export function worthWaiting(error: unknown): boolean {
  return chain(error).some(
    ({ name, message }) =>
      (name === 'UnknownError' || name === 'AbortError' || name === 'OpenFailedError') &&
      !fullDisk.test(message),
  )
}

/**
 * The named refusal for any error that Dexie, IndexedDB or WebCrypto threw. What already has a code and words keeps
 * them: a `DataRefusal`, and a refusal of main, which crosses to a worker as nothing but its message.
 */
export function classify(error: unknown): DataRefusal {
  if (error instanceof DataRefusal) return error
  const errors = chain(error)
  for (const { message } of errors) {
    const { code, text } = decodeIpcError(message)
    if (text.zh !== message) return DataRefusal.carried(code, text, error)
  }
  const detail =
    errors.map(({ name, message }) => `${name}: ${message}`.slice(0, 160)).at(-1) ?? String(error)
  if (errors.some(({ name, message }) => name === 'QuotaExceededError' || fullDisk.test(message))) {
    return new DataRefusal('quota', {}, error)
  }
  if (errors.some(({ name }) => name === 'VersionError')) {
    return new DataRefusal('newer', { found: '?', known: '?' }, error)
  }
  if (connectionLost(error)) return new DataRefusal('closed', {}, error)
  if (errors.some(({ name, message }) => name === 'UnknownError' || backingStore.test(message))) {
    return new DataRefusal('disk', { detail }, error)
  }
  return new DataRefusal('failed', { detail }, error)
}
