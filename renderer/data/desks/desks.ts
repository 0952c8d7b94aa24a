import { readDeskFile, writeDeskFile } from '#shared/protocol/desk-file'
import { maxDeskRecords } from '#shared/protocol/desk-records'
import { signerRefusal, type FileSigner } from '#shared/protocol/desk-signer'
import type { Failure } from '#shared/protocol/errors'
import type { Enterprise } from '#shared/model/enterprise'
import type { BookContext } from '../context'
import type { ConflictView, DeskCounts, DeskLink, DeskMeeting, DeskState, Resolve } from '../desk-port'
import { DataRefusal } from '../errors/refusal'
import { allRecords, eachRecord, getRecords } from '../read/records'
import { command } from '../write/command'
import { capture } from './capture'
import { conflictViews, marked, resolveConflicts } from './conflicts'
import { releaseHeld } from './hold'
import { desksAfter } from './known-desks'
import type { Shelf } from './kind'
import { sameNames } from './masters'
import { moveOut } from './move'
import { applyAll, LocalEdit, meet } from './meet'
import type { Incoming, Meeting, Met } from './meet'
import { isParked } from './record'
import type { SharedRecord } from './record'
import { captureFrom, changeDesk, newDesk, readDesk, withAllKinds } from './setting'
import type { DeskSetting } from './setting'
import { sharedRecords, shelfOf } from './shelf'
import { sha256Hex } from '../sealing/bytes'

/** Officers may go on editing while desks meet; what they do in between is captured, a few times over. */
const patience = 5
/** Rounds of sending in one meeting: what differs comes back joined and is sent again. */
const mostRounds = 8

type Passed = Met & { captured: number; sent: number; received: number }

/** This installation as a desk of its enterprise. One meeting at a time, over all windows of the book. */
export class Desks {
  readonly #context: BookContext
  readonly #database: string
  readonly #who: string
  /** This session of this desk; see `Version`. */
  readonly #writer = crypto.randomUUID().slice(0, 13)

  constructor(context: BookContext, database: string, who: string) {
    this.#context = context
    this.#database = database
    this.#who = who
  }

  async state(): Promise<DeskState> {
    const desk = (await readDesk(this.#context)) ?? newDesk()
    const enterprise = await this.#enterprise()
    const { id, on, desks, metAt, clash, moved, held, signers } = desk
    return {
      id,
      code: enterprise.desk,
      on,
      desks,
      signers,
      ...(metAt !== undefined && { metAt }),
      // A desk that took another code since numbers on.
      ...(clash?.code === enterprise.desk && { clash }),
      ...(moved && { moved }),
      sameNames: await sameNames(this.#context),
      counts: { ...(await this.#counts()), held: held.length },
    }
  }

  async use(on: boolean): Promise<void> {
    await this.#change(on ? 'desk.on' : 'desk.off', (desk) => ({ ...desk, on }))
  }

  /** Meet the other desks through the service. */
  meetByService(link: DeskLink, why: string): Promise<DeskMeeting> {
    return this.#alone(async () => {
      const desk = await this.#desk()
      const enterprise = await this.#enterprise()
      const registered = await link.register(desk.id, enterprise.desk, enterprise.officer)
      if (!registered.ok) return this.#notRegistered(registered.failure, enterprise.desk)
      await this.#change('desk.met', (one) => {
        const { clash: _clash, ...rest } = one
        return { ...rest, desks: registered.value.desks }
      })
      const passed = await this.#captured()
      const pulled = await this.#pull(link, why, passed)
      if (!pulled.ok) return pulled
      const pushed = await this.#push(link, why, passed)
      if (!pushed.ok) return pushed
      await this.#change('desk.met', (one) => ({ ...one, metAt: this.#context.now() }))
      return { ok: true, ...passed }
    })
  }

  /** Everything this desk shares, as a file. */
  exportFile(): Promise<Uint8Array> {
    return this.#alone(async () => {
      await this.#captured()
      const enterprise = await this.#enterprise()
      const { id, desks } = await this.#desk()
      const records = []
      for await (const chunk of eachRecord(this.#context, 'deskRecords')) {
        records.push(...chunk.map(({ record }) => record.record))
      }
      const head = {
        book: enterprise.book,
        enterprise: enterprise.customsCode,
        desk: { id, code: enterprise.desk, name: enterprise.officer },
        at: this.#context.now(),
        desks,
      }
      const bytes = await writeDeskFile({ head, records }, sha256Hex)
      await this.#left()
      return bytes
    })
  }

