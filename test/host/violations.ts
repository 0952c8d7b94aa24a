import type { BrowserContext, Page } from 'playwright-core'
import type { Violation } from './app-under-test'

/** Note what no page of the app may do: break its policy, write errors, throw without being caught, crash. */
export async function watchPages(context: BrowserContext, violations: Violation[]): Promise<void> {
  const note = (kind: Violation['kind'], text: string) => void violations.push({ kind, text })
  const mark = 'policy violation:'
  await context.addInitScript((prefix) => {
    document.addEventListener('securitypolicyviolation', (event) =>
      // eslint-disable-next-line no-console -- the console is the way out of every page, before any binding is there
      console.error(prefix, event.violatedDirective, event.blockedURI, event.sourceFile, event.lineNumber),
    )
  }, mark)
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      const text = message.text()
      note(text.startsWith(mark) ? 'content-security-policy' : 'console-error', text)
    })
    page.on('pageerror', (error) => note('page-error', error.stack ?? error.message))
    page.on('crash', () => note('crash', page.url()))
  }
  context.pages().forEach(watch)
  context.on('page', watch)
}
