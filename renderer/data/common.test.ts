import { afterEach, describe, expect, it } from 'vitest'
import type { OwnCode } from '#shared/codes/own'
import { bytesOfFile, textOfFile, wholeFiles, type WholeFile } from './whole-file'
import { CommonStore } from './common'

const stores: CommonStore[] = []
const open = () => {
  const store = new CommonStore()
  stores.push(store)
  return store
}
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()))
  indexedDB.deleteDatabase('common')
})

const code: OwnCode = {
  table: 'currency',
  code: '999',
  name: '甲',
  firstSeen: '2026-01-01',
  source: 'typed',
}

describe('the common store', () => {
  it('remembers a code with the day it was first seen and its newest name', async () => {
    await open().putCodes([code])
    await open().putCodes([{ ...code, name: '乙', firstSeen: '2026-02-02' }])
    expect((await open().ownCodes(false)).codes).toEqual([{ ...code, name: '乙' }])
  })

  it('does not lose the name of a code that is declared again', async () => {
    const seen = { ...code, name: '', source: 'declared' }
    await open().putCodes([seen])
    expect((await open().ownCodes(false)).codes).toEqual([seen])
    await open().putCodes([code])
    await open().putCodes([seen])
    expect((await open().ownCodes(false)).codes).toEqual([code])
  })

  it('forgets a code and an edition when the officer takes them back', async () => {
    const edition = {
      table: 'unit',
      edition: '2026',
      date: '2026-01-01',
      source: 'u.xlsx',
      complete: true,
    } as const
    await open().putCodes([code])
    await open().setEdition(edition)
    expect((await open().ownCodes(false)).editions).toEqual([edition])
    await open().dropCodes([code])
    await open().dropEdition('unit')
    expect(await open().ownCodes(false)).toEqual({ codes: [], editions: [], published: [] })
  })

  it('keeps settings over a reopening', async () => {
    await open().set('grid.orders', { widths: [80, 120] })
    expect(await open().setting('grid.orders')).toEqual({ widths: [80, 120] })
    expect(await open().setting('never set')).toBeUndefined()
  })
})

describe('a file that is read in one piece', () => {
  /** As long as it says, without being there. */
  const long = (bytes: number) =>
    Object.defineProperty(new File(['x'], '备份.zip'), 'size', { value: bytes }) as File

  it.each(Object.entries(wholeFiles) as [WholeFile, number][])(
    'is no longer than its kind: %s',
    async (kind, most) => {
      const refused = { code: 'file-too-large', params: { file: '备份.zip', max: most / 1_048_576 } }
      await expect(bytesOfFile(long(most + 1), kind)).rejects.toMatchObject(refused)
      await expect(textOfFile(long(most + 1), kind)).rejects.toMatchObject(refused)
      expect(await textOfFile(long(most), kind)).toBe('x')
    },
  )
})
