import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSendJournals } from './send-journals'

const entry = {
  batchId: '11111111-1111-4111-8111-111111111111',
  contentHash: 'a'.repeat(64),
  marks: ['m'],
  at: '2026-11-01T00:00:00Z',
  account: 'practice|1234567890',
}

/** A stand-in for the key store of the machine: not readable as it lies there, and another text each time. */
let sealed = 0
const sealing = () => ({
  seal: (text: string) => `${++sealed}|${Buffer.from(text).toString('base64')}`,
  open: (text: string) => Buffer.from(text.split('|')[1]!, 'base64').toString(),
})

describe('the send journals of the books', () => {
  it('keep the books apart and outlast the process', async () => {
    const directory = path.join(await mkdtemp(path.join(tmpdir(), 'journals-')), 'new')
    const journals = createSendJournals(directory, sealing)
    await Promise.all([journals.append('book-a', entry), journals.append('book-a', entry)])
    expect(await journals.entries('book-b')).toEqual([])
    await journals.close()
    const later = createSendJournals(directory, sealing)
    expect(await later.entries('book-a')).toEqual([entry])
    expect(await later.entries('book-b')).toEqual([])
    await later.close()
    const onDisk = await readFile(path.join(directory, 'book-a.journal'), 'utf8')
    expect(onDisk).not.toContain('1234567890')
    expect(onDisk.trim().split('\n')).toHaveLength(1)
    expect((await readdir(directory)).sort()).toEqual(['book-a.journal', 'book-b.journal'])
  })

  it('still know what was sent when the machine cannot open what was sealed', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'journals-'))
    const journals = createSendJournals(directory, sealing)
    await journals.append('book-a', entry)
    await journals.close()
    const elsewhere = createSendJournals(directory, () => ({
      ...sealing(),
      open: () => {
        throw new Error('sealed by another machine')
      },
    }))
    expect(await elsewhere.entries('book-a')).toEqual([{ ...entry, account: '' }])
    await elsewhere.close()
  })
})
