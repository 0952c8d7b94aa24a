import { rootSession } from './engine'
import { originsInUse } from './origins'
import { setCheckHandler, setRequestHandler } from './permissions'
import { protocol } from './protocol'
import { resolveProxy, setProxy } from './proxy'
import { resolveHost } from './resolve-host'
import { strict } from './strict'
import { setCertificateVerifyProc } from './certificates'
import { fetchThroughSession } from './net-fetch'

const slice: Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setCertificateVerifyProc'
  | 'resolveProxy'
  | 'resolveHost'
  | 'setProxy'
  | 'closeAllConnections'
  | 'clearStorageData'
  | 'fetch'
  | 'setSpellCheckerEnabled'
  | 'protocol'
> = {
  protocol,
  setPermissionRequestHandler: setRequestHandler,
  setPermissionCheckHandler: setCheckHandler,
  /** Kept by nobody: there is no HID, serial or USB device that a page here could ask for. */
  setDevicePermissionHandler: () => undefined,
  setCertificateVerifyProc,
  resolveProxy: (url) => Promise.resolve(resolveProxy(url)),
  resolveHost,
  setProxy,
  /** Nothing to close: no request of the stand-in leaves a connection open behind it. */
  closeAllConnections: () => Promise.resolve(),
  fetch: (input, init) => fetchThroughSession(input as string | Request, init),
  async clearStorageData(options) {
    if (options) throw new Error('stand-in: options of clearStorageData are not implemented')
    for (const origin of originsInUse()) {
      await rootSession().send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    }
  },
  /** No spell checker runs in the stand-in. */
  setSpellCheckerEnabled: () => undefined,
}

export const defaultSession = strict<Electron.Session>('Session', slice)

/** The module `session`: one session, on the profile's disk. */
export const session = strict<typeof Electron.Session>('session', { defaultSession })
