import type { Text } from '#shared/model/text'
import type { CodeEntry } from '../CodeSelect.props'
import type { FieldSource } from '../provenance/types'

/** What a form holds: the text of every field, '' where nothing stands. */
export type FormValues = Readonly<Record<string, string>>

export type FieldInput =
  | { kind: 'text' }
  /** Letters, digits and marks only: full width is folded and letters raised when the field is left. `example`: its form. */
  | { kind: 'code-text'; example?: string }
  | { kind: 'decimal' }
  /** `2026-05-31`; typed with or without its dashes, or chosen. */
  | { kind: 'day' }
  | { kind: 'code'; entries: readonly CodeEntry[]; complete: boolean }
  | { kind: 'choice'; options: readonly { value: string; label: Text }[] }
  /** Several of them; their values stand a comma apart. */
  | { kind: 'choices'; options: readonly { value: string; label: Text }[] }

export type FormField = {
  key: string
  label: Text
  input: FieldInput
  required?: boolean
  /** What F1 asks for while the field has the focus. */
  helpId: string
  /** Cannot be changed here. */
  fixed?: boolean
  /** Said under the field while nothing is wrong with it. */
  note?: Text
  /** Takes the whole line. */
  wide?: boolean
  /** A way to find the value, as a button in the field; the form offers a key for it. */
  find?: { title: Text; run: () => void }
  /** Follows its source: shown, not typed. A line of text keeps the focus when it locks under somebody's hands. */
  locked?: boolean
  /** Where its value comes from; said under it. */
  source?: FieldSource
}

export type FormSection = { key: string; title: Text; fields: readonly FormField[] }

/** What is wrong with a field and what to do; `warn` does not keep the record from being saved. */
export type FieldFault = { field: string; severity: 'refuse' | 'warn'; message: Text; fix: Text }
