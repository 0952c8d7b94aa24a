import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '../codes/load'
import { usccCheckCharacter } from '../codes/identifiers/uscc'
import { strengthOf } from '../rules/rule'
import { clauseIds, type ClauseId } from './clause-catalogue'
import { compareZones } from './compare'
import type { ZoneSubject } from './conditions'
import { clauseVerdict, zoneVerdicts } from './eligibility'
import { readZone } from './read-zone'
import { ZoneFile, type Zone } from './zone'
import { isSameZone, rowsOfZone, zoneFileOf } from './zone-rows'
import { zoneBook, zoneById, zoneInEdition, zones } from './zones'

const zone = (id: string): Zone => zoneById(id)!
const fileOf = ({ leavesFirst: _, combines1210And9610: __, ...file }: Zone) => file
const twelfth = (more: Record<string, unknown> = {}): unknown =>
  JSON.parse(
    JSON.stringify({
      ...fileOf(zone('lishui')),
      id: 'wenzhou',
      name: { zh: '温州', en: 'Wenzhou' },
      divisions: ['3303'],
      ...more,
    }),
  )

describe('the shipped zones', () => {
  it('are eleven, each found by its id, each with one city of its own', () => {
    expect(zones).toHaveLength(11)
    expect(new Set(zones.map(({ id }) => id)).size).toBe(11)
    expect(new Set(zones.flatMap(({ divisions }) => divisions)).size).toBe(11)
    for (const one of zones) expect(zoneById(one.id)).toBe(one)
    expect(zoneById('nowhere')).toBeUndefined()
  })

  it('lead to customs offices and modes that exist', async () => {
    const book = await loadCodeBook()
    for (const { customsPrefix, modes } of zones) {
      expect(book.table('district').rows.some(({ code }) => code.startsWith(customsPrefix))).toBe(true)
      for (const mode of modes) expect(book.lookup('supervision-mode', mode)).toBeDefined()
    }
  })

  it('have every clause with its place in the plan and its words', () => {
    for (const { clauses } of zones) {
      for (const { article, quote } of clauses) {
        expect(article).toMatch(/^[一二三四]（[一二三四五六七八]）\d?$/)
        expect(quote.length).toBeGreaterThan(5)
      }
    }
    expect(zones.filter(({ leavesFirst }) => leavesFirst).map(({ id }) => id)).toEqual([
      'shijiazhuang',
      'tangshan',
    ])
    expect(zones.filter((one) => one.combines1210And9610).map(({ id }) => id)).toEqual(['tangshan'])
  })

  it('say what no text settles', () => {
    for (const { unconfirmed } of zones) expect(unconfirmed).toContain('rejectedAppType')
  })

  it('name the tax function in the words of their plan', () => {
    expect(zone('huzhou').taxFunction.zh).toBe('免税申报')
    expect(zone('foshan').taxFunction.zh).toBe('退免税')
    expect(zone('langfang').taxFunction.zh).toBe('退税')
  })
})

