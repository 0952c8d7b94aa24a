import { businessDay } from '#shared/time/shanghai'
import { blocksOf } from '#shared/evidence/blocks'
import type { EvidenceDocument } from '#shared/evidence/document'
import type { Act } from '#shared/evidence/kinds'
import { agentActs, type AgentAct, type Authorisation, type Leave } from '#shared/filing/authorisation'
import { agentKey, AgentSetting, leaveFor, noLeave, readAgency, type Agency } from '../../../data/agency'
import { DataRefusal } from '../../../data/errors/refusal'
import type { Agent, AgencyView } from '../../../data/port'
import { allRecords, eachRecord } from '../../../data/read/records'
import { keyedId } from '../../../data/sealing/blind'
import { putSetting } from '../../../data/settings'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'

const watched = ['authorisations', 'settings', 'enterprise'] as const

/** What the agent of an open book has leave for, as it was last committed in any window. */
export class Leaves {
  readonly #session: BookSession
  readonly #stop: () => void
  #known: Promise<Agency> | undefined

  constructor(session: BookSession) {
    this.#session = session
    this.#stop = session.book.context.feed.listen((changes) => {
      if (watched.some((table) => changes[table] !== undefined)) this.#known = undefined
    })
  }

  stop(): void {
    this.#stop()
  }

  /** Refused with `no-leave`, or with `paper-stops` where a paper of the enterprise has run out, saying what to do. */
  async refuseWithout(act: AgentAct): Promise<void> {
    const on = businessDay(this.#context.now())
    const leave = leaveFor(await this.#agency(), act, on)
    if (!leave.may) throw noLeave(act, leave)
    if (act === 'file' || act === 'claim' || act === 'settle') await this.#refuseWithoutPapers(act, on)
  }

  /** Papers about goods and modes are looked at list by list, where they are declared. */
  async #refuseWithoutPapers(act: Act, on: string): Promise<void> {
    const papers: EvidenceDocument[] = []
    for await (const chunk of eachRecord(this.#context, 'evidence')) {
      papers.push(...chunk.map(({ record }) => record))
    }
    const block = blocksOf({ act, on }, papers).find(({ stops }) => stops)
    if (!block) return
    const { says, fix } = block
    throw DataRefusal.carried('paper-stops', { zh: `${says.zh}。${fix.zh}。`, en: `${says.en}. ${fix.en}.` })
  }

  async view(on: string): Promise<AgencyView> {
    const agency = await this.#agency()
    const { agent, principal } = agency
    const authorisations = await allRecords(this.#context, 'authorisations')
    const leaves = Object.fromEntries(agentActs.map((act) => [act, leaveFor(agency, act, on)])) as Record<
      AgentAct,
      Leave
    >
    return { principal, authorisations, ...(agent && { agent, leaves }) }
  }

  async setAgent(agent: Agent | null, why: string): Promise<void> {
    const { keys } = this.#context
    await command(this.#context, 'agent.set', this.#session.who, why, async (draft) => {
      const id = await keyedId(keys, 'settings', [agentKey])
      if (agent === null) {
        if (await draft.get('settings', id)) await draft.delete('settings', id)
        return
      }
      const read = AgentSetting.safeParse(agent)
      if (!read.success) {
        const [issue] = read.error.issues
        const field = issue?.path.join('.') ?? ''
        throw new DataRefusal('invalid', { table: 'settings', field, detail: issue?.message ?? '' })
      }
      await putSetting(draft, agentKey, read.data)
    })
    this.#known = undefined
  }

  async put(authorisation: Authorisation, rev: number, why: string): Promise<void> {
    const { agent, principal } = await this.#agency()
    for (const [field, own] of [
      ['principal', principal],
      ['agent', agent?.uscc],
    ] as const) {
      if (authorisation[field] !== own) {
        throw new DataRefusal('invalid', { table: 'authorisations', field, detail: authorisation[field] })
      }
    }
    await command(this.#context, 'authorisation.save', this.#session.who, why, [
      { table: 'authorisations', op: 'put', rev, record: authorisation },
    ])
    this.#known = undefined
  }

  async revoke(no: string, on: string, why: string): Promise<void> {
    const id = await keyedId(this.#context.keys, 'authorisations', [no])
    await command(this.#context, 'authorisation.revoke', this.#session.who, why, async (draft) => {
      const known = await draft.get('authorisations', id)
      if (!known) throw new DataRefusal('missing', { table: 'authorisations', id: no })
      await draft.put('authorisations', { ...known.record, revokedOn: on })
    })
    this.#known = undefined
  }

  #agency(): Promise<Agency> {
    this.#known ??= readAgency(this.#context)
    this.#known.catch(() => (this.#known = undefined))
    return this.#known
  }

  get #context() {
    return this.#session.book.context
  }
}
