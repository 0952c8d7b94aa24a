/** A pasted column of numbers as a filter. */
export type PasteFilterProps = {
  active?: { asked: number; notFound: readonly string[] }
  /** Up to 10,000 distinct numbers, trimmed, full-width folded, in the order they were pasted. */
  onApply: (numbers: readonly string[]) => void | Promise<void>
  onClear: () => void
}
