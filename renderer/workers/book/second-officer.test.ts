import { expect, it } from 'vitest'
import { callRights } from './call-rights'
import { neededFor } from './call-rights'
import { behindSecond, sending } from './second-officer'

it('says of every call with the right to declare how asking and sending are kept apart', () => {
  // Of some the arguments decide: sent at once, or a claim handed in.
  const isDeclaring = (call: string) =>
    [[], [undefined, true]].some((asked) => neededFor(call, asked)?.includes('declare') === true)
  const work = [
    'bulkEdit',
    'cancelWork',
    'command',
    'noteEntries',
    'noteEntry',
    'readMessages',
    'readReceipts',
  ]
  const alsoOthers = (call: string) => neededFor(call, [undefined, true])!.length > 1
  const calls = Object.keys(callRights).filter((call) => isDeclaring(call) && !alsoOthers(call))
  expect(calls.filter((call) => work.includes(call))).toEqual([])
  expect(Object.keys(sending).sort()).toEqual(calls.sort())
})

it('runs an act when it may, tells when it is done, and leaves what looks alone', async () => {
  const done: string[] = []
  class Host {
    refuses = true
    readonly #rows = 'rows'
    async secondOfficer(call: string): Promise<() => Promise<void>> {
      if (this.refuses) throw new Error(call)
      return async () => void done.push('told')
    }
    async depart(): Promise<void> {
      done.push('sent')
    }
    async page(): Promise<string> {
      return this.#rows
    }
  }
  const host = new Host()
  const gated = behindSecond(host)
  expect(await gated.page()).toBe('rows')
  await expect(gated.depart()).rejects.toThrow('depart')
  host.refuses = false
  await gated.depart()
  expect(done).toEqual(['sent', 'told'])
})
