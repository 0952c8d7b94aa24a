import { beforeEach, expect, it, vi } from 'vitest'
import { useBookState } from './book'
import { watchDesks } from './desks'

const asked: unknown[][] = []
const invoke = vi.fn(async (channel: string, ...args: unknown[]) => {
  asked.push([channel, ...args])
  return channel === 'exchange.status' ? { service: 'practice' } : { ok: true, value: { desks: [] } }
})
Object.assign(window, { yiguan: { invoke } })
watchDesks()

const moved = { at: '2026-11-22T00:00:00Z', who: '王关务', told: false }
function open(state: object, health = 'moved') {
  const port = { deskState: async () => state }
  const session = {
    entry: { id: 'b' },
    enterprise: { customsCode: '3305960001' },
    port,
    health: { state: health },
  }
  useBookState.setState({ book: { phase: 'open', session } as never })
}
beforeEach(() => {
  useBookState.setState({ book: { phase: 'starting' } })
  asked.length = 0
})
const channels = () => asked.map(([channel]) => channel).filter((one) => one !== 'exchange.status')

it('an installation that moved out without a line tells the service when it is opened', async () => {
  open({ id: 'd', code: '01', moved })
  await vi.waitFor(() => expect(channels()).toEqual(['desks.register', 'desks.moveOut']))
  const account = 'practice|3305960001'
  expect(asked).toContainEqual(['desks.moveOut', 'b', { account, desk: 'd' }])
})

it('says nothing where it was told, or where this installation is at work', async () => {
  open({ id: 'd', code: '01', moved: { ...moved, told: true } })
  open({ id: 'd', code: '01' }, 'ok')
  await Promise.resolve()
  expect(channels()).toEqual([])
  useBookState.setState({ book: { phase: 'starting' } })
})
