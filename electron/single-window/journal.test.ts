import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { JournalConflict, readJournal, SendJournal } from './journal'

const entry = (n: number): JournalEntry => ({
  batchId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  contentHash: n.toString(16).padStart(64, '0'),
  marks: [`mark-${n}-a`, `mark-${n}-b`],
  at: '2025-03-03T01:00:00.000Z',
  account: 'A',
})

describe('send journal', () => {
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'))
    file = join(folder, 'sent.log')
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function written(...numbers: number[]): Promise<void> {
    const journal = await SendJournal.open(file)
    for (const n of numbers) await journal.append(entry(n))
    await journal.close()
  }

  it('is on disk when append resolves, and opens with the same entries', async () => {
    const journal = await SendJournal.open(file)
    await journal.append(entry(1))
    expect((await readJournal(file)).entries).toEqual([entry(1)])
    await journal.append(entry(2))
    await journal.close()
    const again = await SendJournal.open(file)
    expect(await again.entries()).toEqual([entry(1), entry(2)])
    await again.close()
  })

  it('survives a last line torn at any byte, and goes on after it', async () => {
    await written(1)
    const whole = (await readFile(file)).length
    await written(2)
    const full = await readFile(file)
    for (let length = whole; length < full.length - 1; length += 1) {
      await writeFile(file, full)
      await truncate(file, length)
      expect((await readJournal(file)).entries).toEqual([entry(1)])
      await written(3)
      const { entries, damaged } = await readJournal(file)
      expect(entries).toEqual([entry(1), entry(3)])
      expect(damaged).toBe(length === whole ? 0 : 1)
    }
  })

  it('counts and skips a damaged line in the middle', async () => {
    await written(1, 2, 3)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('mark-2-a', 'mark-9-a'))
    const { entries, damaged } = await readJournal(file)
    expect([entries, damaged]).toEqual([[entry(1), entry(3)], 1])
    await appendFile(file, 'rubbish\n')
    expect((await readJournal(file)).damaged).toBe(2)
  })

  it('writes a batch once, and never takes other bytes under its id', async () => {
    await written(1, 1)
    expect((await readFile(file, 'utf8')).split('\n').length).toBe(2)
    const journal = await SendJournal.open(file)
    const other = { ...entry(1), contentHash: 'f'.repeat(64) }
    await expect(journal.append(other)).rejects.toThrow(JournalConflict)
    await journal.append(entry(2))
    expect(await journal.entries()).toEqual([entry(1), entry(2)])
    await journal.close()
  })

  it('keeps simultaneous appends apart', async () => {
    const journal = await SendJournal.open(file)
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => journal.append(entry(n))))
    await journal.close()
    const { entries, damaged } = await readJournal(file)
    expect([entries.length, damaged]).toEqual([8, 0])
  })

  it('takes over what another journal knows, in either direction and any number of times', async () => {
    await written(1, 2)
    const journal = await SendJournal.open(file)
    expect(await journal.merge([entry(2), entry(3)])).toBe(1)
    expect(await journal.merge([entry(2), entry(3)])).toBe(0)
    await journal.close()
    expect((await readJournal(file)).entries.map(({ batchId }) => batchId)).toEqual(
      [1, 2, 3].map((n) => entry(n).batchId),
    )
  })

  it('keeps fields of a newer version', async () => {
    const journal = await SendJournal.open(file)
    await journal.append({ ...entry(1), desk: 'D2' } as JournalEntry)
    await journal.close()
    expect((await readJournal(file)).entries[0]).toHaveProperty('desk', 'D2')
  })
})
