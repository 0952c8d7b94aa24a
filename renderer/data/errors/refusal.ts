import { fillText } from '#shared/model/text'
import type { Text } from '#shared/model/text'
import { texts } from './texts'
import type { RefusalCode } from './texts'

/**
 * Every refusal of the data port: a code for programs, a sentence in both languages for the officer.
 * Not named DataError: that is one of IndexedDB's own names, and Dexie replaces errors that carry one.
 */
export class DataRefusal extends Error {
  override readonly name = 'DataRefusal'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly text: Text

  constructor(code: RefusalCode, params: Record<string, string | number> = {}, cause?: unknown) {
    const text = fillText(texts[code], params)
    super(`[${code}] ${text.en}`, { cause })
    this.code = code
    this.params = params
    this.text = text
  }

  /** A refusal of somebody else (main, another worker) that came with its own code and words: it keeps both. */
  static carried(code: string, text: Text, cause?: unknown): DataRefusal {
    const refusal = new DataRefusal('failed', { detail: code }, cause)
    return Object.assign(refusal, { code, text, params: {}, message: `[${code}] ${text.en}` })
  }
}
