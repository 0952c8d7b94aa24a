import { may, whyNot, type Right, type Roles } from '#shared/people/roles'
import { DataRefusal } from '../../data/errors/refusal'
import type { BookPort } from '../../data/port'
import { callRights, type Needs } from './call-rights'

/** The rights of which one is needed for a call; none for what is free, undefined for what is no call of the book. */
export function neededFor(call: string, asked: readonly unknown[]): readonly Right[] | undefined {
  if (!Object.hasOwn(callRights, call)) return undefined
  const found = callRights[call as keyof BookPort]
  const needs: Needs = typeof found === 'function' ? found(asked) : found
  if (needs === 'free') return []
  return typeof needs === 'string' ? [needs] : needs
}

/** Throws `not-your-role` with who may, when none of these roles allows the call. */
export function refuseBeyondRoles(held: Roles, call: string, asked: readonly unknown[]): void {
  const needed = neededFor(call, asked)
  const [first] = needed ?? []
  if (first === undefined || needed!.some((right) => may(held, right))) return
  throw DataRefusal.carried('not-your-role', whyNot(first))
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
