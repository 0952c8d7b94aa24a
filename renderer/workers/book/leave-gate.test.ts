import { describe, expect, it } from 'vitest'
import type { AgentAct } from '#shared/filing/authorisation'
import { actOf, behindLeave } from './leave-gate'

class Host {
  readonly asked: AgentAct[] = []
  #private = 'kept'

  async refuseWithout(act: AgentAct): Promise<void> {
    this.asked.push(act)
    if (act !== 'open') throw new Error(`no leave to ${act}`)
  }
  async page(): Promise<string> {
    return this.#private
  }
  async fileParties(): Promise<string> {
    return this.#private
  }
  async lock(): Promise<string> {
    return this.#private
  }
  readonly forwarded = async () => this.#private
}

describe('the gate before every call of a book', () => {
  it('asks for leave to open wherever nothing else is named, also for calls it never heard of', async () => {
    const host = new Host()
    const gated = behindLeave(host)
    expect(await gated.page()).toBe('kept')
    expect(await gated.forwarded()).toBe('kept')
    expect(host.asked).toEqual(['open', 'open'])
  })

  it('lets nothing through without leave, and never stands before locking', async () => {
    const gated = behindLeave(new Host())
    await expect(gated.fileParties()).rejects.toThrow('no leave to file')
    expect(await gated.lock()).toBe('kept')
  })

  it('knows what leaves the book and what is claimed from more than looking', () => {
    const named = ['startExchange', 'exportBatches', 'partySheet', 'declare', 'agency']
    expect(named.map((call) => actOf(call))).toEqual(['send', 'send', 'export', 'declare', undefined])
    const steps = ['declare', 'withdraw'].map((event) => actOf('actOnRebateLines', ['batch', { event }]))
    expect(steps).toEqual(['claim', 'open'])
  })
})
