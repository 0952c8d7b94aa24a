import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // One app keeps little more than one core busy: its page, its workers, its service and the test wait for each other.
  workers: Math.min(2, availableParallelism()),
  fullyParallel: false,
  globalSetup: './support/page-scripts.ts',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // A file is begun once more with a fresh profile; that it was necessary is told in the table of `npm test`.
  retries: 1,
  reporter: [['list']],
  outputDir: '../../out/e2e',
})
