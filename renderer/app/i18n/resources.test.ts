import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modePaths } from '#shared/model/mode'

type Tree = { [key: string]: string | Tree }

const here = import.meta.dirname
const renderer = join(here, '../..')

/** Every leaf as `a.b.c` with its text. */
function leaves(tree: Tree, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : leaves(value, [...path, key]),
  )
}
const read = (language: string, file: string) =>
  new Map(leaves(JSON.parse(readFileSync(join(here, language, file), 'utf8')) as Tree))
const files = (language: string) => readdirSync(join(here, language)).sort()
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort()

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

describe('language resources', () => {
  it('name every way of declaring', () => {
    const named = [...read('zh', 'modes.json').keys()].filter((key) => key.startsWith('path.'))
    expect(named.sort()).toEqual(modePaths.map((path) => `path.${path}`).sort())
  })

  it('have the same files, keys and parameters in both languages', () => {
    expect(files('en')).toEqual(files('zh'))
    for (const file of files('zh')) {
      const [zh, en] = [read('zh', file), read('en', file)]
      // Chinese knows no singular: a text of its own for one is English alone.
      const forOne = [...en.keys()].filter((key) => !zh.has(key) && zh.has(key.replace(/_one$/, '')))
      for (const key of forOne)
        expect(placeholders(en.get(key)!), `${file} ${key}`).toEqual(
          placeholders(en.get(key.replace(/_one$/, ''))!),
        )
      expect([...en.keys()].filter((key) => !forOne.includes(key)).sort(), file).toEqual(
        [...zh.keys()].sort(),
      )
      for (const [key, text] of zh) {
        expect(placeholders(en.get(key)!), `${file} ${key}`).toEqual(placeholders(text))
        // An empty text is shown as its key.
        expect(text && en.get(key), `${file} ${key}`).toBeTruthy()
      }
    }
  })

  it('are Chinese in one and not in the other', () => {
    // Each language names itself in its own words.
    const own = new Set(['product', 'languages.zh'])
    for (const file of files('en')) {
      for (const [key, text] of read('en', file)) {
        if (!own.has(key)) expect(/\p{Script=Han}/u.test(text), `en/${file} ${key}: ${text}`).toBe(false)
      }
    }
  })

  it('hold every Chinese word: none stands in a component', () => {
    const found = sources(renderer)
      .filter((path) => path.endsWith('.tsx'))
      .filter((path) => /\p{Script=Han}/u.test(withoutComments(readFileSync(path, 'utf8'))))
    expect(found).toEqual([])
  })

  it('have every key that a component asks for by name', () => {
    const known = new Set(
      files('zh').flatMap((file) =>
        [...read('zh', file).keys()].flatMap((key) => [`${file.slice(0, -'.json'.length)}:${key}`]),
      ),
    )
    const missing = sources(renderer).flatMap((path) => {
      const code = withoutComments(readFileSync(path, 'utf8'))
      const namespace = /useTranslation\('([\w-]+)'\)/.exec(code)?.[1] ?? 'app'
      return [...code.matchAll(/\bt\('([\w:.-]+)'/g)]
        .map(([, key]) => (key!.includes(':') ? key! : `${namespace}:${key}`))
        .filter((key) => !known.has(key) && !known.has(`${key}_one`) && !known.has(`${key}_other`))
        .map((key) => `${path.slice(renderer.length + 1)} ${key}`)
    })
    expect(missing).toEqual([])
  })
})
