import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsOfList, tableOfList } from '../control/list-rows'
import { shippedLists } from '../control/lists'
import { tableStatement } from '../protocol/api'
import { rowsOfZone, tableOfZone } from '../zones/zone-rows'
import { zoneById } from '../zones/zones'
import { kindOf, referenceKinds } from './kinds'
import { plainUpdate } from './plain'
import { planUpdate, type Here, type ReferencePlan, type Taken } from './plan'
import { isRefusal } from './refusals'
import { changesBetween, listOf, rowsOf, type Row, type Rows, type Update } from './rows'

const signer = 'a-key'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const digestOf = (text: string) => Promise.resolve(sha256(text))
const digest = (rows: Rows) => sha256(tableStatement(listOf(rows)))
const none: Rows = new Map()

/** What a publisher sends who has `after` as version `to`, to somebody who has `before` as `from`. */
function published(table: string, before: Rows | undefined, after: Rows, from: string, to: string): Update {
  const changes = changesBetween(before ?? none, after)
  return {
    table,
    from: before ? from : null,
    to,
    base: before ? digest(before) : null,
    digest: digest(after),
    put: changes.flatMap(({ key, after: row }) => (row ? [{ key, row }] : [])),
    drop: changes.flatMap(({ key, after: row }) => (row ? [] : [key])),
  }
}
const here = (last?: Taken, more: Partial<Here> = {}): Here => ({
  ...(last && { last, highest: last.version }),
  inForce: last?.rows ?? none,
  digestOf,
  ...more,
})
const taken = (version: string, rows: Rows): Taken => ({ version, digest: digest(rows), signer, rows })
async function planned(update: Update, at: Here): Promise<ReferencePlan> {
  const plan = await planUpdate(update, signer, at)
  if (isRefusal(plan)) throw new Error(plan.code)
  return plan
}
const refused = async (update: Update, at: Here, by: string | undefined = signer) => {
  const plan = await planUpdate(update, by, at)
  return isRefusal(plan) ? plan.code : undefined
}

const unit = (...names: string[]): Rows =>
  new Map(names.map((zh, at): [string, Row] => [String(at + 1).padStart(3, '0'), { zh }]))
const tables = fc
  .dictionary(fc.stringMatching(/^[0-9A-Z]{1,3}$/), fc.record({ zh: fc.constantFrom('台', '座', '辆') }))
  .map((rows): Rows => new Map(Object.entries(rows)))

