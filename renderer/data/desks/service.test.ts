import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startDesk } from '../../../test/data/desks'
import type { TestBookDesk } from '../../../test/data/desks'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { goods } from '../../../test/data/samples'
import { allRecords } from '../read/records'
import { command } from '../write/command'

/** Two books in Chromium and a real practice service over HTTP. */
let main: TestMain
const opened: TestBookDesk[] = []
beforeAll(async () => {
  main = await startTestMain()
}, 60_000)
afterAll(() => main.stop())
afterEach(async () => {
  for (const { book } of opened.splice(0)) await book.close()
})

let made = 0
/** Desks of a company of its own, so that tests share the service without seeing each other. */
async function company() {
  const customsCode = `000096YG${String((made += 1)).padStart(2, '0')}`
  const link = main.desks(`practice|${customsCode}`)
  const desk = async (code: string) => {
    const one = await startDesk(code, { customsCode })
    opened.push(one)
    return { ...one, meet: () => one.desks.meetByService(link, 'service') }
  }
  return { desk, link }
}
type Desk = Awaited<ReturnType<Awaited<ReturnType<typeof company>>['desk']>>

const sku = (n: number) => `SKU-${String(n).padStart(2, '0')}`
async function saveAll(at: Desk, change: (n: number) => object): Promise<void> {
  const stored = new Map((await allRecords(at.context, 'goods')).map((one) => [one.record.sku, one]))
  await command(
    at.context,
    'goods.bulk',
    at.who,
    '',
    Array.from({ length: 50 }, (_, n) => {
      const before = stored.get(sku(n))
      const record = { ...(before?.record ?? goods(sku(n))), ...change(n) }
      return { table: 'goods' as const, op: 'put' as const, id: before?.id, rev: before?.rev ?? 0, record }
    }),
  )
}
const goodsOf = async (at: Desk) =>
  (await allRecords(at.context, 'goods')).map(({ record }) => record).sort((x, y) => (x.sku < y.sku ? -1 : 1))

it('the same fifty records edited offline on two desks: merged or side by side, decided once, equal on both', async () => {
  const { desk } = await company()
  const [a, b] = [await desk('A'), await desk('B')]
  await saveAll(a, () => ({}))
  expect(await a.meet()).toMatchObject({ ok: true })
  expect(await b.meet()).toMatchObject({ ok: true, received: 51 })
  await main.line(false)
  await saveAll(a, (n) => ({ gname: `甲${n}` }))
  await saveAll(b, (n) => (n < 25 ? { gname: `乙${n}` } : { netWeight: '0.9' }))
  expect(await a.meet()).toMatchObject({ ok: false, reason: { code: 'network' } })
  await main.line(true)
  await a.meet()
  expect(await b.meet()).toMatchObject({ ok: true, conflicts: 25 })
  expect(await a.meet()).toMatchObject({ ok: true, conflicts: 25 })
  const open = await b.desks.conflicts()
  expect(open).toHaveLength(25)
  await b.desks.resolve(
    open.map(({ id, rev }, n) => ({ id, rev, choices: { gname: n % 2 === 0 ? 'mine' : 0 } })),
    '逐项',
  )
  await b.meet()
  await a.meet()
  expect(await a.desks.conflicts()).toEqual([])
  expect(await goodsOf(a)).toEqual(await goodsOf(b))
  const names = (await goodsOf(a)).map(({ gname }) => gname)
  expect(names.slice(0, 4)).toEqual(['乙0', '甲1', '乙2', '甲3'])
  expect(names.slice(25)).toEqual(Array.from({ length: 25 }, (_, n) => `甲${n + 25}`))
  for (const each of [a, b]) expect((await each.desks.state()).counts).toMatchObject({ unsent: 0, parked: 0 })
}, 120_000)

it('a code another desk has stops the numbers of this one, and a code of its own starts them again', async () => {
  const { desk } = await company()
  const [a, b] = [await desk('A'), await desk('A')]
  await a.meet()
  expect(await b.meet()).toMatchObject({ ok: false, reason: { code: 'desk-code-taken' } })
  expect((await b.desks.state()).clash).toEqual({ code: 'A' })
  const [own] = await allRecords(b.context, 'enterprise')
  await command(b.context, 'enterprise', b.who, '', [
    { table: 'enterprise', op: 'put', rev: own!.rev, record: { ...own!.record, desk: 'B' } },
  ])
  expect(await b.meet()).toMatchObject({ ok: true })
  expect((await b.desks.state()).clash).toBeUndefined()
  expect((await b.desks.state()).desks.map(({ code }) => code)).toEqual(['A', 'B'])
})

it('an old copy of a desk that moved out learns it from the service, says so, and writes nothing more', async () => {
  const { desk, link } = await company()
  const a = await desk('A')
  await a.meet()
  const { id } = await a.desks.state()
  // The desk moved out elsewhere; this book is as it was before.
  await link.moveOut(id)
  expect(await a.meet()).toMatchObject({ ok: false, reason: { code: 'desk-moved' } })
  expect((await a.desks.state()).moved).toMatchObject({ told: true })
  await expect(saveAll(a, () => ({}))).rejects.toMatchObject({ code: 'moved-out' })
})
