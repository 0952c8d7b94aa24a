import 'virtual:antd.css'
import '../styles/base.css'
import '../styles/frame.css'
import '../styles/pages.css'
import { App, ConfigProvider } from 'antd'
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
