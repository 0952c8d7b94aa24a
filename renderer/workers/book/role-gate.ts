import { may, whyNot, type Roles } from '#shared/people/roles'
import { DataRefusal } from '../../data/errors/refusal'
import { neededFor } from './call-rights'

/** Throws `not-your-role` with who may, when none of these roles allows the call. */
export function refuseBeyondRoles(held: Roles, call: string, asked: readonly unknown[]): void {
  const needed = neededFor(call, asked) ?? []
  if (needed.length === 0 || needed.some((right) => may(held, right))) return
  throw DataRefusal.carried('not-your-role', whyNot(...needed))
}

type Signed = { roles: Roles }

/** The host as windows reach it: no call runs that the roles of its officer do not allow. */
export const behindRoles = <H extends Signed>(host: H): H =>
  new Proxy(host, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function' || typeof name !== 'string') return value
      return async (...asked: unknown[]): Promise<unknown> => {
        const needed = neededFor(name, asked)
        if (needed && needed.length > 0) refuseBeyondRoles(target.roles, name, asked)
        return Reflect.apply(value, target, asked) as unknown
      }
    },
  })
