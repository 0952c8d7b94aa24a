const WIDTH = 96

/** Words as lines of a terminal's width, each indented. */
export function wrapped(words: readonly string[], indent: number): string {
  const margin = ' '.repeat(indent)
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 2 > WIDTH) lines.push(`${margin}${word}`)
    else lines[lines.length - 1] = `${last}, ${word}`
  }
  return lines.join(',\n')
}
