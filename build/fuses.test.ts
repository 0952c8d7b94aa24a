import { describe, expect, it } from 'vitest'
import { faultsOf, fuses, withFuses } from './fuses.mjs'

/** A binary as Electron documents it: the sentinel, the form, the number, a character for each fuse. */
const binary = (states: string, form = 1) =>
  Buffer.concat([
    Buffer.from('MZ anything dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([form, states.length]),
    Buffer.from(`${states} and what comes behind`),
  ])
/** As Electron ships it. */
const shipped = '101100011'

describe('the fuses of a released binary', () => {
  it('are named when they are as Electron ships them, and right after setting, with nothing else changed', () => {
    const before = binary(shipped)
    expect(faultsOf(before)).toEqual([
      ...['RunAsNode is not off', 'EnableCookieEncryption is not on'],
      ...['EnableNodeOptionsEnvironmentVariable is not off', 'EnableNodeCliInspectArguments is not off'],
      ...['EnableEmbeddedAsarIntegrityValidation is not on', 'OnlyLoadAppFromAsar is not on'],
      'GrantFileProtocolExtraPrivileges is not off',
    ])
    const after = withFuses(before)
    expect(faultsOf(after)).toEqual([])
    expect(Buffer.from(after)).toEqual(binary(fuses.map(({ is }) => (is ? '1' : '0')).join('')))
  })

  it('are set and judged in each half of a binary for two processors, and left where Electron removed one', () => {
    const both = Buffer.concat([binary(shipped), binary(`r${shipped.slice(1)}`)])
    const after = Buffer.from(withFuses(both))
    expect(faultsOf(after)).toEqual([])
    expect(after.toString('latin1')).toContain('\u0001\tr10011001')
    expect(faultsOf(Buffer.concat([binary(shipped), after]))).not.toEqual([])
  })

  it('are not guessed: one more than the table, another form, a file without any', () => {
    expect(() => withFuses(binary(`${shipped}0`))).toThrow('10 fuses')
    expect(faultsOf(binary(`${shipped}0`))).toContain('fuse 10 is not in the table')
    expect(() => faultsOf(binary(shipped, 2))).toThrow('form 2')
    expect(() => faultsOf(Buffer.from('no binary'))).toThrow('no fuses')
  })
})
