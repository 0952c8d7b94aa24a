import 'virtual:antd.css'
import '../styles/base.css'
import '../styles/frame.css'
import '../styles/pages.css'
import { App, ConfigProvider } from 'antd'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { createRoot, type Root } from 'react-dom/client'
import type { Language } from '#shared/model/text'
import { startLanguage } from '../app/i18n'
import { look } from '../styles/theme'

let root: Root | undefined
let host: HTMLElement | undefined

/** Empty page with the tokens of the theme, as `index.html` has it. For browser tests. */
export function freshHost(): HTMLElement {
  unmount()
  document.documentElement.className = 'yiguan-tokens'
  host = document.createElement('div')
  host.style.height = '100vh'
  document.body.append(host)
  return host
}

/** Put a component on the page with language and theme around it; `calm`: nothing moves. */
export function mount(node: ReactNode, language: Language = 'zh', calm = false): HTMLElement {
  const element = freshHost()
  mountRaw(
    <I18nextProvider i18n={startLanguage(language)}>
      <ConfigProvider {...look('light', calm)}>
        <App className="app">{node}</App>
      </ConfigProvider>
    </I18nextProvider>,
    element,
  )
  return element
}

/** Put a whole tree on the page that brings language and theme itself. */
export function mountRaw(node: ReactNode, element = freshHost()): void {
  root = createRoot(element)
  root.render(node)
}

export function unmount(): void {
  root?.unmount()
  host?.remove()
  root = undefined
  host = undefined
}

/** Nothing moves any more: colours are judged as they will stay, what enters is half transparent, and one fade follows another. */
export async function untilStill(): Promise<void> {
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running')
  do {
    await Promise.all(moving().map((one) => one.finished.catch(() => undefined)))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  } while (moving().length > 0)
}

/** About the page around what is tested, which is none of ours. */
const ofThePage = new Set(['document-title', 'html-has-lang'])

/** What axe holds against what is mounted, serious and critical only: rule and element. */
export async function seriousFaults(): Promise<string[]> {
  await untilStill()
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact, id }) => (impact === 'serious' || impact === 'critical') && !ofThePage.has(id))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
