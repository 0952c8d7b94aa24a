import { codec } from './codec'
import type { Plan } from './plan'
import type { Taken } from './service'
import type { World } from './world'

export type Head = Record<string, string>
/** `times`: when each word of the course was said first; said again it is the same word. */
type Case = { head: Head; course: readonly string[]; said: number; times: readonly string[] }

const receiptOf = (message: string) => `CEB${Number(message.slice(3)) + 1}`
const kept = ['2', '3', '120']
const released = ['2', '3', '120', '300', '399', '800', '899']

/** What happens to a document once it is taken in: a course of states, each told by a receipt. */
export class Customs {
  /** Last word on each submission, by its guid. */
  readonly truth: Map<string, string>
  readonly #cases: Map<string, Case>
  pending = 0
  #stopped = false

  /** @param like goes on from a copy of what this one has said so far */
  constructor(
    readonly world: World,
    readonly plan: Plan,
    readonly issue: (message: string, xml: string) => void,
    like?: Customs,
  ) {
    this.truth = new Map(like?.truth)
    this.#cases = new Map([...(like ? like.#cases : [])].map(([guid, one]) => [guid, { ...one }]))
  }

  process(taken: Taken, head: Head): void {
    const good = taken.message === 'CEB603' ? released : kept
    const course =
      head.note === 'reject' ? ['2', '3', '100'] : head.note === 'error' ? ['2', '-301020'] : good
    this.#cases.set(taken.guid, { head, course, said: 0, times: [] })
    this.resume(taken)
  }

  /** Say what is still to be said about it; the last word once more, because its receipt may not be out yet. */
  resume(taken: Taken): void {
    const one = this.#cases.get(taken.guid)!
    let at = 0
    one.said = Math.max(0, one.said - 1)
    for (const status of one.course.slice(one.said)) {
      at += this.world.random.int(200, 60_000)
      this.#later(at, () => {
        const time = one.times[one.said] ?? stamp(this.world.now)
        one.times = [...one.times.slice(0, one.said), time]
        one.said += 1
        if (status === '100' || status.startsWith('-')) taken.live = false
        this.truth.set(taken.guid, status)
        this.#speak(taken, one.head, status, time)
      })
    }
  }

  stop(): void {
    this.#stopped = true
  }

  #later(ms: number, run: () => void): void {
    this.pending += 1
    this.world.after(ms, () => {
      this.pending -= 1
      if (!this.#stopped) run()
    })
  }

  /** Issue a receipt; it may be held up and overtaken by later ones, or be issued twice. */
  #speak(taken: Taken, head: Head, returnStatus: string, returnTime: string): void {
    const { random } = this.world
    const { faults } = this.plan
    const guid = faults.ownGuids ? random.uuid().toUpperCase() : taken.guid
    const node = { ...head, guid, returnStatus, returnTime, returnInfo: returnStatus }
    const receipt = receiptOf(taken.message)
    const times = random.chance(faults.repeatReceipt) ? 2 : 1
    for (let i = 0; i < times; i += 1) {
      const delay = random.chance(faults.delayReceipt) ? random.int(0, 300_000) : 0
      this.#later(delay, () => this.issue(receipt, written(receipt, node)))
    }
    if (random.chance(faults.foreignReceipt)) {
      const other = { ...node, guid: random.uuid().toUpperCase(), orderNo: 'ELSEWHERE', copNo: 'ELSEWHERE' }
      this.issue(receipt, written(receipt, { ...other, logisticsNo: 'ELSEWHERE' }))
    }
    if (random.chance(faults.unreadableReceipt)) this.issue('CEB604', '<not xml')
  }
}

const written = (receipt: string, head: Head) =>
  codec.encode({ type: receipt as 'CEB604', guid: head.guid!, version: '1.0', documents: [{ head }] })

/** returnTime as customs writes it, Asia/Shanghai. */
function stamp(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 17)
}
