import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsIn, isAllowed, sbomOf } from './sbom.mjs'

const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package-lock.json'), 'utf8')) as never
const good = {
  version: '1.0.0',
  license: 'MIT',
  integrity: 'sha512-AA==',
  resolved: 'https://registry.example/a.tgz',
}
const faults = (change: object) =>
  faultsIn({ packages: { '': good, 'node_modules/a': { ...good, ...change } } })

describe('the bill of materials', () => {
  it('names every package of the lock file with its digest; what is shipped is required', () => {
    const { components } = sbomOf(lock, { name: 'yiguan', version: '1' })
    const found = new Map(components.map((one) => [one.name, one]))
    expect(found.get('zustand')).toMatchObject({
      scope: 'required',
      purl: expect.stringMatching(/^pkg:npm\/zustand@/) as string,
    })
    expect(found.get('electron')?.scope).toBe('required')
    expect(found.get('eslint')?.scope).toBe('excluded')
    for (const { hashes } of components) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
  })

  it('has no package that nobody looked at', () => expect(faultsIn(lock)).toEqual([]))

  it.each([
    [{ license: 'GPL-3.0' }, /under GPL-3.0/],
    [{ license: undefined }, /names no licence/],
    [{ license: 'MPL-2.0' }, /under MPL-2.0/],
    [{ integrity: undefined }, /not pinned/],
    [{ integrity: 'sha1-AA==' }, /not pinned/],
  ])('refuses %j', (change, fault) => expect(faults(change).join()).toMatch(fault))

  it('takes what a tool only is under, and refuses a second source', () => {
    expect(faults({ license: 'MPL-2.0', dev: true })).toEqual([])
    const b = { ...good, resolved: 'git+ssh://elsewhere/b.git' }
    expect(faultsIn({ packages: { 'node_modules/a': good, 'node_modules/b': b } })).toHaveLength(1)
  })

  it('reads a choice and a sum of licences', () => {
    expect(isAllowed('(MIT OR GPL-3.0-or-later)')).toBe(true)
    expect(isAllowed('(MIT AND GPL-2.0)')).toBe(false)
    expect(isAllowed('(MIT AND Zlib)')).toBe(true)
  })
})
