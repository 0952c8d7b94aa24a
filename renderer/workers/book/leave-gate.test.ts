import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  agentActs,
  mayAct,
  withoutLeave,
  type AgentAct,
  type Authorisation,
} from '#shared/filing/authorisation'
import { callRights, neededFor } from './call-rights'
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

const renderer = path.resolve(import.meta.dirname, '..', '..')
const filesUnder = (folder: string): { name: string; text: string }[] =>
  readdirSync(path.join(renderer, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => ({ name, text: readFileSync(path.join(renderer, folder, name), 'utf8') }))
const port = filesUnder('data')
  .filter(({ name }) => /^(port|[\w-]+-(port|views))\.ts$/.test(name))
  .map(({ text }) => text)
  .join('\n')

/** What is made to become a file: bytes, a document to print, sheets, the text of a file with its name. */
const made = String.raw`Uint8Array|PrintDocument|ExportTable|\bfileName\b`
const typesMade = [...port.matchAll(/^export type (\w+) = \{\n([\s\S]*?)^\}/gm)].flatMap(([, name, body]) =>
  new RegExp(`^  \\w+: .*(${made})|^  fileName`, 'm').test(body!) ? name! : [],
)
const methods = [
  ...port.matchAll(/^  (\w+)(?:<[^>]*>)?\(([\s\S]*?)\): (Promise<[\s\S]*?)\n(?=  (?:\w|\/\*\*)|\})/gm),
]
const handingOut = methods.flatMap(([, name, , result]) =>
  name! in callRights && new RegExp(`${made}|\\b(${typesMade.join('|')})\\b`).test(result!) ? name! : [],
)
/** Every call that hands out data to be taken away: by what it returns, and by the right it takes. */
const exports = [
  ...new Set([
    ...handingOut,
    ...Object.keys(callRights).filter((call) => neededFor(call, [])?.includes('export')),
    ...Object.keys(callRights).filter((call) => ['export', 'send'].includes(actOf(call) ?? '')),
  ]),
].sort()

describe('data leaves a book with leave only', () => {
  const leave: Authorisation = {
    no: 'WT-1',
    principal: '91330100MA0000001X',
    agent: 'A',
    acts: [...agentActs],
    from: '2026-01-01',
    to: '2026-06-30',
  }
  const hostOn = (on: string) =>
    new Proxy(
      {
        async refuseWithout(act: AgentAct): Promise<void> {
          const found = mayAct([leave], { agent: leave.agent, principal: leave.principal, act, on })
          if (!found.may) throw new Error(withoutLeave(act, found).zh)
        },
      } as Record<string, (...asked: unknown[]) => Promise<unknown>> & {
        refuseWithout(act: AgentAct): Promise<void>
      },
      { get: (target, name) => Reflect.get(target, name) ?? (() => Promise.resolve('data')) },
    )

  it('finds what hands it out', () => {
    expect(typesMade).toEqual(expect.arrayContaining(['ForexEvidencePack']))
    expect(handingOut).toEqual(
      expect.arrayContaining([
        'forexPrint',
        'exemptPrint',
        'rebateTables',
        'exportDesks',
        'makeAudit',
        'evidenceFile',
      ]),
    )
  })

  it.each(exports)('%s', async (call) => {
    expect(await behindLeave(hostOn('2026-06-30'))[call]!()).toBe('data')
    const late = behindLeave(hostOn('2026-07-01'))
    await expect(late[call]!()).rejects.toThrow(
      /委托 WT-1 已于 2026-06-30 到期。请委托方 91330100MA0000001X 续签，由主管/,
    )
    // To look and to keep stays possible.
    expect(await late['page']!()).toBe('data')
  })

  it('and a page asks before it writes a file, but where a call that asks for itself fills it', () => {
    const all = ['app', 'components', 'features'].flatMap(filesUnder)
    const using = (what: RegExp) => all.filter(({ text }) => what.test(text))
    const [way, ...others] = using(/'files\.saveAs',/)
    expect(others).toEqual([])
    expect(way!.text).toMatch(/session\.port\.takeOut\(\)\n  return chooseTarget\(/)
    const filled = using(/\bchooseTarget\(/).filter(({ name }) => name !== way!.name)
    const calls = ['exportBatches', 'makeOutagePack']
    expect(filled.map(({ text }) => calls.find((call) => text.includes(`port.${call}(`)))).toEqual(calls)
    expect(calls.map((call) => actOf(call))).toEqual(['send', 'send'])
  })
})
