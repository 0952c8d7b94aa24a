/** A value as JSON carries it. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** One text for equal values, whatever the order of their names. */
export function print(value: Json | undefined): string {
  if (value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map(print).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${print(value[name])}`)
  return `{${parts.join()}}`
}

/** Longest print that stands for itself. */
const short = 64

/** A short text that tells prints apart: the print itself, or its length and two hashes of 53 bits. */
export function brief(text: string): string {
  return text.length <= short ? text : `#${text.length}.${hash(text, 0)}.${hash(text, 0x9e3779b9)}`
}

/** Two multiplied and mixed 32-bit lanes; told apart by accident only, nobody gains by making two alike. */
function hash(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
