import { fillText } from '#shared/model/text'
import type { Text } from '#shared/model/text'
import { texts } from './texts'
import type { DataErrorCode } from './texts'

/** Every refusal of the data port: a code for programs, a sentence in both languages for the officer. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly code: DataErrorCode
  readonly params: Readonly<Record<string, string | number>>
  readonly text: Text

  constructor(code: DataErrorCode, params: Record<string, string | number> = {}, cause?: unknown) {
    const text = fillText(texts[code], params)
    super(`[${code}] ${text.en}`, { cause })
    this.code = code
    this.params = params
    this.text = text
  }
}
