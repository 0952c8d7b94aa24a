import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { advisoriesIn, auditOf, isWithin, type Advisory } from './audit.mjs'

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.2.3' },
    'node_modules/b/node_modules/a': { version: '2.0.0', dev: true },
    'node_modules/@scope/c': { version: '1.0.0-rc.1' },
  },
}
const advisory = (events: object[], change: Partial<Advisory> = {}, name = 'a'): Advisory => ({
  id: 'GHSA-1',
  modified: '2026-01-02T00:00:00Z',
  affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }],
  ...change,
})
const held = (...advisories: Advisory[]) =>
  auditOf(lock, advisories).found.map(({ name, version }) => `${name}@${version}`)

describe('a range', () => {
  it.each([
    ['1.2.3', [{ introduced: '0' }], true],
    ['1.2.3', [{ introduced: '0' }, { fixed: '1.2.3' }], false],
    ['1.2.2', [{ introduced: '0' }, { fixed: '1.2.3' }], true],
    ['1.2.3', [{ introduced: '1.2.3' }, { fixed: '2.0.0' }], true],
    ['1.2.2', [{ introduced: '1.2.3' }, { fixed: '2.0.0' }], false],
    ['1.2.3', [{ introduced: '0' }, { last_affected: '1.2.3' }], true],
    ['1.2.4', [{ introduced: '0' }, { last_affected: '1.2.3' }], false],
    ['2.1.0', [{ fixed: '2.2.0' }, { introduced: '2.0.0' }, { fixed: '1.5.0' }, { introduced: '0' }], true],
    ['1.6.0', [{ fixed: '2.2.0' }, { introduced: '2.0.0' }, { fixed: '1.5.0' }, { introduced: '0' }], false],
    ['1.10.0', [{ introduced: '0' }, { fixed: '1.9.0' }], false],
    ['1.0.0-rc.1', [{ introduced: '0' }, { fixed: '1.0.0' }], true],
    ['1.2.3', [{ introduced: 'nonsense' }], false],
  ])('holds %s in %j: %s', (version, events, is) => expect(isWithin(version, events)).toBe(is))
})

describe('the audit', () => {
  it('names each version of a package that an advisory holds against, and what is shipped of them', () => {
    const { found } = auditOf(lock, [advisory([{ introduced: '0' }, { fixed: '2.0.1' }])])
    expect(found).toMatchObject([
      { name: 'a', version: '1.2.3', isTool: false, fixed: ['2.0.1'] },
      { name: 'a', version: '2.0.0', isTool: true },
    ])
    expect(held(advisory([{ introduced: '0' }], {}, '@scope/c'))).toEqual(['@scope/c@1.0.0-rc.1'])
  })

  it('takes a version that is listed, and no advisory that was withdrawn or is of another registry', () => {
    const listed = [{ package: { ecosystem: 'npm', name: 'a' }, versions: ['1.2.3'] }]
    expect(held(advisory([], { affected: listed }))).toEqual(['a@1.2.3'])
    const elsewhere = [{ package: { ecosystem: 'PyPI', name: 'a' }, versions: ['1.2.3'] }]
    const all = [{ introduced: '0' }]
    expect(held(advisory([], { affected: elsewhere }), advisory(all, { withdrawn: '2026-01-03' }))).toEqual(
      [],
    )
  })

  it('says how many advisories it read and how young they are', () => {
    const two = [advisory([]), advisory([], { modified: '2026-03-01T00:00:00Z' })]
    expect(auditOf(lock, two)).toMatchObject({ read: 2, newest: '2026-03-01T00:00:00Z' })
    expect(auditOf(lock, [])).toMatchObject({ read: 0, newest: '' })
  })
})

describe('advisories', () => {
  const folder = () => {
    const made = mkdtempSync(path.join(tmpdir(), 'yiguan-audit-'))
    onTestFinished(() => rmSync(made, { recursive: true }))
    return made
  }
  const [first, second] = [advisory([]), advisory([], { id: 'MAL-2' })]

  it('are read from a folder and from a zip alike', () => {
    const at = folder()
    mkdirSync(path.join(at, '2026'))
    writeFileSync(path.join(at, '2026', 'GHSA-1.json'), JSON.stringify(first))
    writeFileSync(path.join(at, 'MAL-2.json'), JSON.stringify(second))
    writeFileSync(path.join(at, 'README.md'), 'no advisory')
    const zip = path.join(folder(), 'all.zip')
    const packed = { 'GHSA-1.json': JSON.stringify(first), 'MAL-2.json': JSON.stringify(second), 'x.txt': '' }
    writeFileSync(zip, zipSync(Object.fromEntries(Object.entries(packed).map(([n, t]) => [n, strToU8(t)]))))
    const ids = (from: string) => [...advisoriesIn(from)].map(({ id }) => id).sort()
    expect(ids(at)).toEqual(['GHSA-1', 'MAL-2'])
    expect(ids(zip)).toEqual(['GHSA-1', 'MAL-2'])
  })

  it.each([
    ['{', /no JSON/],
    ['[]', /no advisory/],
    ['null', /no advisory/],
  ])('name the file that is none: %s', (text, fault) => {
    const at = folder()
    writeFileSync(path.join(at, 'odd.json'), text)
    expect(() => [...advisoriesIn(at)]).toThrow(fault)
    expect(() => [...advisoriesIn(at)]).toThrow('odd.json')
  })
})
