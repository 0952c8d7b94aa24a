import { maskText } from '../model/mask'
import { allTables } from './tables'

const fields = allTables.flatMap(({ head, lines }) => [...head.fields, ...(lines?.fields ?? [])])
const personal: ReadonlySet<string> = new Set(
  fields.filter((field) => field.personal).map(({ name }) => name),
)
const labels: ReadonlyMap<string, string> = new Map(fields.map(({ name, label }) => [name, label.zh]))

/** What an element is called, whichever message it stands in. */
export const elementLabel = (name: string): string | undefined => labels.get(name)

/** Whether a message as it was received names a person anywhere. */
export function namesPersons(xml: string): boolean {
  for (const [, name] of xml.matchAll(/<(?:[\w.-]{1,40}:)?([A-Za-z]\w{0,60})[\s>]/g))
    if (personal.has(name!)) return true
  return false
}

/**
 * Masks every element that names a person in any message, wherever in a value it stands: contents of documents, values an
 * officer put in their place, and values a rule quotes.
 */
export function maskElements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskElements)
  if (typeof value !== 'object' || value === null) return value
  const at = (value as { element?: unknown; path?: unknown }).element ?? (value as { path?: unknown }).path
  const quotes = typeof at === 'string' && personal.has(at.split('/').at(-1) ?? '')
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const names = personal.has(key) || (quotes && (key === 'value' || key === 'derived'))
      return [key, names && typeof one === 'string' ? maskText(one) : maskElements(one)]
    }),
  )
}
