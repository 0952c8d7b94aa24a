import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/bundles')
const folders = new Set<string>()
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder in the cache that goes when this process does. */
export function cacheFolder(name: string): string {
  if (folders.size === 0) sweep()
  const folder = join(cache, `${name.replaceAll(' ', '-')}-${process.pid}`)
  folders.add(folder)
  return folder
}

/** Folders of processes that were killed. */
function sweep(): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    try {
      process.kill(Number(name.split('-').at(-1)), 0)
    } catch {
      rmSync(join(cache, name), { recursive: true, force: true })
    }
  }
}

/**
 * One file of an entry and everything of ours behind it, so that threads and processes start at once. It goes when
 * this process does.
 * @param name of the folder it lies in
 * @returns where the module is
 */
export async function bundle(name: string, entry: string, plugins: Plugin[] = []): Promise<string> {
  const outDir = cacheFolder(name)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins,
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
  return join(outDir, 'main.mjs')
}
