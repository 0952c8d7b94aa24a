import type { BrowserContext, Page } from 'playwright-core'

/** What main's dialogs answer, in the order they are asked. */
export type DialogAnswer =
  { showSaveDialog: string | null } | { showOpenDialog: string[] | null } | { showMessageBox: number }

/** Something a page or the shell did that no test tolerates. */
export type Violation = {
  kind:
    'content-security-policy' | 'console-error' | 'page-error' | 'unanswered-dialog' | 'main-error' | 'crash'
  text: string
}

export type LaunchOptions = {
  /** The profile folder (userData). Made when it is missing; kept afterwards. Two copies of one profile cannot run at once. */
  profile: string
  /** Default true. */
  headless?: boolean
  /** Whether the system asks for less motion; default: where nobody looks. */
  calm?: boolean
  /** The built main file; default: the app's. */
  main?: string
  /** Further arguments, as `process.argv` shows them to main. */
  args?: readonly string[]
  /** Added to the environment of main and Chromium. */
  env?: Readonly<Record<string, string>>
  dialogs?: readonly DialogAnswer[]
  /** Size of the page in every window; default: what main asks for. */
  viewport?: { width: number; height: number }
  /** Time the pages see when they open (it goes on from there). Workers and main keep the real one. */
  clock?: Date
}

export type AppUnderTest = {
  /** The first window; once it has ended, the one that has been open longest. */
  readonly page: Page
  readonly context: BrowserContext
  /** All open windows in order of opening, hidden ones included. */
  windows(): Page[]
  /** The next window that opens after this call. */
  nextWindow(): Promise<Page>
  /** Add answers for dialogs still to come. */
  answer(...answers: DialogAnswer[]): void
  /** Dialogs main showed so far: method and its options. */
  dialogs(): { method: string; options: unknown }[]
  /** Addresses main handed to the system so far. */
  openedExternally(): string[]
  /** Notifications of the system that stand there now, oldest first. */
  notifications(): { title: string; body: string }[]
  /** Click the newest notification. */
  clickNotification(): void
  /** Click an item of the application menu, by its labels from the top. */
  menu(...labels: string[]): Promise<void>
  /** Raise an event of powerMonitor in main, e.g. `suspend`, `resume`, `lock-screen`. */
  power(event: string): void
  /** Write everything that is alive in main's memory into a file, as V8 writes snapshots of its heap. */
  mainHeap(file: string): Promise<void>
  /** Process ids, to measure or to kill from outside. */
  readonly pids: { main: number; chromium: number }
  /** stdout and stderr of main so far. */
  output(): string
  /** Must be empty at the end of each test. */
  readonly violations: Violation[]
  /** Resolves when main has ended. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Quit as the menu does; resolves when main and Chromium are gone. Forced after 10 s. */
  close(): Promise<void>
  /** Power cut: main and Chromium end at once, nothing is flushed. Resolves when both are gone. */
  kill9(): Promise<void>
}

/** Start the built app in the stand-in; resolves when its first window has loaded. */
export type LaunchApp = (options: LaunchOptions) => Promise<AppUnderTest>
