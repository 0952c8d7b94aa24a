import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { TestDesk } from '../merge/testing'
import { readDeskFile, writeDeskFile, type DeskFile } from './desk-file'

const digest = (bytes: Uint8Array) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))

function sample(): DeskFile {
  const desk = new TestDesk('A')
  desk.edit({ $: true, gname: '搪瓷杯' })
  return {
    head: {
      book: 'practice',
      enterprise: '000096YG01',
      desk: { id: '11111111-1111-4111-8111-111111111111', code: 'A', name: '王关务' },
      at: '2026-01-01T00:00:00Z',
    },
    records: [desk.record],
  }
}

describe('a carried file', () => {
  it('is read as it was written', async () => {
    expect(await readDeskFile(await writeDeskFile(sample(), digest), digest)).toEqual({
      ok: true,
      file: sample(),
    })
  })

  it('is refused as a whole when any byte of it was changed', async () => {
    const bytes = await writeDeskFile(sample(), digest)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 0x55
      const read = await readDeskFile(changed, digest)
      // Bytes that hold names and times of the zip may change without changing what is in it.
      if (read.ok) expect(read.file).toEqual(sample())
    }
  })

  it('tells another file, and one of a newer version, from a damaged one', async () => {
    const code = async (bytes: Uint8Array) => {
      const read = await readDeskFile(bytes, digest)
      return read.ok ? 'ok' : read.fault.code
    }
    expect(await code(new TextEncoder().encode('orders.csv'))).toBe('no-desk-file')
    const bytes = await writeDeskFile(sample(), digest)
    expect(await code(bytes.slice(0, bytes.length / 2))).toBe('no-desk-file')
    const wrong = () => Promise.resolve('0'.repeat(64))
    expect(await code(await writeDeskFile(sample(), wrong))).toBe('desk-file-damaged')
  })
})
