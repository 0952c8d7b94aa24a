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
  /** A page of receipts comes in any order, or with receipts that were given before. */
  shuffledPage: number
  repeatedPage: number
  /** Minutes in which everybody is told to come back later, per minute that one begins. */
  stormPerMinute: number
  /** Requests the service works on at once, of all clients together; more get 429. 0: no limit. */
  crowd: number
  /** Kill before or after any single thing the engine waits for. */
  killAtAwait: number
  /** The disk is full for some minutes, per minute that this begins. */
  diskFullPerMinute: number
  /** The engine stands still for minutes, another window takes over, then the first one goes on. */
  freezePerMinute: number
  /** The service is put back to an older state. */
  serviceRestore: boolean
  /** The service loses what was filed, and nothing else. */
  filingsLost: boolean
  /** Minutes after the start at which the service closes for batches, and for how many; told beforehand. */
  closesAfter: number
  closedFor: number
  /** Minutes a session lasts; 0: the service wants none. */
  sessionMinutes: number
  /** Sessions the service forgets before their time, per request. */
  forgottenSession: number
  /** Bytes of a chunk; larger batches go in parts. 0: the service takes whole batches only. */
  chunkBytes: number
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
  /** PCs at work on the service at the same time. */
  desks: number
  /** They belong to one enterprise and see each other's receipts. */
  oneEnterprise: boolean
  /** Goods each PC files; 0: the service takes no filings. */
  filings: number
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
  shuffledPage: 0,
  repeatedPage: 0,
  stormPerMinute: 0,
  crowd: 0,
  killAtAwait: 0,
  diskFullPerMinute: 0,
  freezePerMinute: 0,
  serviceRestore: false,
  filingsLost: false,
  closesAfter: 0,
  closedFor: 0,
  sessionMinutes: 0,
  forgottenSession: 0,
  chunkBytes: 0,
}

/**
 * Draw a run: each kind of fault is off in half the runs, so that combinations differ and a few are quiet.
 * @param later source of the faults that came later, apart from the first, so that an old seed without them is still
 * the run it was
 * @param latest likewise, of those that came after them
 * @param last likewise, of a service that is put back where the client has lost what would tell it so
 */
export function drawPlan(random: Random, later?: Random, latest?: Random, last?: Random): Plan {
  const plan = drawLatest(drawEarlier(random, later), latest)
  const { rollback, ownGuids } = plan.faults
  if (!last || !(rollback || ownGuids)) return plan
  return { ...plan, faults: { ...plan.faults, serviceRestore: last.chance(0.3) } }
}

function drawLatest(plan: Plan, latest: Random | undefined): Plan {
  if (!latest) return plan
  const sessions = latest.chance(0.3)
    ? { sessionMinutes: latest.int(1, 15), forgottenSession: latest.chance(0.5) ? latest.next() * 0.05 : 0 }
    : {}
  const chunks = latest.chance(0.3) ? { chunkBytes: latest.int(400, 4_000) } : {}
  const filings = latest.chance(0.2) ? latest.int(1, 4) : 0
  const { ownGuids, serviceRestore } = plan.faults
  const service = {
    filingsLost: latest.chance(0.5) && filings > 0,
    serviceRestore: serviceRestore && !ownGuids,
  }
  return {
    faults: { ...plan.faults, ...sessions, ...chunks, ...service },
    workload: { ...plan.workload, filings },
  }
}

function drawEarlier(random: Random, later: Random | undefined): Plan {
  const some = (most: number, from = random) => (from.chance(0.5) ? from.next() * most : 0)
  const first: Plan = {
    faults: {
      ...noFaults,
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
      desks: 1,
      oneEnterprise: false,
      filings: 0,
    },
  }
  if (!later) return first
  const desks = later.pick([1, 1, 1, 2, 4])
  const plan: Plan = {
    faults: {
      ...first.faults,
      shuffledPage: some(0.3, later),
      repeatedPage: some(0.3, later),
      stormPerMinute: some(0.15, later),
      crowd: later.chance(0.3) ? later.int(1, desks) : 0,
      killAtAwait: some(0.04, later),
      diskFullPerMinute: some(0.1, later),
      freezePerMinute: some(0.2, later),
      serviceRestore: later.chance(0.15) && !first.faults.rollback,
    },
    workload: {
      ...first.workload,
      dossiers: Math.ceil(first.workload.dossiers / desks),
      desks,
      oneEnterprise: later.chance(0.3),
    },
  }
  if (!later.chance(0.2)) return plan
  const hours = { closesAfter: later.int(1, 40), closedFor: later.int(1, 120) }
  return { ...plan, faults: { ...plan.faults, ...hours } }
}
