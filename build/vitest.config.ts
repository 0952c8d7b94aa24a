import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { antdStatic } from './antd-css.mjs'
import { builtWorkers } from '../test/data/built-workers.ts'
import { practiceCommands } from '../test/data/practice-commands.ts'
import { findPostgres } from '../test/support/postgres.ts'
import { realData, realDataTests } from '../test/support/real-data.ts'
import { haveSignatureTools } from '../test/support/tools.ts'
import { findChromium, noSandboxReason } from './chromium.mjs'

const executablePath = findChromium() ?? undefined
const launchOptions = {
  executablePath,
  args: [
    ...(noSandboxReason() ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
}

/** They need a PostgreSQL server's programs; where there are none, the embedded database is what is tested. */
const postgresTests = '**/*.postgres.test.ts'

/** They ask xmlsec1, xmllint and openssl; where there are none, files that these made and judged are the proof. */
const toolsTests = '**/*.tools.test.ts'

/** What needs a browser is tried once more; the table of `npm test` then names it (test/README.md). */
const browserRetry = 1

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // One set of modules for the files of a worker: to load them took longer than the tests.
          isolate: false,
          include: [
            '{shared,electron,build}/**/*.test.ts',
            'test/{bench,cases,demo,generator}/**/*.test.ts',
            'renderer/{app,components,features,workers}/**/*.test.{ts,tsx}',
          ],
          exclude: [
            '**/*.data.test.ts',
            '**/*.browser.test.tsx',
            ...(realData ? [] : [realDataTests]),
            ...(findPostgres() ? [] : [postgresTests]),
            ...(haveSignatureTools() ? [] : [toolsTests]),
          ],
          // Password wrapping and whole files of orders take seconds on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [builtWorkers()],
        // A worker that loads while these are being bundled would fail to start.
        optimizeDeps: {
          include: ['comlink', 'dexie', 'fast-check', 'fflate', 'saxes', 'sm-crypto-v2', 'zod'],
        },
        test: {
          // Real IndexedDB and WebCrypto of a real Chromium; nothing is faked.
          name: 'data',
          include: ['renderer/data/**/*.test.ts', 'renderer/**/*.data.test.ts'],
          testTimeout: 60_000,
          retry: browserRetry,
          // All files share one origin, and one of them fills its disk.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            // What only main can do, done by this process.
            commands: practiceCommands,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        plugins: [antdStatic(), react()],
        // Found before the first test: a reload in the middle of one would fail it.
        optimizeDeps: {
          include: [
            ...['antd', 'antd/locale/zh_CN', 'antd/locale/en_US', '@ant-design/icons', 'react-data-grid'],
            ...['react', 'react-dom/client', 'react/jsx-dev-runtime', 'react-i18next', 'i18next'],
            ...['zustand', 'comlink', 'dexie', 'sm-crypto-v2', 'zod', 'pinyin-pro', 'axe-core'],
          ],
        },
        test: {
          // Components and the frame as an officer uses them: real focus, clipboard and input method.
          name: 'components',
          include: ['renderer/**/*.browser.test.tsx'],
          testTimeout: 30_000,
          retry: browserRetry,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1366, height: 768 },
            provider: playwright({
              launchOptions,
              contextOptions: { permissions: ['clipboard-read', 'clipboard-write'] },
              actionTimeout: 15_000,
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          // The exchange engine against a seeded world; simulated time, nothing waits.
          name: 'sim',
          environment: 'node',
          include: ['test/sim/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          // The exchange in real processes that are killed; a seed each.
          name: 'torture',
          environment: 'node',
          include: ['test/torture/**/*.test.ts'],
          // A round that goes wrong ends by itself before that, and tells what it knows.
          testTimeout: 480_000,
          maxConcurrency: 2,
        },
      },
      {
        extends: true,
        test: {
          // The stand-in of Electron against Electron's documentation; one start of the fixture app per file.
          name: 'host',
          environment: 'node',
          include: ['test/host/**/*.test.ts'],
          globalSetup: ['test/host/fixture/build.ts'],
          fileParallelism: false,
          retry: browserRetry,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