describe('an update of a published table', () => {
  it('brings any edition to any other, and taken again changes nothing (property)', async () => {
    await fc.assert(
      fc.asyncProperty(tables, tables, fc.boolean(), async (a, b, isWhole) => {
        const update = published('unit', isWhole ? undefined : a, b, '4', '5')
        const plan = await planned(update, here(taken('4', a)))
        expect(plan.rows).toEqual(b)
        const { added, changed, removed, same } = plan.counts
        expect([added + changed + same, changed + removed + same]).toEqual([b.size, a.size])
        const again = await planned(update, here(taken('5', b)))
        expect([again.isHere, again.changes, again.rows]).toEqual([true, [], b])
      }),
    )
  })

  it('hangs on the one before: none is left out, taken out of turn, or laid over something else (property)', async () => {
    await fc.assert(
      fc.asyncProperty(tables, tables, tables, async (a, b, c) => {
        const [first, second] = [published('unit', a, b, '1', '2'), published('unit', b, c, '2', '3')]
        const at = taken('1', a)
        expect(await refused(second, here(at))).toBe('reference-version')
        expect(await refused(first, here(taken('3', c)))).toBe('reference-older')
        if (digest(a) !== digest(b)) expect(await refused(first, here(taken('1', b)))).toBe('reference-base')
        expect(await refused(first, here({ ...at, signer: 'another' }))).toBe('reference-version')
        expect(await refused(first, here())).toBe('reference-version')
      }),
    )
  })

  it('has to give what its publisher says it gives: a row more, less or otherwise is refused', async () => {
    const [a, b] = [unit('台', '座'), unit('台', '架', '辆')]
    const good = published('unit', a, b, '1', '2')
    const at = here(taken('1', a))
    const bad: Partial<Update>[] = [
      { put: good.put.slice(1) },
      { put: [...good.put, { key: '009', row: { zh: '箱' } }] },
      { put: good.put.map((one) => ({ ...one, row: { zh: '箱' } })) },
      { drop: ['001'] },
      { digest: digest(a) },
    ]
    for (const more of bad) expect(await refused({ ...good, ...more }, at)).toBe('reference-digest')
    expect(await refused({ ...good, put: [...good.put, good.put[0]!] }, at)).toBe('reference-twice')
    expect(await refused({ ...good, drop: [good.put[0]!.key] }, at)).toBe('reference-twice')
    expect(await refused(good, at)).toBeUndefined()
    // The same number for something else, as somebody has it who signed twice.
    const other = published('unit', undefined, a, '1', '2')
    expect(await refused(other, here(taken('2', b)))).toBe('reference-same-version')
  })

  it('never goes back, though rightly signed; numbers count as numbers, other names cannot be compared', async () => {
    const whole = (to: string) => published('unit', undefined, unit('台'), '', to)
    const at = (version: string) => here(taken(version, unit('座')))
    expect(await refused(whole('9'), at('10'))).toBe('reference-older')
    expect(await refused(whole('11'), at('10'))).toBeUndefined()
    expect(await refused(whole('2026-01-02'), at('2026-01-03'))).toBe('reference-older')
    expect(await refused(whole('2025-A'), at('2026-A'))).toBeUndefined()
  })

  it('names the row that is wrong, its field and what to do, and takes none of it', async () => {
    const rows = new Map<string, Row>([['001', { zh: '台' }]])
    const wrong = async (table: string, key: string, row: Row) => {
      const update = published(table, undefined, new Map([...rows, [key, row]]), '', '1')
      const plan = await planUpdate(update, signer, here())
      return isRefusal(plan) ? [plan.code, plan.text.zh] : []
    }
    expect(await wrong('unit', '005', { en: 'x' })).toEqual([
      'reference-row',
      '第 2 行（005）的“zh”不对：没有填写，或类型不对',
    ])
    expect((await wrong('unit', '../5', { zh: '台' }))[1]).toContain('第 1 行（../5）的“key”不对')
    expect((await wrong('nothing', '1', {}))[0]).toBe('reference-table')
    rows.clear()
    rows.set('#', { edition: '2027', from: '2027-01-01', complete: true })
    const line = { code: '0101210010', name: '改良种用马', from: '2027-01-01' }
    expect(await wrong('tariff', '0101210010 2027-01-01', line)).toEqual([])
    expect((await wrong('tariff', '0101210090 2027-01-01', line))[1]).toContain('“key”')
    expect((await wrong('tariff', '0101210010 2027-01-01', { ...line, vat: '十三' }))[1]).toContain('“vat”')
    rows.clear()
    expect((await wrong('tariff', '0101210010 2027-01-01', line))[0]).toBe('reference-whole')
  })

  it('is refused where a table as a whole is none, or is of another name', async () => {
    const [list] = shippedLists
    const rows = rowsOf(rowsOfList(list!))
    const whole = (table: string, of: Rows) => published(table, undefined, of, '', '1')
    expect(await refused(whole(tableOfList(list!.id), rows), here())).toBeUndefined()
    expect(await refused(whole(tableOfList('another'), rows), here())).toBe('reference-whole')
    rows.delete('#')
    expect(await refused(whole(tableOfList(list!.id), rows), here())).toBe('reference-whole')
    const zone = rowsOf(rowsOfZone(zoneById('huzhou')!))
    expect(await refused(whole(tableOfZone('huzhou'), zone), here())).toBeUndefined()
    expect(await refused(whole(tableOfZone('jiaxing'), zone), here())).toBe('reference-whole')
    const later = new Map([...zone, ['edition', { value: '2099-01-01' }]])
    expect(await refused(whole(tableOfZone('huzhou'), zone), here(undefined, { inForce: later }))).toBe(
      'reference-whole',
    )
    zone.delete('platform')
    expect(await refused(whole(tableOfZone('huzhou'), zone), here())).toBe('reference-whole')
  })

  it('tells rows in which the officer says something else, and only those', async () => {
    const own = new Map<string, Row>([
      ['001', { zh: '机器' }],
      ['002', { zh: '座' }],
      ['900', { zh: '箱' }],
    ])
    const { conflicts } = await planned(
      published('unit', undefined, unit('台', '座'), '', '1'),
      here(undefined, { own }),
    )
    expect(conflicts).toEqual([{ key: '001', before: { zh: '机器' }, after: { zh: '台' } }])
  })
})

