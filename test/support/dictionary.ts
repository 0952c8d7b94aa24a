import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { realData } from './real-data'

/** One row of a field table: what the schema demands, and what the printed edition demands instead. */
export type DictionaryField = {
  name: string
  label: string
  type: string
  required: boolean
  printed: string
  meaning: string
}
export type DictionaryPart = { element: string; fields: DictionaryField[] }
export type DictionaryMessage = {
  type: string
  label: string
  /** Children of the root and of its node, in order, with how often they may stand there. */
  children: { name: string; min: number; max: number }[]
  parts: DictionaryPart[]
}

const file = realData && join(realData, '../domain/ceb-dictionary.md')

/** Where a description of the messages lies beside the data; it is read on its own, never through our tables. */
export const dictionary: DictionaryMessage[] | undefined =
  file && existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined

function parse(text: string): DictionaryMessage[] {
  return text
    .split(/^### (?=CEB\d{3}Message)/m)
    .slice(1)
    .map((section) => {
      const [, type = '', label = ''] = /^(CEB\d{3})Message — (.*)/.exec(section) ?? []
      const line = /^XSD children of the root \(in order\): (.*)$/m.exec(section)?.[1] ?? ''
      const children = [...line.matchAll(/`([\w:]+)` (\d+)\.\.(\d+|n)/g)].map(([, name = '', min, max]) => ({
        name,
        min: Number(min),
        max: max === 'n' ? Infinity : Number(max),
      }))
      const parts = section
        .split(/^\*\*/m)
        .slice(1)
        .map((part) => ({
          element: /`ceb:(\w+)`/.exec(part)?.[1] ?? '',
          fields: [...part.matchAll(/^\| \d+ \| `(\w+)` \| (.*)$/gm)].map(([, name = '', rest = '']) => {
            const [zh = '', typed = '', required = '', printed = '', meaning = ''] = rest
              .split('|')
              .map((cell) => cell.trim())
            return { name, label: zh, type: typed, required: required === 'Y', printed, meaning }
          }),
        }))
      return { type, label, children, parts }
    })
}

/**
 * Does the schema take a text for a type? `C36` exactly, `C..60` at most, `C3..4` between, `N19,5` decimal, `N9` and
 * `int` whole. A number may be signed there, and have blanks around it.
 */
export function schemaTakes(type: string, value: string): boolean {
  const [kind = ''] = type.split(' ')
  const length = [...value].length
  const exact = /^C(\d+)$/.exec(kind)
  if (exact) return length === Number(exact[1])
  const range = /^C(\d*)\.\.(\d+)$/.exec(kind)
  if (range) return length >= Number(range[1] || 0) && length <= Number(range[2])
  if (kind.startsWith('C')) return true
  const number = value.trim()
  if (kind === 'int') return /^[+-]?\d+$/.test(number) && Math.abs(Number(number)) <= 2_147_483_647
  const [, digits = '0', places] = /^N(\d+)(?:,(\d+))?$/.exec(kind) ?? []
  if (places === undefined) return /^[+-]?\d+$/.test(number) && digitsOf(number) <= Number(digits)
  const [, whole = '', fraction = ''] = /^[+-]?(\d*)(?:\.(\d*))?$/.exec(number) ?? []
  if (whole + fraction === '') return false
  const kept = fraction.replace(/0+$/, '')
  return kept.length <= Number(places) && digitsOf(whole + kept) <= Number(digits)
}

const digitsOf = (text: string) => text.replace(/^[+-]?0*/, '').length || 1