describe('a further zone', () => {
  it('is a data file', () => {
    const book = zoneBook([{ file: 'wenzhou.json', json: twelfth() }])
    expect(book.faults).toEqual([])
    expect(book.zones.map(({ id }) => id)).toEqual([...zones.map(({ id }) => id), 'wenzhou'])
  })

  it.each([
    ['a field nobody knows', { colour: 'red' }, 'colour'],
    [
      'a clause nobody knows',
      { clauses: [{ clause: 'free-lunch', said: 'stated', article: '', quote: 'x' }] },
      'clauses.0.clause',
    ],
    ['no platform', { platform: undefined }, 'platform'],
    ['a division of three digits', { divisions: ['331'] }, 'divisions.0'],
    ['a third appType', { rejectedAppType: '3' }, 'rejectedAppType'],
    ['a mark on a field that is none', { unconfirmed: ['colour'] }, 'unconfirmed.0'],
    [
      'an effect nobody knows',
      { matching: { effects: { 'payment-missing': 'maybe' } } },
      'matching.effects.payment-missing',
    ],
    [
      'an act nobody knows',
      { acts: { list: { rejected: [{ action: 'shred', text: { zh: '一', en: 'a' } }] } } },
      'acts.list.rejected.0.action',
    ],
  ])('is refused for %s, by file, field and remedy', (_, more, field) => {
    const { zones: left, faults } = zoneBook([{ file: 'w.json', json: twelfth(more) }])
    expect(left).toHaveLength(11)
    expect(faults.map((fault) => [fault.file, fault.field])).toEqual([['w.json', field]])
    for (const text of [faults[0]!.text, faults[0]!.why, faults[0]!.fix]) {
      expect(text.zh).not.toBe('')
      expect(text.en).not.toMatch(/[一-龥]/)
    }
  })

  it('does not keep the sound ones from being read', () => {
    const { zones: all, faults } = zoneBook([
      { file: 'a.json', json: ['id'] },
      { file: 'b.json', json: twelfth() },
    ])
    expect(all).toHaveLength(12)
    expect(faults.map(({ file, field }) => [file, field])).toEqual([['a.json', '']])
  })

  it('takes the place of an older edition, and is refused when it is older', () => {
    const huzhou = fileOf(zone('huzhou'))
    const edit = (edition: string) => ({ ...huzhou, edition, platform: '新平台' })
    const newer = zoneBook([{ file: 'h.json', json: edit('2027-01-01') }])
    expect(newer.zones).toHaveLength(11)
    expect(newer.zones.find(({ id }) => id === 'huzhou')!.platform).toBe('新平台')
    const older = zoneBook([{ file: 'h.json', json: edit('2020-01-01') }])
    expect(older.zones.find(({ id }) => id === 'huzhou')!.platform).toBe(huzhou.platform)
    expect(older.faults.map(({ field }) => field)).toEqual(['edition'])
    const rival = zoneBook([{ file: 'h.json', json: edit(huzhou.edition) }])
    expect(rival.zones.find(({ id }) => id === 'huzhou')!.platform).toBe(huzhou.platform)
    expect(rival.faults.map(({ field }) => field)).toEqual(['edition'])
    const both = zoneBook([
      { file: 'b.json', json: edit('2028-01-01') },
      { file: 'a.json', json: edit('2027-01-01') },
    ])
    expect(both.faults).toEqual([])
    const used = (edition?: string) => zoneInEdition(both, 'huzhou', edition)?.edition
    expect(both.zones.find(({ id }) => id === 'huzhou')!.edition).toBe('2028-01-01')
    // Without a choice the first counts; a choice that is not here is stood in for by the latest.
    expect([used(), used('2027-01-01'), used('2001-01-01')]).toEqual([
      huzhou.edition,
      '2027-01-01',
      '2028-01-01',
    ])
    const same = zoneBook([{ file: 'h.json', json: huzhou }])
    expect(same.faults).toEqual([])
  })

  it.each(zones)('comes back from its rows, in whatever order these are: $id', (one) => {
    const rows = rowsOfZone(one)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    const read = readZone(zoneFileOf(rows.toReversed().map(({ key, row }) => [key, row])), 'rows')
    expect(read.ok && isSameZone(read.zone, one)).toBe(true)
    expect(read.ok && isSameZone({ ...read.zone, platform: '别的' }, one)).toBe(false)
  })

  it('never throws, whatever the file holds', () => {
    const keys = fc.constantFrom(...Object.keys(ZoneFile.shape))
    fc.assert(
      fc.property(keys, fc.jsonValue(), (key, value) => {
        const read = readZone({ ...fileOf(zone('foshan')), [key]: value }, 'any.json')
        return read.ok || read.faults.every(({ file, fix }) => file === 'any.json' && fix.zh !== '')
      }),
    )
  })
})

