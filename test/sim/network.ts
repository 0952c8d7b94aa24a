import { httpFailure, networkFailure } from '#shared/protocol/errors'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { Front } from './front'
import type { Faults } from './plan'
import { errorBody } from './error-body'
import type { World } from './world'

/** A client gives up after this long; what it sent may still arrive much later. */
const CLIENT_TIMEOUT_MS = 30_000
const LATEST_ARRIVAL_MS = 150_000

/**
 * One request over a bad line. The service may act never, once or twice, before or after the client gave up; the
 * client sees an answer, an error, or nothing.
 */
export function overTheLine<T>(
  world: World,
  faults: Faults,
  front: Front,
  service: () => Outcome<T> | Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { random } = world
  return new Promise((resolve) => {
    world.after(CLIENT_TIMEOUT_MS, () => resolve({ ok: false, failure: networkFailure('timeout') }))
    const latency = () => random.int(5, 2_000)
    const refuse = (status: number, code: string, wait?: string) =>
      resolve({ ok: false, failure: httpFailure(status, errorBody(code), wait, world.now) })

    if (random.chance(faults.loseRequest)) {
      if (random.chance(0.5))
        world.after(latency(), () => resolve({ ok: false, failure: networkFailure('network') }))
      return
    }
    if (random.chance(faults.busy)) {
      const status = random.pick([429, 503])
      world.after(latency(), () =>
        refuse(status, 'busy', random.chance(0.5) ? String(random.int(1, 90)) : undefined),
      )
      return
    }
    if (random.chance(faults.expiredToken)) return world.after(latency(), () => refuse(401, 'token-expired'))

    const arrive = random.chance(faults.slow) ? random.int(1_000, LATEST_ARRIVAL_MS) : latency()
    if (random.chance(faults.duplicate)) world.after(random.int(0, LATEST_ARRIVAL_MS), () => void service())
    world.after(arrive, () => {
      const failure = front.refusal()
      if (failure) return world.after(5, () => resolve({ ok: false, failure }))
      front.enter()
      void Promise.resolve(service()).then((outcome) => {
        if (random.chance(faults.loseResponse)) return front.leave()
        const broken = random.chance(faults.badGateway)
        world.after(latency(), () => {
          front.leave()
          // The page of a proxy: no code of the service in it.
          if (broken) resolve({ ok: false, failure: httpFailure(502, '<html>', undefined, world.now) })
          else resolve(outcome)
        })
      })
    })
  })
}
