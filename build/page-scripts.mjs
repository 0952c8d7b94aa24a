import { join } from 'node:path'
import { root } from './install.mjs'
import { unlessDone } from './stamp.mjs'

const out = 'node_modules/.cache/yiguan/page-scripts'

/**
 * Bundle the stand-in's scripts for the two worlds of a page.
 * @returns {Promise<{ page: string, preload: string }>} their files
 */
export async function buildPageScripts() {
  const scripts = { page: 'page-world', preload: 'preload-world' }
  const files = { page: join(root, out, 'page-world.js'), preload: join(root, out, 'preload-world.js') }
  const outputs = Object.values(scripts).map((name) => `${out}/${name}.js`)
  await unlessDone('page-scripts', { inputs: ['test/host/page', 'package-lock.json'], outputs }, async () => {
    const { build } = await import('vite')
    for (const name of Object.values(scripts)) {
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        build: {
          outDir: out,
          emptyOutDir: false,
          minify: false,
          lib: {
            entry: `test/host/page/${name}.ts`,
            formats: ['iife'],
            name: 'standIn',
            fileName: () => `${name}.js`,
          },
        },
      })
    }
  })
  return files
}
