import { elementLabel } from '../ceb/personal'

export type ShownRow = readonly [label: string, value: string]

/**
 * A record as labelled rows, whatever is in it: nested parts by their path, counted from 1, nothing left out but what is
 * empty.
 * @param labels own names of fields; else the element of a message of that name, else the name itself
 */
export function shownRows(value: unknown, labels: ReadonlyMap<string, string> = new Map()): ShownRow[] {
  const labelOf = (key: string) => labels.get(key) ?? elementLabel(key) ?? key
  const rows: ShownRow[] = []
  const put = (path: readonly string[], part: unknown): void => {
    if (part === undefined || part === null || part === '') return
    if (Array.isArray(part)) {
      if (part.every((one) => typeof one !== 'object')) return put(path, part.join('、'))
      for (const [i, one] of part.entries()) put([...path.slice(0, -1), `${path.at(-1) ?? ''} ${i + 1}`], one)
      return
    }
    if (typeof part === 'object') {
      for (const [key, one] of Object.entries(part)) put([...path, labelOf(key)], one)
      return
    }
    rows.push([path.join(' / '), String(part)])
  }
  put([], value)
  return rows
}
