/** Asked by Node, promises and assertion libraries of any object; nobody means an Electron API by them. */
const asked = new Set(['then', 'toJSON', 'nodeType', 'asymmetricMatch', '$$typeof', '__esModule', 'inspect'])

/**
 * Show `slice` as the whole Electron object `name`: what the slice lacks throws by name at the moment it is touched,
 * instead of being undefined somewhere else later.
 */
export function strict<Whole extends object>(name: string, slice: object): Whole {
  return new Proxy(slice, {
    get(target, key, receiver) {
      if (Reflect.has(target, key) || typeof key === 'symbol' || asked.has(key)) {
        return Reflect.get(target, key, receiver) as unknown
      }
      throw new Error(`stand-in: ${name}.${key} is not implemented`)
    },
  }) as Whole
}

/** A whole module or class the stand-in does not have. */
export function absent<Whole extends object>(name: string): Whole {
  const refuse = () => {
    throw new Error(`stand-in: ${name} is not implemented`)
  }
  return new Proxy(refuse, { get: refuse, apply: refuse, construct: refuse }) as unknown as Whole
}

/** An event object with `preventDefault`, and what else the event carries. */
export function cancellable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}