describe('a table from a plain file', () => {
  it('is a zone or a list; of anything else and of what is not sound it is said why, field by field', async () => {
    const zone = { ...zoneById('lishui')!, id: 'wenzhou' }
    const update = plainUpdate(zone, 'w.json')
    if (isRefusal(update)) throw new Error(update.code)
    expect(update).toMatchObject({ table: 'zone-wenzhou', from: null, to: zone.edition })
    expect(await refused(update, here(), undefined)).toBeUndefined()
    expect(plainUpdate(shippedLists[0], 'l.json')).toMatchObject({ table: tableOfList(shippedLists[0]!.id) })
    expect(plainUpdate({ ...zone, colour: 'red' }, 'w.json')).toMatchObject({
      code: 'reference-faults',
      faults: [{ field: 'colour' }],
    })
    expect(plainUpdate({ ...shippedLists[0], from: 'soon' }, 'l.json')).toMatchObject({
      code: 'reference-faults',
      faults: [{ field: 'from' }],
    })
    expect(plainUpdate({ ...calendarFile, years: [] }, 'c.json')).toMatchObject({
      faults: [{ field: 'years' }],
    })
    expect(plainUpdate({ years: calendarFile.years }, 'c.json')).toMatchObject({
      faults: [{ field: 'version' }],
    })
    for (const other of [{}, null, [], 'x']) {
      expect(plainUpdate(other, 'x.json')).toMatchObject({ code: 'reference-plain' })
    }
  })
})

const year = (of: number, more: object = {}) => ({
  year: of,
  source: `${of} 年通知`,
  off: [
    ['01-01', '01-03'],
    ['10-01', '10-07'],
  ],
  worked: [] as string[],
  ...more,
})
const calendarFile = { version: '2027-1', years: [year(2027), year(2028)] }

