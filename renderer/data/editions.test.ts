import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { shippedLists } from '#shared/control/lists'
import type { Row, Rows } from '#shared/reference/rows'
import { readZone } from '#shared/zones/read-zone'
import { zoneFileOf } from '#shared/zones/zone-rows'
import { zoneById } from '#shared/zones/zones'
import { CommonStore } from './common'
import { Connections } from './connection/connections'
import { EditionStore } from './editions'
import { common001 } from './migrations/001-common'
import { commonMigrations } from './migrations/index'

const open: { close(): Promise<void> }[] = []
const kept = <T extends { close(): Promise<void> }>(one: T): T => {
  open.push(one)
  return one
}
const store = () => kept(new CommonStore()).editions
/** Every file of the run has its editions in this one database; and the next test may begin with an older version of it. */
const forgetAll = () =>
  new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('common')
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => reject(new Error('not deleted'))
  })
beforeAll(forgetAll)
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
  await forgetAll()
})

const table = (count: number, zh = '台'): Rows =>
  new Map(
    Array.from({ length: count }, (_, n): [string, Row] => [String(n).padStart(6, '0'), { zh: `${zh}${n}` }]),
  )
const of = (version: string, more: { practice?: true; signer?: string } = {}) => ({
  table: 'unit',
  version,
  digest: `digest ${version}`,
  source: 's',
  at: '2026-11-22T00:00:00.000Z',
  signer: 'key',
  ...more,
})
const versions = async (editions: EditionStore, isPractice = false) =>
  (await editions.taken(isPractice)).map(({ version }) => version)

/** The store of a machine that is switched off after this many writes; what was written before is there. */
class Mortal extends Connections {
  left: number
  constructor(left: number) {
    super('common', commonMigrations)
    this.left = left
  }
  override async run(...asked: Parameters<Connections['run']>): Promise<never> {
    if (this.left === 0) throw new Error('switched off')
    this.left -= 1
    return super.run(...asked) as Promise<never>
  }
}

