import type { DialogAnswer } from '../app-under-test'

/** How the host is set up; travels in one environment variable because main is loaded synchronously after it. */
export type HostConfiguration = {
  profile: string
  main: string
  headless: boolean
  /** The system asks for less motion. */
  calm: boolean
  chromium: string
  sandbox: boolean
  locale: string
  /** Bundled scripts that go into the page's two worlds. */
  pageScripts: { page: string; preload: string }
  /** A driver attaches before the first window opens. */
  driven: boolean
  /** Without a driver: dialogs that ask for a place to save answer with this folder. */
  saveTo: string | null
}

/** From the driver to the host process. */
export type ToHost =
  | { kind: 'devtools'; message: object }
  | { kind: 'attached' }
  | { kind: 'answers'; answers: readonly DialogAnswer[] }
  | { kind: 'menu'; id: number; labels: readonly string[] }
  | { kind: 'power'; event: string }
  | { kind: 'click-notification'; id: number }
  | { kind: 'heap'; id: number; file: string }
  | { kind: 'quit' }

/** From the host process to the driver. */
export type FromHost =
  | { kind: 'devtools'; message: object }
  | { kind: 'browser'; pid: number }
  | { kind: 'dialog'; method: string; options: unknown; answered: boolean }
  | { kind: 'external'; url: string }
  | { kind: 'notification'; id: number; title: string; body: string }
  | { kind: 'notification-closed'; id: number }
  | { kind: 'main-error'; text: string }
  | { kind: 'menu'; id: number; error?: string }
  | { kind: 'heap'; id: number }
