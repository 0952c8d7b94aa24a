import { describe, expect, it } from 'vitest'
import { memoryDeskService } from '../../../test/data/desks'
import { closeDesksAfterEach, desk, readGoods, saveGoods } from '../../../test/data/desk-acts'
import { allRecords } from '../read/records'

closeDesksAfterEach()

describe('through the service', () => {
  it('three desks end with the same records, each sent once, and nothing is left to send', async () => {
    const service = memoryDeskService()
    const three = [await desk('A'), await desk('B'), await desk('C')]
    for (const [n, each] of three.entries()) {
      for (let i = 0; i < 30; i += 1)
        await saveGoods(each, `SKU-${i}`, n === i % 3 ? { gname: `名${n}` } : {})
    }
    for (const each of [...three, ...three, ...three]) {
      expect(await each.desks.meetByService(service.link, 'met')).toMatchObject({ ok: true })
    }
    const states = await Promise.all(three.map((each) => allRecords(each.context, 'deskRecords')))
    const bodies = states.map((all) =>
      all.map(({ record }) => record.record).sort((x, y) => (x.key.join() < y.key.join() ? -1 : 1)),
    )
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[2]).toEqual(bodies[0])
    for (const each of three)
      expect((await each.desks.state()).counts).toMatchObject({ unsent: 0, parked: 0, conflicts: 30 })
  })

  it('an edit of the officer between capture and merge is not written over', async () => {
    const service = memoryDeskService()
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    await a.desks.meetByService(service.link, 'met')
    await b.desks.meetByService(service.link, 'met')
    await saveGoods(a, 'SKU-1', { gname: '甲' })
    await a.desks.meetByService(service.link, 'met')
    const late = {
      ...service.link,
      page: async (...args: Parameters<typeof service.link.page>) => {
        const page = await service.link.page(...args)
        if ((await readGoods(b, 'SKU-1'))?.netWeight !== '9') await saveGoods(b, 'SKU-1', { netWeight: '9' })
        return page
      },
    }
    expect(await b.desks.meetByService(late, 'met')).toMatchObject({ ok: true })
    expect(await readGoods(b, 'SKU-1')).toMatchObject({ gname: '甲', netWeight: '9' })
  })

  it('what differs again and again is parked and tried again when somebody says so', async () => {
    const service = memoryDeskService()
    const a = await desk('A')
    await saveGoods(a, 'SKU-1')
    const stubborn = {
      ...service.link,
      push: async (push: Parameters<typeof service.link.push>[0]) => {
        const [{ content }] = push.records as [(typeof push.records)[0]]
        const theirs = {
          version: 9,
          desk: push.desk,
          storedAt: '2026-01-01T00:00:00Z',
          content: { ...content, version: {}, fields: {}, acts: {} },
        }
        return {
          ok: true as const,
          value: { results: push.records.map(() => ({ outcome: 'differs' as const, theirs })) },
        }
      },
    }
    await a.desks.meetByService(stubborn, 'met')
    expect((await a.desks.state()).counts).toMatchObject({ parked: 2, unsent: 2 })
    await a.desks.retryParked()
    await a.desks.meetByService(service.link, 'met')
    expect((await a.desks.state()).counts).toMatchObject({ parked: 0, unsent: 0 })
  })
})
