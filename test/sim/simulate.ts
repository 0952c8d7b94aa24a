import { MemoryStore } from '#shared/protocol/engine/memory-store'
import { Desk, type StoreClass } from './desk'
import { Front } from './front'
import { broken } from './invariants'
import type { Pause } from './store-mutants'
import { Officer } from './officer'
import { drawPlan, noFaults, type Plan } from './plan'
import { Random } from './random'
import { emptyLedger, Service } from './service'
import { Workplace } from './workplace'
import { World } from './world'

const MINUTE = 60_000
const LOOK_MS = 45_000
/** Long enough for every wait of the engine (two hours) to run out. */
const CALM_MS = 8 * 60 * MINUTE
/** A service that was put back may show it to no cursor; the newest batch is asked about within this time. */
const PROBED_MS = 20 * MINUTE
/** What was filed is compared every hour, by a clock that may have been set back. */
const COMPARED_MS = 130 * MINUTE
/** Looks at an unchanged outbox, with nothing under way, after which it will not change any more. */
const UNCHANGED_LOOKS = 5
/** Tell the further sources of a seed apart from the first. */
const LATER = 0x5bd1e995
const LATEST = 0x1b873593
const LAST = 0x2545f491

export type Result = { seed: number; faults: string[]; taken: number; kills: number; plan: Plan }
export type How = {
  Store?: (pause: Pause) => StoreClass
  change?: (plan: Plan) => Plan
  /** Only the faults that existed when a seed was kept: those of its first sources. */
  faultsOf?: FaultsOf
}
export type FaultsOf = 'first' | 'first two' | 'first three' | 'all'

/** One whole run: a day of faults, then a calm in which everything must come to its end. Same seed, same run. */
export async function simulate(seed: number, how: How = {}): Promise<Result> {
  const { Store = () => MemoryStore, change = (plan: Plan) => plan, faultsOf = 'all' } = how
  const random = new Random(seed)
  const later = faultsOf === 'first' ? undefined : new Random(seed ^ LATER)
  const latest = faultsOf === 'all' || faultsOf === 'first three' ? new Random(seed ^ LATEST) : undefined
  const last = faultsOf === 'all' ? new Random(seed ^ LAST) : undefined
  const plan = change(drawPlan(random, later, latest, last))
  const drawn: Plan = { ...plan, faults: plan.faults }
  const world = new World(random)
  const ledger = emptyLedger()
  const front = new Front(world, plan)
  const known = new Map<string, Service>()
  const serviceOf = (name: string) => {
    const service = known.get(name) ?? new Service(name, world, plan, ledger)
    known.set(name, service)
    return service
  }
  const workplaces = Array.from({ length: plan.workload.desks }, (_, n) => {
    const code = n === 0 ? '' : `-${n + 1}`
    const { oneEnterprise } = plan.workload
    const enterprise = oneEnterprise ? '' : code
    const names = (plan.faults.accountSwitch ? ['A', 'B'] : ['A']).map((name) => `${name}${enterprise}`)
    const services = new Map(names.map((name) => [name, serviceOf(name)]))
    const desk = new Desk(world, plan, services, front, Store)
    return new Workplace(desk, new Officer(world, plan, desk, code), world)
  })
  for (const workplace of workplaces) workplace.suffer()
  strain(world, plan, front, [...known.values()])

  let calm = false
  let settled = { as: '', looks: 0 }
  const look = () => {
    for (const { officer } of workplaces) void officer.look(calm)
    const now = calm ? workplaces.map((workplace) => workplace.settled()) : [undefined]
    const as = now.includes(undefined) ? '' : now.join('\n')
    settled = { as, looks: as !== '' && as === settled.as ? settled.looks + 1 : 0 }
    world.after(LOOK_MS, look)
  }
  for (const { officer } of workplaces) officer.startDay()
  look()
  for (const { desk } of workplaces) desk.start()
  const isBroken = () => ledger.faults.length > 0
  await world.run((plan.workload.minutes + 10) * MINUTE, isBroken)

  calm = true
  const calmSince = world.now
  const { serviceRestore, filingsLost } = drawn.faults
  const noticed = Math.max(serviceRestore ? PROBED_MS : 0, filingsLost ? COMPARED_MS : 0)
  const isProbed = () => world.now >= calmSince + noticed
  const { ownGuids, closesAfter, closedFor, sessionMinutes, chunkBytes } = plan.faults
  plan.faults = { ...noFaults, ownGuids, closesAfter, closedFor, sessionMinutes, chunkBytes }
  for (const { desk } of workplaces) {
    const [first] = desk.services.keys()
    if (desk.account !== first) await desk.switchAccount(first!)
  }
  await world.run(CALM_MS, () => isBroken() || (isProbed() && settled.looks >= UNCHANGED_LOOKS))
  const faults = [
    ...ledger.faults,
    ...workplaces.flatMap((workplace) => broken(workplace, ledger, drawn.faults)),
  ]
  const kills = workplaces.reduce((sum, { desk }) => sum + desk.kills, 0)
  return { seed, faults, taken: ledger.taken.length, kills, plan: drawn }
}

/** What happens to the service, minute by minute, until the day is over. */
function strain(world: World, plan: Plan, front: Front, services: readonly Service[]): void {
  const { random } = world
  const { stormPerMinute, serviceRestore, filingsLost } = plan.faults
  const end = world.now + plan.workload.minutes * MINUTE
  const minute = () => {
    if (world.now >= end) return
    if (random.chance(stormPerMinute)) front.storm(random.int(1, 10))
    world.after(MINUTE, minute)
  }
  if (stormPerMinute > 0) minute()
  if (filingsLost)
    world.after(random.int(1, plan.workload.minutes) * MINUTE, () => random.pick(services).registry.lose())
  if (!serviceRestore) return
  const at = random.int(1, plan.workload.minutes) * MINUTE
  const service = random.pick(services)
  world.after(Math.floor(at * random.next()), () => service.backup())
  world.after(at, () => void service.restore())
}