describe('two zones', () => {
  it('as editions of one: whatever was changed is listed, except for the day itself', () => {
    const changes: Partial<Record<keyof ZoneFile, unknown>> = {
      name: { zh: '某', en: 'Some' },
      province: { zh: '某', en: 'Some' },
      customsPrefix: '99',
      divisions: ['99'],
      laterDivisions: { divisions: ['99'], note: { zh: '某', en: 'Some' } },
      modes: ['9999'],
      modesInWords: ['某'],
      platform: '某',
      upstream: '某',
      plan: { ...zone('huzhou').plan, title: '某' },
      access: ['某'],
      taxFunction: { zh: '某', en: 'Some' },
      functions: ['某'],
      layout: '某',
      places: ['某'],
      industries: ['某'],
      targets: [],
      riskLoop: ['某'],
      clauses: zone('huzhou').clauses.map((one, at) => (at === 0 ? { ...one, article: '某' } : one)),
      rejectedAppType: zone('huzhou').rejectedAppType === '1' ? '2' : '1',
      acts: {},
      matching: { lateDays: 99 },
      unconfirmed: [],
    }
    expect(new Set([...Object.keys(changes), 'id', 'edition'])).toEqual(new Set(Object.keys(ZoneFile.shape)))
    const later = (more: object) => ({ ...zone('huzhou'), edition: '2031-01-01', ...more }) as Zone
    for (const [field, value] of Object.entries(changes)) {
      const found = compareZones(zone('huzhou'), later({ [field]: value }))
      expect(found.map((one) => one.field.split('.')[0])).toContain(field)
    }
    expect(compareZones(zone('huzhou'), later({}))).toEqual([])
    expect(new Set(zoneVerdicts(later({}), { kind: 'enterprise' }).map(({ edition }) => edition))).toEqual(
      new Set(['2031-01-01']),
    )
  })

  it('differ in what their plans say differently, the other way round too', () => {
    const fields = (a: string, b: string) => compareZones(zone(a), zone(b)).map(({ field }) => field)
    expect(fields('huzhou', 'foshan')).toEqual(
      expect.arrayContaining(['taxFunction', 'modes', 'clauses.assessed-income-tax', 'targets.brands']),
    )
    expect(fields('langfang', 'cangzhou')).toContain('clauses.netting')
    expect(fields('langfang', 'cangzhou')).not.toContain('platform')
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...zones), (a, b) => {
        const [there, back] = [compareZones(a, b), compareZones(b, a)]
        expect(back).toEqual(there.map((one) => ({ ...one, left: one.right, right: one.left })))
        if (a === b) expect(there).toEqual([])
      }),
    )
  })

  it('mark the difference of a field that is not settled', () => {
    const differences = compareZones(zone('shantou'), zone('foshan'))
    expect(differences.find(({ field }) => field === 'targets.leaders')).toMatchObject({ unconfirmed: true })
    expect(differences.find(({ field }) => field === 'layout')).toMatchObject({ unconfirmed: false })
  })
})

const uscc = (division: string) => {
  const first = `91${division}00MA28TEST0`.slice(0, 17).replaceAll('S', '5')
  return first + usccCheckCharacter(first)
}
const seller: ZoneSubject = {
  kind: 'enterprise',
  uscc: uscc('3311'),
  filed: true,
  mode: '9610',
  voucher: 'none',
  clearedHere: true,
  goods: [{ sku: 'A', licence: 'N', exportDuty: 'N', rebate: 'N', refundCancelled: false }],
}

