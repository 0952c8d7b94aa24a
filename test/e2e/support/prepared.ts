import { cp, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { freshFolder, startApp } from './app'
import { addPracticeTemplate, buildAll, importSamples, matchAll } from './main-job'
import { firstRun, unlock } from './session'

type Preparation = { from?: Prepared; args?: readonly string[]; act: (page: Page) => Promise<void> }

/** What an officer did in a profile before a spec begins with it. */
export type Prepared = 'founded' | 'built'

const preparations: Record<Prepared, Preparation> = {
  /** A 演练 book was founded, and its practice single window was online once. */
  founded: {
    act: async (page) => {
      await firstRun(page)
      await expect(page.locator('.online')).toHaveAttribute('data-state', 'online', { timeout: 60_000 })
    },
  },
  /** Then the sample shop came in, was matched and built: 51 清单, 暂存. */
  built: {
    from: 'founded',
    args: ['--no-practice'],
    act: async (page) => {
      await unlock(page)
      await importSamples(page)
      await addPracticeTemplate(page)
      await matchAll(page)
      await buildAll(page)
    },
  },
}

/**
 * A profile of its own to go on with: a copy of one that the app itself made, through the screens, when this run first
 * wanted it. The copy opens with `unlock`. Copies of one profile cannot run at once, so each worker makes its own.
 */
export async function preparedProfile(kind: Prepared): Promise<string> {
  const profile = await freshFolder(kind)
  await copyPrepared(kind, profile)
  return profile
}

async function copyPrepared(kind: Prepared, to: string): Promise<void> {
  // Playwright empties this folder when a run begins, so what lies here is of the app under test.
  const { project, parallelIndex } = test.info()
  const made = path.join(project.outputDir, 'prepared', String(parallelIndex), kind)
  if (!(await stat(made).catch(() => undefined))) await prepare(kind, made)
  await cp(made, to, { recursive: true })
}

/** The name comes last: what was cut off half-way is not taken for a profile. */
async function prepare(kind: Prepared, made: string): Promise<void> {
  const { from, args = [], act } = preparations[kind]
  const profile = `${made}-unfinished`
  await rm(profile, { recursive: true, force: true })
  if (from) await copyPrepared(from, profile)
  const app = await startApp(kind, { profile, args })
  await act(app.page)
  expect(app.violations).toEqual([])
  await app.close()
  await rename(profile, made)
}
