import type { Post } from './post'

type Listener = (event: object, ...args: unknown[]) => void

/** `ipcRenderer` for a sandboxed preload. What is not here throws by name. */
export function createIpcRenderer(post: Post): object {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()

  const add = (channel: string, listener: Listener, once: boolean) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener) => {
    const left = [...(listeners.get(channel) ?? [])]
    const at = left.findLastIndex((each) => each.listener === listener)
    if (at >= 0) left.splice(at, 1)
    listeners.set(channel, left)
    return ipcRenderer
  }

  const slice = {
    invoke: (channel: string, ...args: unknown[]) => post.invoke(channel, args),
    send: (channel: string, ...args: unknown[]) => post.send(channel, args),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel?: string) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  }
  const ipcRenderer: object = new Proxy(slice, {
    get(target, key) {
      if (Reflect.has(target, key) || typeof key === 'symbol' || key === 'then')
        return Reflect.get(target, key) as unknown
      throw new Error(`stand-in: ipcRenderer.${key} is not implemented`)
    },
  })

  post.onEvent((channel, args) => {
    for (const { listener, once } of listeners.get(channel) ?? []) {
      if (once) remove(channel, listener)
      listener({ sender: ipcRenderer, ports: [] }, ...args)
    }
  })
  return ipcRenderer
}
