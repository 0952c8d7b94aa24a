import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** One place of the exchange's source changed; the text must be there exactly once. */
export type Edit = { find: string; put: string }

/** The protocol with its engine, and main's way to a service. */
const folders = ['shared/protocol', 'electron/single-window'].map((folder) =>
  join(import.meta.dirname, '../..', folder),
)

/**
 * Puts mistakes into the source of the exchange while it is bundled. Whoever rewrites such a line is told that the
 * mistake has to be put anew.
 * @throws when a text to change is not in the source exactly once
 */
export async function edited(edits: readonly Edit[]): Promise<Plugin> {
  const sources = edits.length === 0 ? [] : (await Promise.all(folders.map(sourcesOf))).flat()
  const located = edits.map((edit) => {
    const found = sources.filter(({ text }) => text.includes(edit.find))
    const times = found.reduce((sum, { text }) => sum + text.split(edit.find).length - 1, 0)
    if (times !== 1) throw new Error(`"${edit.find}" is ${times} times in the exchange's source`)
    return { ...edit, file: found[0]!.file }
  })
  return {
    name: 'edited',
    enforce: 'pre',
    transform(code, id) {
      const own = located.filter(({ file }) => id === file)
      if (own.length === 0) return undefined
      return { code: own.reduce((text, { find, put }) => text.replace(find, () => put), code), map: null }
    },
  }
}

async function sourcesOf(folder: string): Promise<{ file: string; text: string }[]> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      return { file, text: await readFile(file, 'utf8') }
    }),
  )
}
