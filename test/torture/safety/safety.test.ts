import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, removeWorld, round, type World } from './rounds'

let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 120_000)
afterAll(() => removeWorld(world))

/** A few of the acts on the disk, spread over all of them; `npm run torture -- --safety` strikes at every one. */
const spread = (acts: number, n: number) =>
  Array.from({ length: n }, (_, i) => 1 + Math.floor((i * (acts - 1)) / (n - 1)))

it.each([
  { task: 'backup', kills: 7, fulls: 5 },
  { task: 'restore', kills: 4, fulls: 2 },
] as const)(
  'a $task that is killed, or finds the disk full, leaves the whole or nothing',
  async ({ task, kills, fulls }) => {
    const { told, faults } = await round(world, task)
    expect({ refused: told?.refused, faults }).toEqual({ refused: undefined, faults: [] })
    for (const [how, n] of [['kill', kills] as const, ['full', fulls] as const]) {
      for (const at of spread(told!.acts, n)) {
        expect((await round(world, task, { how, at })).faults, `${how} at act ${at}`).toEqual([])
      }
    }
  },
)
