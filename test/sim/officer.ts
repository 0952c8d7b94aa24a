import { businessKey } from '#shared/protocol/keys'
import { waitsFor, type Wait } from '#shared/protocol/correction'
import { filingMessage } from '#shared/protocol/dependencies'
import type { Enqueued, Submission } from '#shared/protocol/engine/records'
import { markOf, type Desk } from './desk'
import { newest as newestAttempts } from './invariants'
import type { Plan } from './plan'
import type { World } from './world'

const MOST_CORRECTIONS = 4
const LOOK_AGAIN_MS = 60_000

/**
 * The person at the desk: declares dossiers over the day, presses twice, takes back, corrects what was refused,
 * signs in again, and looks at what asks for attention.
 */
export class Officer {
  /** Submissions the store said yes to: none of them may get lost. */
  readonly confirmed = new Map<string, { message: string; businessKey: string }>()
  readonly takenBack = new Set<string>()
  refusals = 0

  constructor(
    readonly world: World,
    readonly plan: Plan,
    readonly desk: Desk,
    /** Part of every number, so that two PCs of one enterprise never give out the same. */
    readonly code = '',
  ) {}

  startDay(): void {
    const { random } = this.world
    const { dossiers, minutes, confirmTwice, takeBack, filings } = this.plan.workload
    for (let n = 1; n <= dossiers; n += 1) {
      this.world.after(random.int(0, minutes * 60_000), () => {
        const dossier = this.#dossier(n)
        void this.declare(dossier)
        if (random.chance(confirmTwice)) {
          const other = random.chance(0.5)
            ? dossier
            : dossier.map((one) => this.#renewed(one, one.document.head))
          this.world.after(random.int(0, 400_000), () => void this.declare(other))
        }
        if (random.chance(takeBack)) {
          const { id } = random.pick(dossier)
          this.world.after(random.int(0, 20_000), () => {
            void this.desk.store.cancel(id, this.#at()).then((done) => done && this.takenBack.add(id))
          })
        }
      })
    }
    for (let n = 1; n <= filings; n += 1) {
      this.world.after(random.int(0, minutes * 60_000), () => void this.declare([this.#filing(n)]))
    }
  }

  /** A filing of goods; nothing rests on it here. */
  #filing(n: number): Enqueued {
    const { random } = this.world
    const [message, businessKey] = [filingMessage('goods'), `SKU${this.code}${n}`]
    return {
      ...{ message, businessKey, dossier: businessKey, waits: [], mark: markOf(message, businessKey) },
      ...{ id: random.uuid(), guid: random.uuid().toUpperCase(), document: { head: { gname: 'shoes' } } },
    }
  }

  async declare(submissions: Enqueued[]): Promise<void> {
    if (this.desk.isFull) return this.world.after(LOOK_AGAIN_MS, () => void this.declare(submissions))
    const result = await this.desk.store.enqueue(submissions, this.#at())
    if (!result.ok) {
      this.refusals += 1
      return
    }
    for (const { id, message, businessKey } of submissions) {
      if (!this.confirmed.has(id)) this.confirmed.set(id, { message, businessKey })
    }
    this.desk.wakeAll()
  }

  /** One look at the outbox. `calm`: the faults are over, so what is wrong is put right. */
  async look(calm: boolean): Promise<void> {
    const { random } = this.world
    const { store, isFull } = this.desk
    if (isFull) return
    const state = store.snapshot()
    const newest = new Set(newestAttempts(state).values())
    if (state.hold?.kind === 'auth') await store.release('auth')
    if (state.hold?.kind === 'guard' && (calm || random.chance(0.3))) {
      const ghosts = [...state.batches.values()].some(
        (batch) => batch.ghost && batch.stage === 'sent' && batch.account === state.account,
      )
      if (!ghosts) {
        this.desk.suspicion = undefined
        await store.release('guard')
      }
    }
    for (const batch of state.batches.values()) {
      if (batch.stage === 'attention' && (calm || random.chance(0.3)))
        await store.retry(batch.id, this.desk.now())
    }
    for (const one of state.submissions.values()) {
      if (one.stage === 'rejected' && newest.has(one) && (calm || random.chance(0.5)))
        await this.#correct(one)
    }
    this.desk.wakeAll()
  }

  async #correct(one: Submission): Promise<void> {
    if (one.attempt > MOST_CORRECTIONS) return
    const right = { ...one.document.head, note: one.attempt < 2 ? (one.document.head.note ?? '') : '' }
    await this.declare([this.#renewed(one, right)])
  }

  #renewed(one: Enqueued | Submission, head: Record<string, string>): Enqueued {
    const { dossier, message, businessKey, mark, waits } = one
    const id = this.world.random.uuid()
    const guid = this.world.random.uuid().toUpperCase()
    return { id, dossier, message, businessKey, mark, waits, guid, document: { head: { ...head, guid } } }
  }

  #dossier(n: number): Enqueued[] {
    const { random } = this.world
    const { wrong, poison, withReceipts } = this.plan.workload
    const bad = random.chance(poison) ? '-POISON' : ''
    const common = { ebpCode: 'P', ebcCode: 'E', agentCode: 'E', logisticsCode: 'L', appType: '1' }
    const own = `${this.code}${n}`
    const numbers = { orderNo: `O${own}${bad}`, logisticsNo: `W${own}`, copNo: `C${own}` }
    const messages = ['CEB303', ...(random.chance(withReceipts) ? ['CEB403'] : []), 'CEB505', 'CEB603']
    const parts = messages.map((message) => {
      const note = random.chance(wrong) ? random.pick(['refuse', 'reject', 'error', 'busy']) : ''
      const guid = random.uuid().toUpperCase()
      const head: Record<string, string> = { ...common, ...numbers, guid, note }
      return { message, businessKey: businessKey(message, head)!, guid, document: { head } }
    })
    const waits = waitsFor(parts, 'declare') as Map<unknown, Wait[]>
    return parts.map((part) => ({
      ...part,
      id: random.uuid(),
      dossier: `E|${numbers.orderNo}`,
      mark: markOf(part.message, part.businessKey),
      waits: waits.get(part) ?? [],
    }))
  }

  #at(): string {
    return new Date(this.desk.now()).toISOString()
  }
}
