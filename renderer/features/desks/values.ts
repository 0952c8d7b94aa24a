import type { Json } from '#shared/model/json'

/** A composed value by its leaves: `list.netWeight` → 0.4. */
function leaves(value: Json, path = '', into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) value.forEach((one, n) => leaves(one, `${path}[${n + 1}]`, into))
  else if (value !== null && typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) leaves(one, path === '' ? name : `${path}.${name}`, into)
  } else into.set(path, value === null ? '' : String(value))
  return into
}

type Words = { yes: string; no: string; none: string }
const mostLines = 8

/**
 * Lines in which a value is shown. Of a composed one only what differs, with its name; a truth value has words; nothing
 * is said to be nothing.
 */
export function linesOf(
  value: Json | undefined,
  atoms: readonly string[],
  { yes, no, none }: Words,
): string[] {
  if (value === undefined || value === null || value === '') return [none]
  if (typeof value === 'boolean') return [value ? yes : no]
  if (typeof value !== 'object') return [String(value)]
  const all = leaves(value)
  const names = atoms.filter((name) => all.has(name))
  if (names.length === 0) return atoms.length > 0 ? [none] : [JSON.stringify(value)]
  const lines = names.slice(0, mostLines).map((name) => `${name}: ${all.get(name)}`)
  return names.length > mostLines ? [...lines, `… +${names.length - mostLines}`] : lines
}
