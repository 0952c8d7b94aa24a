export type CodeEntry = {
  code: string
  name: string
  /** Further names that find it, as `USD` beside `502 美元`. */
  alias?: readonly string[]
}

/** Code-name choice, found by code, name, letters, or the initials of the pinyin. */
export type CodeSelectProps = {
  value?: string
  onChange: (code: string | undefined) => void
  entries: readonly CodeEntry[]
  /** False: a code that is not in the table is taken as it stands, with a warning (incomplete table). */
  complete: boolean
  id?: string
  label: string
  disabled?: boolean
  autoFocus?: boolean
  helpId?: string
  status?: 'error' | 'warning'
}
