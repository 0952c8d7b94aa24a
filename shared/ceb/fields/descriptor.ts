import type { Field } from '../table'

/**
 * What an element means wherever it occurs; a message table adds its type, its Chinese label and what differs there.
 * `meaning` is [Chinese, English].
 */
export type Descriptor = { en: string; meaning: readonly [zh: string, en: string] } & Pick<
  Field,
  'values' | 'besides' | 'codes' | 'time' | 'identifier' | 'personal'
>
