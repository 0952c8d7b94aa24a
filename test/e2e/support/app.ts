import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { AppUnderTest, LaunchOptions } from '../../host/app-under-test'
import { launchApp } from '../../host/launch'
import { watchInput } from './last-input'

/** The smallest screen the product is made for. */
export const smallScreen = { width: 1366, height: 768 }

/** An empty folder of its own for a spec. */
export const freshFolder = (name: string): Promise<string> => mkdtemp(path.join(tmpdir(), `yiguan-${name}-`))

const running = new Set<AppUnderTest>()

/** Windows of the apps this file of tests started and did not end. */
export const openPages = (): Page[] => [...running].flatMap((app) => app.windows())

/** The app on the smallest screen, by default with a profile that was never used. */
export async function startApp(name: string, options: Partial<LaunchOptions> = {}): Promise<AppUnderTest> {
  const profile = options.profile ?? (await freshFolder(name))
  const app = await launchApp({ viewport: smallScreen, ...options, profile })
  // What an officer waits for comes sooner; a step that cannot be done fails and does not eat the time of the test.
  app.context.setDefaultTimeout(45_000)
  await watchInput(app.context, app.windows())
  running.add(app)
  app.context.once('close', () => running.delete(app))
  return app
}
