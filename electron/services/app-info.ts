import type { App, Shell } from 'electron'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import type { Closing } from '../shell/closing'
import type { Windows } from '../shell/windows'
import type { KeyStore } from './key-store'
import { releaseKeys } from './release-keys'
import type { Sessions } from './sessions'

/** The official sites our help points to; nothing else is ever handed to the system's browser. */
const externalHosts = new Set([
  'www.singlewindow.cn',
  'www.customs.gov.cn',
  'www.chinatax.gov.cn',
  'www.safe.gov.cn',
  'www.mofcom.gov.cn',
])

export function mayOpenExternally(url: string): boolean {
  const { protocol, hostname, username, port } = new URL(url)
  return protocol === 'https:' && externalHosts.has(hostname) && username === '' && port === ''
}

export function registerApp(
  handle: Handle,
  deps: {
    app: App
    shell: Shell
    windows: Windows
    sessions: Sessions
    closing: Closing
    keyStore: KeyStore
    hostName: 'electron' | 'stand-in'
  },
): void {
  handle('app.info', () => ({
    version: deps.app.getVersion(),
    host: deps.hostName,
    platform: process.platform,
    dataLocation: deps.app.getPath('userData'),
    keyStore: deps.keyStore.kind,
    knowsPublisher: releaseKeys.length > 0,
  }))
  handle('app.openWindow', ({ window }, route) => {
    const opened = deps.windows.openMain(route)
    deps.sessions.invite(opened.webContents.id, window.webContents.id)
  })
  handle('app.holdClose', ({ window }, unsaved) => deps.closing.hold(window, unsaved))
  handle('app.close', ({ window }) => deps.closing.close(window))
  handle('app.openExternal', async (_context, url) => {
    if (!mayOpenExternally(url)) {
      throw new Refusal('foreign-address', {
        zh: '此地址不在允许打开的官方网站之列，未打开。',
        en: 'This address is not one of the official sites that may be opened.',
      })
    }
    await deps.shell.openExternal(url)
  })
}
