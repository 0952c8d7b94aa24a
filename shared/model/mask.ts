/** The masked form of a personal value: what is left tells two people apart, but does not name them. */
export function maskText(value: string): string {
  const letters = [...value]
  if (letters.length === 0) return ''
  if (letters.length <= 2) return `${letters[0]}*`
  const shown = letters.length >= 8 ? 2 : 1
  return `${letters.slice(0, shown).join('')}***${letters.slice(-shown).join('')}`
}
