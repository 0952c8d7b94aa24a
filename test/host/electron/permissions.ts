import { rootSession } from './engine'

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]

/** The permissions standard's descriptors for what Electron's name covers. */
const descriptors: Readonly<
  Record<string, readonly { name: string; sysex?: boolean; allowWithoutSanitization?: boolean }[]>
> = {
  geolocation: [{ name: 'geolocation' }],
  notifications: [{ name: 'notifications' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  'display-capture': [{ name: 'display-capture' }],
  'clipboard-read': [{ name: 'clipboard-read', allowWithoutSanitization: true }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  midi: [{ name: 'midi', sysex: false }],
  'idle-detection': [{ name: 'idle-detection' }],
}

let request: RequestHandler = null
let check: CheckHandler = null

export const setRequestHandler = (handler: RequestHandler) => void (request = handler)
export const setCheckHandler = (handler: CheckHandler) => void (check = handler)

/** Have main's handler decide, then make Chromium decide the same. Without a handler Electron allows. */
export async function askPermission(
  question: string,
  permission: string,
  contents: Electron.WebContents,
): Promise<void> {
  const granted =
    question === 'check' ? isAllowed(permission, contents) : await isGranted(permission, contents)
  for (const descriptor of descriptors[permission] ?? []) {
    await rootSession().send('Browser.setPermission', {
      permission: descriptor,
      setting: granted ? 'granted' : 'denied',
    })
  }
  if (!granted && !(permission in descriptors)) throw new Error(`${permission} was denied`)
}

function isAllowed(permission: string, contents: Electron.WebContents): boolean {
  if (!check) return true
  const { origin, url } = contents.mainFrame
  const details = { requestingUrl: url, securityOrigin: origin, isMainFrame: true } as never
  return check(contents, permission as never, origin, details)
}

function isGranted(permission: string, contents: Electron.WebContents): Promise<boolean> {
  const handler = request
  if (!handler) return Promise.resolve(true)
  const details = { requestingUrl: contents.mainFrame.url, isMainFrame: true } as never
  return new Promise((resolve) => handler(contents, permission as never, resolve, details))
}
