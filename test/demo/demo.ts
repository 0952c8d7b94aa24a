import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Enterprise } from '../../shared/model/enterprise'
import type { AppUnderTest } from '../host/app-under-test'
import { launchApp } from '../host/launch'
import type { DemoOptions } from './options'
import { inputEnterprise } from './input'
import { emptyReport, type Report } from './report'

export const smallScreen = { width: 1366, height: 768 }

/** What every step works with. */
export type Demo = {
  options: DemoOptions
  /** Profile of this run; thrown away at its end. */
  profile: string
  enterprise: Enterprise
  password: string
  /** Filled by the steps from what the screens say. */
  report: Report
  app: AppUnderTest
  page: Page
  /** One line on what is being done. */
  say(text: string): void
  /** Keep a picture of the screen under this name. */
  picture(name: string): Promise<void>
  /** Answer the next save dialog with this name in the folder of the run; gives the path. */
  saveAs(name: string): string
}

type DemoBase = Omit<Demo, 'app' | 'page' | 'say' | 'picture' | 'saveAs'>

/** Start the app on the profile of this run. No practice window runs yet: there is nobody who could answer. */
export async function open(demo: DemoBase): Promise<Demo> {
  const { options, profile, report } = demo
  const app = await launchApp({
    profile,
    viewport: smallScreen,
    headless: !options.visible,
    args: ['--no-practice', ...(options.pace === undefined ? [] : ['--pace', options.pace])],
  })
  app.page.setDefaultTimeout(20_000)
  const fileIn = (name: string) => {
    const file = path.join(options.out, name)
    report.files.push(file)
    return file
  }
  let pictures = 0
  return {
    ...demo,
    app,
    page: app.page,
    say: (text) => void process.stdout.write(`${text} …\n`),
    async picture(name) {
      pictures += 1
      const number = String(pictures).padStart(2, '0')
      await app.page.screenshot({ path: fileIn(`${number}-${name}.png`) })
    },
    saveAs(name) {
      const file = fileIn(name)
      app.answer({ showSaveDialog: file })
      return file
    },
  }
}

/** What a run starts with; nothing is open yet. */
export async function newDemo(options: DemoOptions, profile: string): Promise<DemoBase> {
  mkdirSync(options.out, { recursive: true })
  return {
    options,
    profile,
    enterprise: await inputEnterprise(options.input),
    password: 'practice-2026',
    report: emptyReport(options.input),
  }
}
