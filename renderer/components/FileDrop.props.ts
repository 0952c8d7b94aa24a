import type { Text } from '#shared/model/text'

/** A place to drop or choose files. Only the `File` leaves it: a worker streams it, no path is known. */
export type FileDropProps = {
  title: Text
  hint?: Text
  /** Extensions with dot, as `['.csv', '.xlsx']`; others are refused by name. */
  accept: readonly string[]
  multiple?: boolean
  disabled?: boolean
  /** Why the officer may not take files in here. */
  refused?: string | undefined
  onFiles: (files: readonly File[]) => void
}