describe('editions of a published table', () => {
  it('switched off anywhere, the former counts in full; taken again, the new one does, and nothing is left over', async () => {
    const [first, second] = [table(1_200), table(1_300, '座')]
    const editions = store()
    const one = await editions.take(of('1'), first, 0, false)
    let offs = 0
    for (let at = 0; ; at++) {
      const mortal = kept(new Mortal(at))
      const isTaken = await new EditionStore(mortal).take(of('2'), second, one.n, false).then(
        () => true,
        () => false,
      )
      const [now] = (await editions.taken(false)).slice(-1)
      expect(await editions.rows(now!)).toEqual(now!.version === '1' ? first : second)
      if (now!.version === '2') {
        expect(isTaken || offs > 0).toBe(true)
        break
      }
      offs += 1
    }
    expect(offs).toBeGreaterThan(4)
    // The sweep that was cut off is made up for by the next edition, which keeps one to go back to.
    const [last] = (await editions.taken(false)).slice(-1)
    await editions.take(of('3'), first, last!.n, false)
    expect(await versions(editions)).toEqual(['2', '3'])
    const db = await kept(new Connections('common', commonMigrations)).get('relaxed')
    expect([await db.table('editions').count(), await db.table('editionRows').count()]).toEqual([2, 6])
  })

  it('goes on with the blocks an earlier attempt wrote, and does not write them twice', async () => {
    const mortal = kept(new Mortal(5))
    await expect(new EditionStore(mortal).take(of('1'), table(5_000), 0, false)).rejects.toThrow()
    const again = kept(new Mortal(1_000))
    const editions = new EditionStore(again)
    const taken = await editions.take(of('1'), table(5_000), 0, false)
    // Staged, asked which are there, the blocks that were not, switched over, swept.
    expect(1_000 - again.left).toBeLessThanOrEqual(2 + 10 - 3 + 2)
    expect((await editions.rows(taken)).size).toBe(5_000)
  })

  it('withdrawn, the one before counts again; of a dated table they count side by side', async () => {
    const editions = store()
    const one = await editions.take(of('1'), table(3), 0, false)
    const two = await editions.take(of('2'), table(4), one.n, false)
    await editions.drop(two.id)
    expect(await versions(editions)).toEqual(['1'])
    await expect(editions.drop(two.id)).rejects.toMatchObject({ code: 'missing' })
    const dated = { ...of('2026'), table: 'tariff' }
    let seen = 0
    for (const version of ['2026', '2027', '2028']) {
      seen = (await editions.take({ ...dated, version, digest: version }, table(2), seen, true)).n
    }
    await editions.take({ ...dated, version: '2027', digest: 'mended' }, table(3), seen, true)
    expect((await versions(editions)).filter((version) => version.length === 4)).toEqual([
      '2026',
      '2028',
      '2027',
    ])
  })

  it('refuses what was planned on an older state, and keeps what a practice window published apart', async () => {
    const editions = store()
    const one = await editions.take(of('1'), table(3), 0, false)
    await editions.take(of('2'), table(4), one.n, false)
    await expect(editions.take(of('3'), table(5), one.n, false)).rejects.toMatchObject({ code: 'stale' })
    expect(await versions(editions)).toEqual(['1', '2'])
    await editions.take(of('9', { practice: true }), table(6), 2, false)
    expect(await versions(editions)).toEqual(['1', '2'])
    expect((await versions(editions, true)).at(-1)).toBe('9')
  })

  it('of a code table is the table that counts: what it has not is obsolete, and a remembered code has its name', async () => {
    const common = kept(new CommonStore())
    await common.putCodes([
      { table: 'unit', code: '000001', name: '', firstSeen: '', source: 'declared' },
      { table: 'unit', code: '900', name: '', firstSeen: '', source: 'declared' },
    ])
    await common.editions.take(of('7'), table(2), 0, false)
    const own = await common.ownCodes(false)
    expect(own.codes.map(({ code }) => code)).toEqual(['900'])
    expect(own.published).toMatchObject([
      { table: 'unit', edition: '7', rows: [{ zh: '台0' }, { zh: '台1' }] },
    ])
  })

  it('come of what earlier versions kept: zones and lists of plain files stay, what was laid over code tables is fetched again', async () => {
    const { leavesFirst: _leaves, combines1210And9610: _combines, ...zone } = zoneById('huzhou')!
    const [list] = shippedLists
    const before = kept(new Connections('common', [common001]))
    const files = [
      { id: 'huzhou', file: 'h.json', text: JSON.stringify({ ...zone, edition: '2097-01-01' }) },
      { id: 'spoilt', file: 's.json', text: '{' },
    ]
    const lists = [
      { ...list, id: 'own' },
      { ...list, reference: { key: 'k', version: '1' } },
    ]
    const code = { table: 'unit', code: '900', name: '箱', firstSeen: '', source: 'typed' }
    const edition = { table: 'unit', edition: '7', date: '', source: 'w', complete: true }
    await before.run('strict', async (db) => {
      await db.table('settings').bulkPut([
        { key: 'zone.files', value: files },
        { key: 'control.lists', value: lists },
        { key: 'language', value: 'en' },
      ])
      await db.table('codes').bulkPut([
        { ...code, id: 'unit:900' },
        { ...code, id: 'unit:901', mark: 'obsolete' },
      ])
      await db.table('versions').put({ ...edition, name: 'unit', reference: { key: 'k', version: '7' } })
    })
    await before.close()
    const common = kept(new CommonStore())
    const taken = await common.editions.taken(false)
    expect(taken.map(({ table: of, version }) => [of, version])).toEqual([
      ['zone-huzhou', '2097-01-01'],
      ['list-own', list!.version],
    ])
    const back = zoneFileOf(await common.editions.rows(taken[0]!))
    expect(readZone(back, 'h.json')).toMatchObject({ ok: true, zone: { edition: '2097-01-01' } })
    expect(await common.ownCodes(false)).toMatchObject({ codes: [{ code: '900' }], editions: [] })
    expect([await common.setting('language'), await common.setting('zone.files')]).toEqual(['en', undefined])
  })
})
