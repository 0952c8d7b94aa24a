import './settings'
import { wrapPermissions } from './permissions'
import { openWire } from './wire'

// Runs in the page's own world before any script of the page.
const wire = openWire(standInSettings.wire, 'page')
Reflect.deleteProperty(globalThis, 'standInSettings')

wire.on<{ key: string; api: unknown }>('expose', ({ key, api }) => {
  Object.defineProperty(window, key, { value: freeze(wire.unpack(api)), enumerable: true })
})
wire.on<{ ask: unknown }>('permissions', ({ ask }) =>
  wrapPermissions(wire.unpack(ask) as (question: 'request' | 'check', permission: string) => Promise<void>),
)

/** As Electron does: whoever holds the exposed object cannot change what others will find there. */
function freeze<T>(value: T): T {
  if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  return value
}
// Which world is set up first is Chromium's choice.
wire.on('preload-ready', () => wire.post('page-ready', null))
wire.post('page-ready', null)
