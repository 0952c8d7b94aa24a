import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { Desk } from './desk'
import type { Officer } from './officer'
import type { World } from './world'

const MINUTE = 60_000

/** One PC with the person at it, and what befalls them. */
export class Workplace {
  /** The database was put back to an older state. */
  rolledBack = false

  constructor(
    readonly desk: Desk,
    readonly officer: Officer,
    readonly world: World,
  ) {}

  /** What happens to the machine from outside, minute by minute, until the day is over. */
  suffer(): void {
    const { world, desk } = this
    const { random } = world
    const { faults, workload } = desk.plan
    const end = world.now + workload.minutes * MINUTE
    const minute = () => {
      if (world.now >= end) return
      const { faults: now } = desk.plan
      if (random.chance(now.killPerMinute)) world.after(random.int(0, MINUTE), () => desk.killAll())
      if (random.chance(now.clockJumpPerMinute)) desk.skew = random.int(-48, 48) * 3_600_000
      if (now.diskFullPerMinute > 0 && random.chance(now.diskFullPerMinute))
        desk.fillDisk(random.int(1, 5) * MINUTE)
      if (now.freezePerMinute > 0 && random.chance(now.freezePerMinute))
        desk.freeze(random.int(1, 10) * MINUTE, random.int(0, MINUTE))
      world.after(MINUTE, minute)
    }
    minute()
    if (faults.rollback) {
      const at = random.int(1, workload.minutes - 1) * MINUTE
      world.after(Math.floor(at * random.next()), () => desk.backup())
      world.after(at, () => {
        this.rolledBack = desk.rollback(faults.sentinel)
      })
    }
    if (faults.accountSwitch) {
      const change = () => {
        if (world.now >= end) return
        const [first, second] = [...desk.services.keys()]
        void desk.switchAccount(desk.account === first ? second! : first!)
        world.after(random.int(1, 10) * MINUTE, change)
      }
      world.after(random.int(1, workload.minutes) * MINUTE, change)
    }
  }

  /**
   * What the outbox looks like once nothing is under way at this desk; undefined while something is. The same twice
   * means that nothing will happen any more.
   */
  settled(): string | undefined {
    const { desk } = this
    const state = desk.store.snapshot()
    if (state.hold || desk.suspicion || !desk.current.quiet || desk.isFull) return undefined
    if ((state.cursor || undefined) !== desk.current.newest || state.recheck) return undefined
    const underWay = [...state.batches.values()].some(
      ({ stage, account }) => ['fixed', 'sending', 'sent'].includes(stage) && account === state.account,
    )
    const queued = [...state.submissions.values()].some(({ stage }) => stage === 'queued')
    return underWay || queued ? undefined : signature(state)
  }
}

const signature = ({ place, submissions, batches }: MemoryState) =>
  JSON.stringify([
    place,
    [...submissions.values()].map(({ stage, state }) => [stage, state.code]),
    [...batches.values()].map(({ stage }) => stage),
  ])