  /** @param signer whose key signed it, as main found: a desk is known by its key from its first file on */
  importFile(bytes: Uint8Array, why: string, signer: FileSigner): Promise<DeskMeeting> {
    return this.#alone(async () => {
      const read = await readDeskFile(bytes, sha256Hex)
      if (!read.ok) return { ok: false, reason: read.fault }
      const { head, records } = read.file
      const enterprise = await this.#enterprise()
      if (head.enterprise !== enterprise.customsCode || head.book !== enterprise.book) {
        throw new DataRefusal('other-enterprise', { found: head.enterprise, own: enterprise.customsCode })
      }
      const desk = await this.#desk()
      const reason = signerRefusal(desk.signers, head, signer)
      if (reason) return { ok: false, reason }
      if (!desk.signers.some((one) => one.desk === head.desk.id)) await this.#remember(head.desk, signer)
      const isClash = head.desk.id !== desk.id && head.desk.code === enterprise.desk
      await this.#change('desk.met', (one) => ({
        ...one,
        metAt: this.#context.now(),
        desks: desksAfter(one.desks, head, desk.id),
        ...(isClash && { clash: { code: head.desk.code } }),
      }))
      const passed = await this.#captured()
      passed.received = records.length
      await this.#meet(
        records.map((content) => ({ content })),
        passed,
        `${why} ${head.desk.code} ${head.at.slice(0, 16)}`,
      )
      return { ok: true, ...passed }
    })
  }

  /** Ask about the key of a desk again when its next file comes. */
  async forgetSigner(id: string): Promise<void> {
    const { signers } = await this.#desk()
    const known = signers.find((one) => one.desk === id)
    await this.#change(
      'desk.signerForgotten',
      (one) => ({ ...one, signers: one.signers.filter(({ desk }) => desk !== id) }),
      known?.fingerprint,
    )
  }

  #remember({ id }: { id: string }, { fingerprint }: FileSigner): Promise<void> {
    const known = { desk: id, fingerprint, at: this.#context.now(), who: this.#who }
    return this.#change('desk.signer', (one) => ({ ...one, signers: [...one.signers, known] }), fingerprint)
  }

  async conflicts(): Promise<ConflictView[]> {
    return conflictViews(await this.#shelf())
  }

  resolve(decisions: readonly Resolve[], why: string): Promise<number> {
    return this.#alone(async () => {
      await this.#captured()
      const resolved = await resolveConflicts(await this.#shelf(), this.#who, this.#writer, decisions, why)
      await this.#settle()
      return resolved
    })
  }

  async retryParked(): Promise<void> {
    const ids = await marked({ context: this.#context }, 'parked')
    await command(this.#context, 'desk.retry', this.#who, '', async (draft) => {
      for (const id of ids) {
        const present = await draft.get('deskRecords', id)
        if (present) await draft.put('deskRecords', { ...present.record, tries: 0 })
      }
    })
  }

  /** The code this desk may not number with, because another one has it. */
  async #notRegistered({ code, message, fix }: Failure, own: string): Promise<DeskMeeting> {
    if (code === 'desk-code-taken') {
      await this.#change('desk.clash', (one) => ({ ...one, clash: { code: own } }))
    }
    if (code === 'desk-moved') await this.moved(true)
    return { ok: false, reason: { code, text: message, fix } }
  }

  /** The id this desk goes by for good; made, where it had none yet. */
  async id(): Promise<string> {
    return (await this.#desk()).id
  }

  /** 已迁出, for good. The desk is made first, where there was none yet: it is one that is gone. */
  async moved(told: boolean, why = ''): Promise<void> {
    await this.#desk()
    await moveOut({ context: this.#context, database: this.#database, who: this.#who }, told, why)
  }

  async #pull(link: DeskLink, why: string, passed: Passed): Promise<DeskMeeting> {
    for (;;) {
      const { id, cursor } = await this.#desk()
      const page = await link.page(id, cursor, maxDeskRecords)
      if (!page.ok) return refusal(page.failure)
      const { records, cursor: next, more, restarted } = page.value
      if (restarted) await this.#forgetBases()
      passed.received += records.length
      const incoming = records.map(({ content, version }) => ({ content, version }))
      await this.#meet(incoming, passed, why)
      if (next !== cursor) await this.#change('desk.met', (one) => ({ ...one, cursor: next }))
      if (!more) return { ok: true, ...passed }
    }
  }

  async #push(link: DeskLink, why: string, passed: Passed): Promise<DeskMeeting> {
    for (let round = 0; round < mostRounds; round += 1) {
      const { id } = await this.#desk()
      const unsent = await this.#unsent()
      if (unsent.length === 0) break
      for (let i = 0; i < unsent.length; i += maxDeskRecords) {
        const part = unsent.slice(i, i + maxDeskRecords)
        const records = part.map(({ record, base }) => ({ base, content: record }))
        const answer = await link.push({ desk: id, records })
        if (!answer.ok) return refusal(answer.failure)
        const { results } = answer.value
        passed.sent += await this.#sent(part, results)
        const theirs = results.flatMap((one) => (one.outcome === 'differs' ? [one.theirs] : []))
        await this.#meet(
          theirs.map(({ content, version }) => ({ content, version })),
          passed,
          why,
        )
      }
    }
    return { ok: true, ...passed }
  }

  /** What the service stored is sent, unless it was edited meanwhile; what differed is counted. */
  async #sent(
    part: readonly SharedRecord[],
    results: readonly { outcome: string; version?: unknown }[],
  ): Promise<number> {
    let sent = 0
    await command(this.#context, 'desk.sent', this.#who, '', async (draft) => {
      sent = 0
      for (const [i, { record }] of part.entries()) {
        const [present] = await sharedRecords(this.#context, draft, record.kind, [record.key])
        const result = results[i]
        if (!present || !result) continue
        const isSame = JSON.stringify(present.record.version) === JSON.stringify(record.version)
        if (result.outcome === 'stored') {
          sent += 1
          const base = Number(result.version)
          await draft.put('deskRecords', {
            ...present,
            base,
            unsent: !isSame,
            tries: 0,
            shared: record.version,
          })
        } else await draft.put('deskRecords', { ...present, tries: present.tries + 1 })
      }
    })
    return sent
  }

  async #unsent(): Promise<SharedRecord[]> {
    const found: SharedRecord[] = []
    const ids = await marked({ context: this.#context }, 'unsent')
    for (let i = 0; i < ids.length; i += 1000) {
      const stored = await getRecords(this.#context, 'deskRecords', ids.slice(i, i + 1000))
      found.push(...stored.map(({ record }) => record).filter((one) => !isParked(one)))
    }
    return found
  }

  /** A service that was restored knows less than we saw there: everything is told again. */
  async #forgetBases(): Promise<void> {
    for await (const chunk of eachRecord(this.#context, 'deskRecords', 200)) {
      await command(this.#context, 'desk.sent', this.#who, '', async (draft) => {
        for (const { record } of chunk) await draft.put('deskRecords', { ...record, base: 0, unsent: true })
      })
    }
  }

  /** What was handed out in a file may be known to others from now on. */
  async #left(): Promise<void> {
    for await (const chunk of eachRecord(this.#context, 'deskRecords', 200)) {
      const news = chunk.filter(
        ({ record }) => JSON.stringify(record.shared) !== JSON.stringify(record.record.version),
      )
      if (news.length === 0) continue
      await command(this.#context, 'desk.sent', this.#who, '', async (draft) => {
        for (const { id } of news) {
          const present = await draft.get('deskRecords', id)
          if (present)
            await draft.put('deskRecords', { ...present.record, shared: present.record.record.version })
        }
      })
    }
  }

  async #captured(): Promise<Passed> {
    const desk = await this.#desk()
    const from = captureFrom(desk)
    const captured = await capture(await this.#shelf(), this.#who, this.#writer, from)
    if (from !== desk.seq) await this.#change('desk.captured', withAllKinds)
    return { captured, sent: 0, received: 0, merged: 0, conflicts: 0, waits: 0 }
  }

  async #meet(incoming: readonly Incoming[], passed: Passed, why: string): Promise<void> {
    const meeting: Meeting = { who: this.#who, why }
    for (let attempt = 1; ; attempt += 1) {
      try {
        const met = await meet(await this.#shelf(), meeting, incoming)
        passed.merged += met.merged
        passed.conflicts += met.conflicts
        passed.waits += met.waits
        break
      } catch (error) {
        if (!(error instanceof LocalEdit) || attempt >= patience) throw error
        passed.captured += (await this.#captured()).captured
      }
    }
    await this.#settle()
  }

  /** Apply what waited for facts that are here by now, and let go on what no other 清单 holds any more. */
  async #settle(): Promise<void> {
    const shelf = await this.#shelf()
    const waiting = await getRecords(this.#context, 'deskRecords', await marked(shelf, 'waits'))
    for (const kind of new Set(waiting.map(({ record }) => record.record.kind))) {
      await command(this.#context, 'desk.merge', this.#who, '', async (draft) => {
        const records = []
        for (const { id, record } of waiting) {
          const present = record.record.kind === kind ? await draft.get('deskRecords', id) : undefined
          if (present?.record.waits === 'facts') records.push(present.record)
        }
        await applyAll(shelf, draft, kind, records, { merged: 0, conflicts: 0, waits: 0 })
      })
    }
    const { held } = await this.#desk()
    if (held.length === 0) return
    await command(this.#context, 'desk.released', this.#who, '', (draft) =>
      releaseHeld(this.#context, draft, held),
    )
  }

  async #counts(): Promise<Omit<DeskCounts, 'held'>> {
    const count = (mark: Parameters<typeof marked>[1]) =>
      marked({ context: this.#context }, mark).then((ids) => ids.length)
    const [conflicts, unsent, waits, parked] = await Promise.all([
      count('conflict'),
      count('unsent'),
      count('waits'),
      count('parked'),
    ])
    return { conflicts, unsent, waits, parked }
  }

  async #shelf(): Promise<Shelf> {
    return shelfOf(this.#context, await this.#desk())
  }

  /** What is known of this desk; made at the first need, so that its id stays. */
  async #desk(): Promise<DeskSetting> {
    const known = await readDesk(this.#context)
    if (known) return known
    await command(this.#context, 'desk.made', this.#who, '', (draft) =>
      changeDesk(this.#context, draft, (one) => one),
    )
    return (await readDesk(this.#context))!
  }

  async #change(name: string, change: (desk: DeskSetting) => DeskSetting, why = ''): Promise<void> {
    await this.#desk()
    await command(this.#context, name, this.#who, why, (draft) => changeDesk(this.#context, draft, change))
  }

  async #enterprise(): Promise<Enterprise> {
    const [stored] = await allRecords(this.#context, 'enterprise')
    if (!stored) throw new DataRefusal('no-enterprise')
    return stored.record
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return navigator.locks.request(`desks ${this.#database}`, work) as Promise<T>
  }
}

const refusal = ({ code, message, fix }: Failure): DeskMeeting => ({
  ok: false,
  reason: { code, text: message, fix },
})
