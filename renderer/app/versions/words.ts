import type { Text } from '#shared/model/text'

/** How a filing's fields are called and shown. */
export type FilingWords = {
  labelOf: (field: string) => Text
  /** A personal value is shown in part only. */
  shown: (field: string, value: string) => string
}
