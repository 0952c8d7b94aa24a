import { MemoryStore } from '#shared/protocol/engine/memory-store'
import { Desk, type StoreClass } from './desk'
import { broken } from './invariants'
import type { Pause } from './mutants'
import { Officer } from './officer'
import { drawPlan, noFaults, type Plan } from './plan'
import { Random } from './random'
import { Service, type Ledger } from './service'
import { World } from './world'

const MINUTE = 60_000
const LOOK_MS = 45_000
/** Long enough for every wait of the engine (two hours) to run out. */
const CALM_MS = 8 * 60 * MINUTE

export type Result = { seed: number; faults: string[]; taken: number; kills: number; plan: Plan }

/** One whole run: a day of faults, then a calm in which everything must come to its end. Same seed, same run. */
export async function simulate(
  seed: number,
  Store: (pause: Pause) => StoreClass = () => MemoryStore,
  change: (plan: Plan) => Plan = (plan) => plan,
): Promise<Result> {
  const random = new Random(seed)
  const plan = change(drawPlan(random))
  const drawn: Plan = { ...plan, faults: plan.faults }
  const world = new World(random)
  const ledger: Ledger = { taken: [], handedIn: new Set(), faults: [] }
  const accounts = plan.faults.accountSwitch ? ['A', 'B'] : ['A']
  const services = new Map(accounts.map((name) => [name, new Service(name, world, plan, ledger)]))
  const desk = new Desk(world, plan, services, Store)
  const officer = new Officer(world, plan, desk)
  const rolledBack = misfortunes(world, plan, desk)

  let calm = false
  const look = () => {
    void officer.look(calm)
    world.after(LOOK_MS, look)
  }
  officer.startDay()
  look()
  desk.start()
  const brokenAlready = () => ledger.faults.length > 0
  await world.run((plan.workload.minutes + 10) * MINUTE, brokenAlready)

  calm = true
  const { ownGuids } = plan.faults
  desk.plan.faults = { ...noFaults, ownGuids }
  if (desk.account !== 'A') await desk.switchAccount('A')
  await world.run(CALM_MS, brokenAlready)
  const faults = broken(desk, officer, services.values(), ledger, rolledBack())
  return { seed, faults, taken: ledger.taken.length, kills: desk.kills, plan: drawn }
}

/** What happens to the machine from outside, minute by minute. Tells whether the database was put back. */
function misfortunes(world: World, plan: Plan, desk: Desk): () => boolean {
  const { random } = world
  const end = world.now + plan.workload.minutes * MINUTE
  let rolledBack = false
  const minute = () => {
    if (world.now >= end) return
    const { faults } = plan
    if (random.chance(faults.killPerMinute)) world.after(random.int(0, MINUTE), () => desk.killAll())
    if (random.chance(faults.clockJumpPerMinute)) desk.skew = random.int(-48, 48) * 3_600_000
    world.after(MINUTE, minute)
  }
  minute()
  if (plan.faults.rollback) {
    const at = random.int(1, plan.workload.minutes - 1) * MINUTE
    world.after(Math.floor(at * random.next()), () => desk.backup())
    world.after(at, () => {
      rolledBack = desk.rollback(plan.faults.sentinel)
    })
  }
  if (plan.faults.accountSwitch) {
    const change = () => {
      if (world.now >= end) return
      void desk.switchAccount(desk.account === 'A' ? 'B' : 'A')
      world.after(random.int(1, 10) * MINUTE, change)
    }
    world.after(random.int(1, plan.workload.minutes) * MINUTE, change)
  }
  return () => rolledBack
}
