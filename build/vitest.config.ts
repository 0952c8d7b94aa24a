import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findChromium, noSandboxReason } from './chromium.mjs'

const executablePath = findChromium() ?? undefined

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            '{shared,electron,build}/**/*.test.ts',
            'test/generator/**/*.test.ts',
            'renderer/{app,components,features,workers}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/*.data.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Real IndexedDB and WebCrypto of a real Chromium; nothing is faked.
          name: 'data',
          include: ['renderer/data/**/*.test.ts', 'renderer/**/*.data.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath,
                args: [
                  ...(noSandboxReason() ? ['--no-sandbox'] : []),
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
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
          testTimeout: 120_000,
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
