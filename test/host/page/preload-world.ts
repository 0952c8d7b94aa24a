import './settings'
import { watchAccelerators } from './accelerators'
import { createIpcRenderer } from './ipc-renderer'
import { openPost } from './post'
import { openWire } from './wire'

// Runs in the isolated world: the context a sandboxed preload has in Electron.
const settings = standInSettings
Reflect.deleteProperty(globalThis, 'standInSettings')
const wire = openWire(settings.wire, 'preload')
const post = openPost(settings)
const ipcRenderer = createIpcRenderer(post)

const exposed: { key: string; api: unknown }[] = []
let pageReady = false
wire.on('page-ready', () => {
  if (pageReady) return
  pageReady = true
  wire.post('permissions', {
    ask: wire.pack((question: string, permission: string) => post.ask(question, permission)),
  })
  for (const each of exposed) wire.post('expose', each)
})

const contextBridge = {
  exposeInMainWorld(key: string, api: unknown): void {
    if (!settings.contextIsolated) {
      throw new Error('contextBridge API can only be used when contextIsolation is enabled')
    }
    if (exposed.some((each) => each.key === key)) {
      throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
    }
    const each = { key, api: wire.pack(api) }
    exposed.push(each)
    if (pageReady) wire.post('expose', each)
  },
}

/** What a sandboxed preload may require. */
function require(name: string): unknown {
  if (name === 'electron' || name === 'electron/renderer') {
    return new Proxy(
      { ipcRenderer, contextBridge },
      {
        get(modules, key) {
          if (
            Reflect.has(modules, key) ||
            typeof key === 'symbol' ||
            key === '__esModule' ||
            key === 'default'
          ) {
            return Reflect.get(modules, key) as unknown
          }
          throw new Error(`stand-in: electron.${key} is not implemented in a preload`)
        },
      },
    )
  }
  throw new Error(`module not found: ${name}`)
}

wire.post('preload-ready', null)
watchAccelerators(post)
if (settings.preload) {
  const { path, run } = settings.preload
  const module = { exports: {} }
  const process = {
    platform: settings.platform,
    contextIsolated: true,
    sandboxed: true,
    type: 'renderer',
    env: {},
  }
  try {
    run.call(module.exports, require, module, module.exports, process)
  } catch (error) {
    post.preloadFailed(path, error)
    throw error
  }
}
