type Ask = (question: 'request' | 'check', permission: string) => Promise<void>
type Method = (this: unknown, ...args: unknown[]) => unknown

/** The page's name of a permission in Electron's words. */
const names: Readonly<Record<string, string>> = {
  camera: 'media',
  microphone: 'media',
  'clipboard-write': 'clipboard-sanitized-write',
  midi: 'midi',
  push: 'notifications',
}

/**
 * Chromium decides about permissions without telling its DevTools client. So the functions that need one first let
 * the host ask main's handlers and set Chromium's answer accordingly; then the real function runs and gets it.
 */
export function wrapPermissions(ask: Ask): void {
  const before = (owner: object | undefined, method: string, permission: string) => {
    const original = owner && (Reflect.get(owner, method) as Method | undefined)
    if (!original) return
    Reflect.set(owner, method, function (this: unknown, ...args: unknown[]) {
      return ask('request', permission).then(() => original.apply(this, args))
    })
  }
  const prototype = (name: string) =>
    (Reflect.get(globalThis, name) as { prototype: object } | undefined)?.prototype
  before(prototype('Geolocation'), 'getCurrentPosition', 'geolocation')
  before(prototype('Geolocation'), 'watchPosition', 'geolocation')
  before(prototype('MediaDevices'), 'getUserMedia', 'media')
  before(prototype('MediaDevices'), 'getDisplayMedia', 'display-capture')
  before(prototype('Clipboard'), 'read', 'clipboard-read')
  before(prototype('Clipboard'), 'readText', 'clipboard-read')
  before(prototype('Clipboard'), 'write', 'clipboard-sanitized-write')
  before(prototype('Clipboard'), 'writeText', 'clipboard-sanitized-write')
  before(prototype('Navigator'), 'requestMIDIAccess', 'midi')
  before(prototype('Element'), 'requestFullscreen', 'fullscreen')
  before(prototype('Element'), 'requestPointerLock', 'pointerLock')
  before(Reflect.get(globalThis, 'Notification') as object | undefined, 'requestPermission', 'notifications')

  const permissions = prototype('Permissions')
  const query = permissions && (Reflect.get(permissions, 'query') as Method)
  if (!query) return
  Reflect.set(permissions, 'query', function (this: unknown, descriptor: { name: string }) {
    return ask('check', names[descriptor.name] ?? descriptor.name).then(() => query.call(this, descriptor))
  })
}
