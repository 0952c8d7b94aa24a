import { rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import type { Edit } from './engine-mutants'

const root = join(import.meta.dirname, '../..')

/**
 * Worker, simulator and engine as one file that goes with this process: threads start at once, and a mistake can be put into the engine's source.
 * @returns where the module is
 * @throws when a text to change is not in the protocol's source exactly once
 */
export async function bundle(name: string, edits: readonly Edit[] = []): Promise<string> {
  const sources = edits.length === 0 ? [] : await protocolSources()
  const located = edits.map((edit) => {
    const found = sources.filter(({ text }) => text.includes(edit.find))
    const times = found.reduce((sum, { text }) => sum + text.split(edit.find).length - 1, 0)
    if (times !== 1) throw new Error(`${name}: "${edit.find}" is ${times} times in the protocol's source`)
    return { ...edit, file: found[0]!.file }
  })
  const outDir = join(root, 'node_modules/.cache/sim', `${name.replaceAll(' ', '-')}-${process.pid}`)
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [change(located)],
    build: {
      ssr: join(import.meta.dirname, 'worker.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
    ssr: { noExternal: true },
  })
  return join(outDir, 'worker.mjs')
}

type Source = { file: string; text: string }

async function protocolSources(): Promise<Source[]> {
  const folder = join(root, 'shared/protocol')
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

const change = (edits: readonly (Edit & { file: string })[]): Plugin => ({
  name: 'sim-change',
  enforce: 'pre',
  transform(code, id) {
    const own = edits.filter(({ file }) => id === file)
    if (own.length === 0) return undefined
    return { code: own.reduce((text, { find, put }) => text.replace(find, () => put), code), map: null }
  },
})
