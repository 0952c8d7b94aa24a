import type { CountryFinder } from '#shared/codes/country'
import type { CodeBook } from '#shared/codes/book'
import type { Text } from '#shared/model/text'

/** One line of 运抵国→指运港 as it was typed or pasted. */
export type PortRow = { country: string; port: string }

const fallback = '*'
const others: readonly Text[] = [
  { zh: '＊', en: '*' },
  { zh: '其余', en: 'OTHER' },
  { zh: '其他', en: 'OTHERS' },
]
const otherwise = new Set(others.flatMap(({ zh, en }) => [zh, en]))

/** Rows of the table as one text, a line each; that is how a draft of the form holds them. */
export const writePorts = (rows: readonly PortRow[]): string =>
  rows
    .filter(({ country, port }) => country !== '' || port !== '')
    .map(({ country, port }) => `${country}\t${port}`)
    .join('\n')

/** Also takes `502=000; *=000`, the form of one cell of a sheet. */
export function readPorts(text: string): PortRow[] {
  return text
    .split(/[\n;；]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [country = '', port = ''] = line.split(/[\t=＝]/).map((cell) => cell.trim())
      return { country, port }
    })
}

export const portsInCell = (ports: Readonly<Record<string, string>>): string =>
  Object.entries(ports)
    .map(([country, port]) => `${country}=${port}`)
    .join('; ')

export const rowsOfPorts = (ports: Readonly<Record<string, string>>): PortRow[] =>
  Object.entries(ports).map(([country, port]) => ({ country, port }))

/** `US`, `美国`, `502 美国` → `502`; `其余` → `*`; what nobody knows stays as it was typed. */
export function countryCode(text: string, finder: CountryFinder): string {
  const typed = text.trim()
  if (otherwise.has(typed.toUpperCase())) return fallback
  const leading = /^(\d{3})\s/.exec(typed)?.[1]
  if (leading) return leading
  const found = finder.find(typed)
  return found.kind === 'coded' ? found.row.code : typed
}

/** `000 未知` → `000`. */
export const portCode = (text: string): string =>
  /^([0-9A-Z]{3,4})(\s|$)/i.exec(text.trim())?.[1]?.toUpperCase() ?? text.trim()

export const portsOf = (rows: readonly PortRow[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ country, port }) => [country, port]))

/** The same country twice: the later row would silently win. */
export function repeatedCountry(rows: readonly PortRow[]): string | undefined {
  const seen = new Set<string>()
  return rows.find(({ country }) => {
    if (seen.has(country)) return true
    seen.add(country)
    return false
  })?.country
}

export const countryName = (code: string, codes: CodeBook): string => codes.lookup('country', code)?.zh ?? ''
export const portName = (code: string, codes: CodeBook): string => codes.lookup('port', code)?.zh ?? ''
