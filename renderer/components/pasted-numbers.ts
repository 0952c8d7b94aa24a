import { foldWidth } from './normalize'

export const mostNumbers = 10_000

export type PastedNumbers = { numbers: readonly string[]; repeated: number; dropped: number }

/**
 * Numbers of a pasted column: one a line, a tab, a comma or a blank apart; trimmed, half width, each once, in order.
 * `dropped` are those beyond what one filter takes.
 */
export function readNumbers(text: string): PastedNumbers {
  const all = text
    .split(/[\s,;，；、]+/)
    .map(foldWidth)
    .filter(Boolean)
  const distinct = [...new Set(all)]
  return {
    numbers: distinct.slice(0, mostNumbers),
    repeated: all.length - distinct.length,
    dropped: Math.max(0, distinct.length - mostNumbers),
  }
}
