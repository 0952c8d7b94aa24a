import { existsSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { antdStatic } from '../antd-css.mjs'
import { pageResolve } from './page.mjs'

const root = join(import.meta.dirname, '../../renderer')
const pages = ['index', 'print'].filter((page) => existsSync(join(root, `${page}.html`)))

/**
 * The pages of the app. Its policy allows own files only: no inline script (so no polyfill of module preloading, no
 * data: workers or assets), and relative addresses, because the scheme is not the server's.
 */
export default defineConfig({
  root,
  base: './',
  resolve: pageResolve,
  plugins: [antdStatic(), react()],
  build: {
    outDir: join(root, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, join(root, `${page}.html`)])),
      // A worker's own build counts as one plugin's time.
      checks: { pluginTimings: false },
    },
  },
  worker: { format: 'es', rolldownOptions: { checks: { pluginTimings: false } } },
})
