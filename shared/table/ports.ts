/** What reading a file needs from the platform, which shared code does not know. */

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The streaming half of the platform's TextDecoder: `(encoding) => new TextDecoder(encoding)` satisfies it. */
export type StreamDecoder = { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string }

/** Read only; the caller sets it. The importer looks at it between batches. */
export type Signal = { readonly aborted: boolean }

/** A file that can be read from its start more than once (encoding and date order are decided by the whole file). */
export type Bytes = {
  /** Total size in bytes when known; progress needs it. */
  size?: number
  open(): AsyncIterable<Uint8Array>
}
