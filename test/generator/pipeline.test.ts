import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { FileEncoding } from './encode'
import { invoiceLines } from './invoice-lines'
import { inventOrders } from './orders'
import { inFolder, plantedAndFound } from './planted-and-found'

it.each<FileEncoding>(['gb18030', 'utf-8-bom'])(
  'breaks planted in %s files survive the import and are all found, none invented',
  (encoding) =>
    inFolder(async (folder) => {
      const orders = [...inventOrders(1500, 4)].map((order) => ({ ...order, freight: undefined }))
      await writeFile(join(folder, 'lines.csv'), invoiceLines(orders))
      const { found, planted } = await plantedAndFound(folder, join(folder, 'lines.csv'), encoding)
      expect(planted.length).toBeGreaterThan(100)
      expect(found).toEqual(planted)
    }),
  60_000,
)
