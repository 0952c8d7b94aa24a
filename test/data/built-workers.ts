import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { pageResolve } from '../../build/vite/page.mjs'
import { unlessDone } from '../../build/stamp.mjs'
import { planted } from '../torture/mutants/planted.ts'

const root = path.join(import.meta.dirname, '../..')
// With a mistake planted in the source, they are other workers, and nobody else's.
const mistakes = planted()
const output = `node_modules/.cache/test-workers${mistakes.length > 0 ? `-mutant-${process.pid}` : ''}`

/**
 * The workers of an open book as the app has them: bundled. Served module by module, each start of one is hundreds of
 * requests, and a test that imports four files starts six.
 */
export function builtWorkers(): Plugin {
  let built: Promise<unknown> | undefined
  return {
    name: 'built-workers',
    configureServer({ middlewares }) {
      middlewares.use('/test-workers', (request, response, next) => {
        const file = path.normalize(new URL(request.url ?? '', 'http://page').pathname)
        built ??= buildWorkers()
        built
          .then(() => readFile(path.join(root, output, file)))
          .then((body) => response.setHeader('Content-Type', 'text/javascript').end(body))
          .catch(next)
      })
    },
  }
}

const buildWorkers = () => (mistakes.length > 0 ? bundle().finally(removeAtEnd) : buildOnce())

const removeAtEnd = () =>
  process.once('exit', () => rmSync(path.join(root, output), { recursive: true, force: true }))

const buildOnce = () =>
  unlessDone(
    'test-workers',
    {
      inputs: [
        'test/data/built-workers.ts',
        'build/vite',
        'package-lock.json',
        'renderer/data',
        'renderer/workers',
        'shared',
      ],
      outputs: [`${output}/book.js`],
    },
    bundle,
  )

async function bundle(): Promise<void> {
  await build({
    root,
    configFile: false,
    base: './',
    resolve: pageResolve,
    logLevel: 'warn',
    publicDir: false,
    plugins: mistakes,
    build: {
      outDir: output,
      emptyOutDir: true,
      target: 'chrome140',
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { book: path.join(root, 'renderer/workers/book/worker.ts') },
        output: { entryFileNames: '[name].js' },
        preserveEntrySignatures: false,
      },
    },
    worker: { format: 'es', plugins: () => planted(), rolldownOptions: { output: { minify: false } } },
  })
}
