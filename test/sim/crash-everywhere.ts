import { MemoryStore } from '#shared/protocol/engine/memory-store'
import { Desk } from './desk'
import { Front } from './front'
import { Officer } from './officer'
import { noFaults, type Plan } from './plan'
import { Random } from './random'
import { emptyLedger, Service } from './service'
import { World } from './world'

const plan: Plan = {
  faults: noFaults,
  workload: {
    dossiers: 2,
    minutes: 1,
    maxDocuments: 4,
    maxBatchBytes: 1_000_000,
    wrong: 0,
    poison: 0,
    withReceipts: 1,
    takeBack: 0,
    confirmTwice: 0,
    desks: 1,
    oneEnterprise: false,
    filings: 0,
  },
}
type Outcome = { taken: string[]; stages: string[] }

/** One small day without any fault but a kill at the n-th await of the engine (0: none). */
async function day(killAt: number): Promise<{ outcome: Outcome; awaits: number }> {
  const random = new Random(11)
  const world = new World(random)
  const ledger = emptyLedger()
  const desk = new Desk(
    world,
    plan,
    new Map([['A', new Service('A', world, plan, ledger)]]),
    new Front(world, plan),
    () => MemoryStore,
  )
  let awaits = 0
  desk.onAwait = () => {
    awaits += 1
    if (awaits === killAt) desk.killAll()
  }
  const officer = new Officer(world, plan, desk)
  officer.startDay()
  desk.start(1)
  await world.run(30 * 60_000)
  const taken = ledger.taken.map(({ message, businessKey }) => `${message} ${businessKey}`).sort()
  const stages = [...desk.store.snapshot().submissions.values()]
    .map(({ message, businessKey, stage, state }) => `${message} ${businessKey} ${stage} ${state.code}`)
    .sort()
  return { outcome: { taken: [...taken, ...ledger.faults], stages }, awaits }
}

/** Kill once at each await between the first step and the last answer; each run must end like the calm one. */
export async function crashEverywhere(): Promise<{
  calm: Outcome
  runs: { killAt: number; outcome: Outcome }[]
}> {
  const { outcome: calm, awaits } = await day(0)
  const runs = []
  for (let killAt = 1; killAt <= Math.min(awaits, 120); killAt += 1) {
    runs.push({ killAt, outcome: (await day(killAt)).outcome })
  }
  return { calm, runs }
}
