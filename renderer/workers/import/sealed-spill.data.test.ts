import { describe, expect, it, vi } from 'vitest'
import { importFile } from '#shared/import/import'
import type { ImportItem } from '#shared/import/api'
import { encodeText } from '../../data/sealing/bytes'
import { SealedSpill } from './sealed-spill'
import { digestText } from './sink'

const BOOK = 'spill-test'
const collect = async (run: { read(): AsyncIterable<string[]> }) => {
  const lines: string[] = []
  for await (const batch of run.read()) lines.push(...batch)
  return lines
}

/** Everything this book left in the private file system, as text. */
async function onDisk(): Promise<string[]> {
  const root = await navigator.storage.getDirectory()
  const texts: string[] = []
  for await (const handle of root.values()) {
    if (handle.kind !== 'directory' || !handle.name.includes(BOOK)) continue
    for await (const file of (handle as FileSystemDirectoryHandle).values()) {
      texts.push(await (await (file as FileSystemFileHandle).getFile()).text())
    }
  }
  return texts
}

describe('temporary runs in the browser', () => {
  it.each(['key', 'sm4-gcm.key'])(
    'give back what was appended, unreadable on disk, with key %s',
    async (kid) => {
      const aes = vi.spyOn(crypto.subtle, 'encrypt')
      const spill = new SealedSpill(BOOK, kid)
      const [a, b] = [await spill.run('a'), await spill.run('b')]
      await a.append(['张小明', 'x y'])
      await b.append(['only'])
      await a.append(['last'])
      expect(await collect(a)).toEqual(['张小明', 'x y', 'last'])
      expect(await collect(b)).toEqual(['only'])
      const texts = await onDisk()
      expect(texts.filter((text) => text.length > 0)).toHaveLength(2)
      expect(texts.join('')).not.toMatch(/张小明|only|last/)
      // Of the book's cipher: what is sealed with SM4 never goes to WebCrypto.
      expect(aes).toHaveBeenCalledTimes(kid === 'key' ? 3 : 0)
      aes.mockRestore()
      await spill.dispose()
    },
  )

  it('are gone after the import, also when it was cancelled in the middle of writing', async () => {
    const spill = new SealedSpill(BOOK, 'key')
    await (await spill.run('a')).append(['half'])
    await spill.dispose()
    expect(await onDisk()).toEqual([])
  })

  it('of a killed import are removed by the next one', async () => {
    const killed = await new SealedSpill(BOOK, 'key').run('a')
    await killed.append(['left over'])
    await collect(killed)
    const next = new SealedSpill(BOOK, 'key')
    await next.run('b')
    expect(await onDisk()).toHaveLength(1)
    await next.dispose()
  })

  it('make the same orders as the heap', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `N${(i * 7) % 90},S${i},Lamp,1,2.50,USD`)
    const bytes = encodeText(`order id,sku,name,quantity,price,currency\n${rows.join('\n')}\n`)
    const orders = async (spill?: SealedSpill) => {
      const items: ImportItem[] = []
      const outcome = await importFile({
        bytes: {
          async *open() {
            yield await Promise.resolve(bytes)
          },
        },
        fileName: 'f',
        kind: 'orders',
        profile: 'auto',
        decoder: (encoding) => new TextDecoder(encoding),
        digest: digestText,
        ...(spill && { spill, rowsInMemory: 50 }),
        sink: { records: (batch) => void items.push(...batch), refused() {}, warnings() {} },
      })
      return { outcome, items: items.sort((a, b) => (a.key < b.key ? -1 : 1)) }
    }
    expect(await orders(new SealedSpill(BOOK, 'key'))).toEqual(await orders())
  })
})
