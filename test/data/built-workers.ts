import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { unlessDone } from '../../build/stamp.mjs'

const root = path.join(import.meta.dirname, '../..')
const output = 'node_modules/.cache/test-workers'

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

const buildWorkers = () =>
  unlessDone(
    'test-workers',
    {
      inputs: [
        'test/data/built-workers.ts',
        'package-lock.json',
        'renderer/data',
        'renderer/workers',
        'shared',
      ],
      outputs: [`${output}/book.js`],
    },
    async () => {
      await build({
        root,
        configFile: false,
        base: './',
        logLevel: 'warn',
        publicDir: false,
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
        worker: { format: 'es', rolldownOptions: { output: { minify: false } } },
      })
    },
  )