describe('a work calendar', () => {
  const shipped: Rows = new Map([2025, 2026].map((of): [string, Row] => [String(of), year(of)]))
  const at = here(undefined, { beside: shipped, inForce: shipped })

  it('comes from a plain file; the shipped years go on, and one it has too is changed, not lost', async () => {
    const update = plainUpdate(
      { version: '1', years: [year(2027), year(2026, { source: '更正' })] },
      'c.json',
    )
    if (isRefusal(update)) throw new Error(update.code)
    expect(update).toMatchObject({ table: 'work-calendar', from: null, to: '1' })
    const plan = await planUpdate(update, undefined, at)
    if (isRefusal(plan)) throw new Error(plan.code)
    expect([...plan.rows.keys()]).toEqual(['2027', '2026'])
    expect(plan.counts).toEqual({ added: 1, changed: 1, removed: 0, same: 1 })
  })

  it('leaves out no year between those that count, of which the shipped are some', async () => {
    const rows = (...years: number[]): Rows => new Map(years.map((of) => [String(of), year(of)]))
    const whole = (of: Rows) => published('work-calendar', undefined, of, '', '1')
    expect(await refused(whole(rows(2027, 2028)), at)).toBeUndefined()
    expect(await refused(whole(rows(2024)), at)).toBeUndefined()
    for (const [given, missing] of [
      [rows(2028), 2027],
      [rows(2023), 2024],
      [rows(2027, 2029), 2028],
    ] as const) {
      const plan = await planUpdate(whole(given), undefined, at)
      expect(isRefusal(plan) && [plan.code, plan.text.zh]).toEqual([
        'reference-whole',
        `表中的“year”不对：缺 ${missing} 年的节假日，请一并写入`,
      ])
    }
  })

  it.each([
    [{ off: [['02-29', '03-01']] }, 'off.0', '“02-29”不是 2027 年的一天'],
    [{ off: [['02-28', '02-30']] }, 'off.0', '“02-30”不是 2027 年的一天'],
    [{ off: [['5-1', '05-03']] }, 'off.0', '“5-1”不是 2027 年的一天'],
    [{ off: [['12-31', '01-02']] }, 'off.0', '12-31–01-02：放假的首日晚于末日'],
    [
      {
        off: [
          ['05-01', '05-03'],
          ['05-03', '05-05'],
        ],
      },
      'off.1',
      '05-03–05-05 与前面写的一段放假重叠',
    ],
    [
      {
        off: [
          ['05-02', '05-03'],
          ['05-01', '05-05'],
        ],
      },
      'off.1',
      '05-01–05-05 与前面写的一段放假重叠',
    ],
    [{ off: [] }, 'off', '写法不对'],
    [{ worked: ['02-22'] }, 'worked.0', '02-22 不是星期六或星期日'],
    [{ worked: ['02-30'] }, 'worked.0', '“02-30”不是 2027 年的一天'],
    [{ worked: ['10-02'] }, 'worked.0', '10-02 又写为放假'],
    [{ worked: ['02-20', '02-20'] }, 'worked.1', '02-20 写了两次'],
    [{ source: ' ' }, 'source', '写法不对'],
    [{ year: 1999 }, 'year', '写法不对'],
    [{ days: 11 }, 'days', '不认识这个字段'],
  ])('with %j is refused by row, field and remedy', async (more, field, said) => {
    const rows: Rows = new Map([['2027', year(2027, more)]])
    const plan = await planUpdate(published('work-calendar', undefined, rows, '', '1'), signer, here())
    expect(isRefusal(plan) && [plan.code, plan.text.zh, plan.fix.zh]).toEqual([
      'reference-row',
      expect.stringContaining(`第 1 行（2027）的“${field}”不对：${said}`),
      expect.stringContaining('发布方'),
    ])
    const plain = plainUpdate({ version: '1', years: [year(2027, more)] }, 'c.json')
    expect(plain).toMatchObject({
      code: 'reference-faults',
      faults: [{ field: `years.0.${field}`, why: { zh: expect.stringContaining(said) } }],
    })
  })

  it('says in its own words what to correct, where nobody signed it', () => {
    const worked = ['10-02', '02-20']
    expect(plainUpdate({ version: '1', years: [year(2027, { worked })] }, 'c.json')).toMatchObject({
      faults: [{ fix: { zh: '放假和上班只留一种，按通知改正', en: 'Keep one of the two, by the notice' } }],
    })
  })

  it('accepts what real notices say: stretches side by side, a leap day, a weekend day worked', async () => {
    const good = year(2028, {
      off: [
        ['02-29', '02-29'],
        ['03-01', '03-02'],
      ],
      worked: ['02-26', '03-04'],
    })
    const rows: Rows = new Map([['2028', good]])
    expect(await refused(published('work-calendar', undefined, rows, '', '1'), here())).toBeUndefined()
    expect(
      await refused(published('work-calendar', undefined, new Map([['2027', good]]), '', '1'), here()),
    ).toBe('reference-row')
  })
})

describe('the kinds', () => {
  it('each have tables of their own', () => {
    const tables = [
      'unit',
      'list-x',
      'zone-x',
      'tariff',
      'code-changes',
      'rebate-rates',
      'exchange-rates',
      'safe-rates',
      'work-calendar',
    ]
    expect(tables.map((table) => referenceKinds.filter((kind) => kind.owns(table)).length)).toEqual(
      tables.map(() => 1),
    )
    expect(new Set(tables.map((table) => kindOf(table)?.id)).size).toBe(referenceKinds.length)
  })
})