describe('a clause', () => {
  const state = (id: string, more: Partial<ZoneSubject>, clause: ClauseId) =>
    clauseVerdict(zone(id), { ...seller, ...more }, clause)

  it('is open to who meets every condition', () => {
    const verdict = state('lishui', {}, 'exempt-without-voucher')
    expect(verdict.state).toBe('applies')
    expect(verdict.says.zh).not.toMatch(/批准|通过/)
    expect(strengthOf(verdict.basis)).toBe('to-confirm')
  })

  it('is barred to an enterprise registered elsewhere, which is told where it is registered', () => {
    const verdict = state('lishui', { uscc: uscc('3303') }, 'exempt-without-voucher')
    expect(verdict.state).toBe('barred')
    expect(verdict.says.zh).toContain('3303')
    expect(verdict.says.zh).toContain('丽水为 3311')
  })

  it('believes the officer about a move before the digits of the code', () => {
    const moved = { uscc: uscc('3303'), registeredIn: '331102' }
    expect(state('lishui', moved, 'exempt-without-voucher').state).toBe('applies')
    expect(state('lishui', { registeredIn: '330302' }, 'exempt-without-voucher').state).toBe('barred')
  })

  it('cannot be judged by a code of a province or of the centre', () => {
    for (const division of ['3300', '1000']) {
      const { state: open, conditions } = state('lishui', { uscc: uscc(division) }, 'exempt-without-voucher')
      expect(open).toBe('open')
      expect(conditions.find(({ condition }) => condition === 'registered')?.state).toBe('open')
    }
  })

  it('is open, not barred, where the plan goes to the province later', () => {
    expect(state('tangshan', { uscc: uscc('1309') }, 'exempt-without-voucher').state).toBe('open')
    expect(state('tangshan', { uscc: uscc('3309') }, 'exempt-without-voucher').state).toBe('barred')
  })

  it.each([
    ['filed', { filed: false }, 'exempt-without-voucher', 'filed'],
    ['in retail export', { mode: '9710' }, 'exempt-without-voucher', 'retail-export'],
    ['without voucher', { voucher: 'special' }, 'exempt-without-voucher', 'no-voucher'],
    ['declared here', { clearedHere: false }, 'exempt-without-voucher', 'cleared-here'],
    [
      'with goods that kept the exemption',
      { goods: [{ sku: 'B', refundCancelled: true }] },
      'exempt-without-voucher',
      'not-cancelled',
    ],
    ['free of a licence', { goods: [{ sku: 'B', licence: 'Y' }] }, 'list-summary', 'free-of-licence'],
    ['a company', { kind: 'individual', registeredIn: '3311' }, 'assessed-income-tax', 'company'],
    ['of class 1 to 3', { refundClass: 4 }, 'paperless-refund', 'class-1-to-3'],
  ] as const)('that wants to be %s names just that', (_, more, clause, broken) => {
    const home = clause === 'paperless-refund' ? 'foshan' : 'lishui'
    const verdict = state(home, { registeredIn: home === 'foshan' ? '4406' : '3311', ...more }, clause)
    expect(verdict.state).toBe('barred')
    const names = verdict.conditions.flatMap((one) => (one.state === 'broken' ? [one.condition] : []))
    expect(names).toEqual([broken])
  })

  it('follows the national rule where the plan is silent, and is absent without one', () => {
    const silent = state('huzhou', { registeredIn: '3305' }, 'exempt-without-voucher')
    expect(silent).toMatchObject({ said: 'silent', state: 'applies' })
    expect(silent.says.zh).toContain('湖州方案没有写')
    expect(state('huzhou', {}, 'individual-no-cap').state).toBe('absent')
  })

  it('with unclear wording is never more than open when nothing else supports it', () => {
    const back = { registeredIn: '1302', mode: '9710' }
    expect(state('tangshan', back, 'return-free').state).toBe('open')
    expect(state('shijiazhuang', { ...back, registeredIn: '1301' }, 'return-free').state).toBe('applies')
  })

  it('has the rate of the plan, and none where the plan names none', () => {
    expect(state('foshan', {}, 'assessed-income-tax').rate).toBe('4')
    expect(state('quzhou', {}, 'assessed-income-tax')).not.toHaveProperty('rate')
  })

  it('needs filing and account of an individual before the cap falls', () => {
    const person: ZoneSubject = { kind: 'individual', registeredIn: '1302', filed: true }
    const cap = (more: Partial<ZoneSubject>) =>
      clauseVerdict(zone('tangshan'), { ...person, ...more }, 'individual-no-cap').state
    expect(cap({ settlementAccount: true })).toBe('applies')
    expect(cap({})).toBe('open')
    expect(cap({ settlementAccount: false })).toBe('barred')
  })
})

it('more knowledge never turns a barred clause into an open one', () => {
  const known = fc.record(
    { filed: fc.boolean(), matched: fc.boolean(), clearedHere: fc.boolean(), nameListed: fc.boolean() },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.constantFrom(...zones), known, known, (one, some, more) => {
      const before = zoneVerdicts(one, { ...seller, filed: true, ...some })
      const after = zoneVerdicts(one, { ...more, ...seller, filed: true, ...some })
      expect(before.map(({ clause }) => clause)).toEqual(clauseIds)
      before.forEach(({ state }, at) => {
        if (state === 'barred') expect(after[at]!.state).toBe('barred')
      })
    }),
  )
})
