import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { antdStatic } from '../../build/antd-css.mjs'
import { pageResolve } from '../../build/vite/page.mjs'
import { ensureChromium, noSandboxReason } from '../../build/chromium.mjs'
import type { DataBench } from './data'
import type { BenchPage } from './page/main'
import type { MastersSize } from './page/masters'
import { serve } from './serve'
import type { Step } from './step'

const page = join(import.meta.dirname, 'page')
const out = join(import.meta.dirname, '../../node_modules/.cache/yiguan/bench')

/** Bundle the page as the app is bundled: own files only, workers as files. */
export async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: page,
    base: './',
    resolve: pageResolve,
    logLevel: 'warn',
    plugins: [antdStatic(), react()],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    worker: { format: 'es', rolldownOptions: { checks: { pluginTimings: false } } },
  })
}

export type BrowserBench = { steps: Step[]; data: DataBench; version: string }

/** What only a page can do, in a fresh Chromium whose databases lie on disk, as the app's do. */
export const benchBrowser = (lines: Uint8Array, size: number): Promise<BrowserBench> =>
  inPage(lines, async (bench, version) => {
    const [data] = await bench((own, count) => own.data([count]), size)
    const steps = await bench((own) => own.book('lines.csv'), size)
    return { steps, data: data!, version }
  })

/** As many as a tariff or a 退税率文库 has. */
const publishedRows = 30_000

/** Masters of an enterprise that works for many, and a table that was published for them, in the same kind of Chromium. */
export const benchMastersInPage = (size: MastersSize): Promise<Step[]> =>
  inPage(new Uint8Array(), async (bench) => [
    ...(await bench((own, asked) => own.masters(asked), size)),
    ...(await bench((own, rows) => own.published(rows), publishedRows)),
  ])

type InPage = <T, A>(work: (bench: BenchPage, about: A) => Promise<T>, about: A) => Promise<T>

async function inPage<T>(
  lines: Uint8Array,
  work: (bench: InPage, version: string) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'yiguan-bench-'))
  const server = await serve(out, lines)
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: await ensureChromium({ log: (line) => process.stderr.write(`${line}\n`) }),
      args: [
        ...(noSandboxReason() ? ['--no-sandbox'] : []),
        ...[
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
        ],
      ],
      viewport: { width: 1366, height: 768 },
    })
    try {
      const tab = await context.newPage()
      tab.on('pageerror', (error) => process.stderr.write(`${error.message}\n`))
      await tab.goto(server.url)
      await tab.waitForFunction(() => 'bench' in window)
      const bench: InPage = (task, about) =>
        tab.evaluate(`(${String(task)})(window.bench, ${JSON.stringify(about)})`)
      return await work(bench, context.browser()?.version() ?? '')
    } finally {
      await context.close()
    }
  } finally {
    server.close()
    await rm(profile, { recursive: true, force: true })
  }
}
