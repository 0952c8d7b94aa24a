import type { Random } from './random'

/** What can go wrong in one run; each probability is per request, per store call or per minute as named. */
export type Faults = {
  loseRequest: number
  loseResponse: number
  duplicate: number
  slow: number
  busy: number
  /** The service dies after taking in part of a batch. */
  half: number
  badGateway: number
  expiredToken: number
  /** Kill at a store call (before or after it is on disk). */
  killAtStore: number
  /** Kill at any moment, per minute. */
  killPerMinute: number
  diskFull: number
  clockJumpPerMinute: number
  secondEngine: boolean
  rollback: boolean
  /** The guard outside the database notices the rollback. */
  sentinel: boolean
  accountSwitch: boolean
  repeatReceipt: number
  delayReceipt: number
  foreignReceipt: number
  unreadableReceipt: number
  /** The receipts carry a guid of their own instead of the submission's. */
  ownGuids: boolean
}

export type Workload = {
  dossiers: number
  minutes: number
  maxDocuments: number
  maxBatchBytes: number
  /** Share of documents that customs or the intake refuses at first. */
  wrong: number
  poison: number
  withReceipts: number
  takeBack: number
  confirmTwice: number
}

export type Plan = { faults: Faults; workload: Workload }

export const noFaults: Faults = {
  loseRequest: 0,
  loseResponse: 0,
  duplicate: 0,
  slow: 0,
  busy: 0,
  half: 0,
  badGateway: 0,
  expiredToken: 0,
  killAtStore: 0,
  killPerMinute: 0,
  diskFull: 0,
  clockJumpPerMinute: 0,
  secondEngine: false,
  rollback: false,
  sentinel: false,
  accountSwitch: false,
  repeatReceipt: 0,
  delayReceipt: 0,
  foreignReceipt: 0,
  unreadableReceipt: 0,
  ownGuids: false,
}

/** Draw a run: each kind of fault is off in half the runs, so that combinations differ and a few are quiet. */
export function drawPlan(random: Random): Plan {
  const some = (most: number) => (random.chance(0.5) ? random.next() * most : 0)
  return {
    faults: {
      loseRequest: some(0.3),
      loseResponse: some(0.3),
      duplicate: some(0.2),
      slow: some(0.2),
      busy: some(0.3),
      half: some(0.3),
      badGateway: some(0.2),
      expiredToken: some(0.05),
      killAtStore: some(0.08),
      killPerMinute: some(0.5),
      diskFull: some(0.05),
      clockJumpPerMinute: some(0.1),
      secondEngine: random.chance(0.3),
      rollback: random.chance(0.3),
      sentinel: random.chance(0.5),
      accountSwitch: random.chance(0.2),
      repeatReceipt: some(0.3),
      delayReceipt: some(0.5),
      foreignReceipt: some(0.1),
      unreadableReceipt: some(0.05),
      ownGuids: random.chance(0.2),
    },
    workload: {
      dossiers: random.int(3, 14),
      minutes: random.int(5, 40),
      maxDocuments: random.pick([1, 3, 10, 100]),
      maxBatchBytes: random.pick([3_000, 20_000, 1_000_000]),
      wrong: some(0.4),
      poison: some(0.2),
      withReceipts: random.next(),
      takeBack: some(0.2),
      confirmTwice: some(0.3),
    },
  }
}
