import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#shared/ipc/contract'
import { channelNames, eventNames } from '#shared/ipc/names'

const bridge: Bridge = {
  invoke(channel, ...args) {
    if (!Object.hasOwn(channelNames, channel)) return Promise.reject(new Error(`unknown channel ${channel}`))
    return ipcRenderer.invoke(channel, ...args)
  },
  on(event, listener) {
    if (!Object.hasOwn(eventNames, event)) throw new Error(`unknown event ${event}`)
    // The Electron event would hand the page a way back to ipcRenderer: pass the payload only.
    const forward = (_event: unknown, payload: unknown) => listener(payload as Parameters<typeof listener>[0])
    ipcRenderer.on(event, forward)
    return () => void ipcRenderer.removeListener(event, forward)
  },
}

contextBridge.exposeInMainWorld('yiguan', bridge)
