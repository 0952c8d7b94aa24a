/**
 * Functions and promises between the two worlds of one page. They share the DOM only, so a call is an event whose
 * detail the engine clones into the other world; dispatching is synchronous, hence so are calls.
 * Follows the table of supported types in Electron's contextBridge documentation: functions and promises become
 * proxies, everything else is copied.
 */
type Side = 'page' | 'preload'
type Packet = { op: string; body: unknown }
type Marked = { standInFunction?: number; standInOwn?: number; standInPromise?: number }
type Settled = { id: number; ok: boolean; value: unknown }
type AnyFunction = (...args: unknown[]) => unknown

export function openWire(name: string, side: Side) {
  const other: Side = side === 'page' ? 'preload' : 'page'
  const own = new Map<number, AnyFunction>()
  const ids = new Map<AnyFunction, number>()
  const proxies = new Map<number, AnyFunction>()
  const proxied = new Map<AnyFunction, number>()
  const unsettled = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (reason: unknown) => void }
  >()
  const handlers: Record<string, (body: never) => void> = {}
  let nextId = 1
  let answer: { ok: boolean; value: unknown } | undefined
  // The app may replace these later; ours must go on.
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window)
  const Packaged = CustomEvent

  function post(op: string, body: unknown): void {
    dispatch(new Packaged(`${name}:${other}`, { detail: { op, body } satisfies Packet }))
  }

  function pack(value: unknown, seen = new Map<unknown, unknown>()): unknown {
    if (typeof value === 'function') return packFunction(value as AnyFunction)
    if (typeof value === 'symbol') throw new TypeError('Symbols cannot cross the context bridge')
    if (value instanceof Promise) return packPromise(value)
    return copy(value, seen, pack)
  }

  function packFunction(value: AnyFunction): Marked {
    const theirs = proxied.get(value)
    if (theirs !== undefined) return { standInOwn: theirs }
    let id = ids.get(value)
    if (id === undefined) {
      id = nextId++
      ids.set(value, id)
      own.set(id, value)
    }
    return { standInFunction: id }
  }

  function packPromise(promise: Promise<unknown>): Marked {
    const id = nextId++
    promise.then(
      (value) => post('settled', { id, ok: true, value: pack(value) } satisfies Settled),
      (reason: unknown) => post('settled', { id, ok: false, value: pack(reason) } satisfies Settled),
    )
    return { standInPromise: id }
  }

  function unpack(value: unknown, seen = new Map<unknown, unknown>()): unknown {
    if (isPlain(value)) {
      const mark = value as Marked
      if (mark.standInOwn !== undefined) return own.get(mark.standInOwn)
      if (mark.standInFunction !== undefined) return proxyOf(mark.standInFunction)
      if (mark.standInPromise !== undefined) {
        return new Promise((resolve, reject) => unsettled.set(mark.standInPromise!, { resolve, reject }))
      }
    }
    return copy(value, seen, unpack)
  }

  function proxyOf(id: number): AnyFunction {
    let proxy = proxies.get(id)
    if (!proxy) {
      proxy = (...args) => call(id, args)
      proxies.set(id, proxy)
      proxied.set(proxy, id)
    }
    return proxy
  }

  function call(id: number, args: unknown[]): unknown {
    const outer = answer
    answer = undefined
    post('call', { id, args: args.map((arg) => pack(arg)) })
    const got = answer as { ok: boolean; value: unknown } | undefined
    answer = outer
    if (!got) throw new Error('The other side of the context bridge is gone')
    if (got.ok) return unpack(got.value)
    throw unpack(got.value)
  }

  handlers.call = ({ id, args }: { id: number; args: unknown[] }) => {
    let result: { ok: boolean; value: unknown }
    try {
      result = { ok: true, value: pack(own.get(id)!(...args.map((arg) => unpack(arg)))) }
    } catch (error) {
      result = { ok: false, value: pack(error) }
    }
    post('answer', result)
  }
  handlers.answer = (result: { ok: boolean; value: unknown }) => {
    answer = result
  }
  handlers.settled = ({ id, ok, value }: Settled) => {
    const waiting = unsettled.get(id)
    unsettled.delete(id)
    if (ok) waiting?.resolve(unpack(value))
    else waiting?.reject(unpack(value))
  }

  EventTarget.prototype.addEventListener.call(window, `${name}:${side}`, (event) => {
    event.stopImmediatePropagation()
    const { op, body } = (event as CustomEvent<Packet>).detail
    handlers[op]!(body as never)
  })

  return {
    pack,
    unpack,
    post,
    on: <T>(op: string, handler: (body: T) => void) => void (handlers[op] = handler),
  }
}

export type Wire = ReturnType<typeof openWire>

type Step = (value: unknown, seen: Map<unknown, unknown>) => unknown

/** One level of an array or object, its parts by `step`; an object met again is the same copy again. */
function copy(value: unknown, seen: Map<unknown, unknown>, step: Step): unknown {
  if (!Array.isArray(value) && !isPlain(value)) return value
  if (seen.has(value)) return seen.get(value)
  const made: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {}
  seen.set(value, made)
  for (const key of Object.keys(value)) Reflect.set(made, key, step(Reflect.get(value, key), seen))
  if (Array.isArray(value)) Reflect.set(made, 'length', value.length)
  return made
}

/** Objects are copied property by property; class instances of the platform (Map, Date, bytes) as they are. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
