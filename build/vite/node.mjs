import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '../..')

/**
 * Code that runs in Node: our own sources in one file, packages left where npm put them, so that those with data
 * files and native parts of their own (PGlite's engine, pino's workers) find them.
 * @param {{ entry: string, out: string, file: string, format: 'es' | 'cjs', bundle?: boolean, define?: Record<string, string> }} target
 */
export function nodeBuild({ entry, out, file, format, bundle = false, define }) {
  return defineConfig({
    root,
    publicDir: false,
    ...(define && { define }),
    ssr: { target: 'node', noExternal: bundle ? true : ['#shared'] },
    build: {
      ssr: entry,
      outDir: out,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: [/^node:/, 'electron', ...(bundle ? [] : [/^[^.#/\0]/])],
        output: { format, entryFileNames: file, codeSplitting: format === 'es' },
      },
    },
  })
}
