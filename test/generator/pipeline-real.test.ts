import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { onlineRetail } from '../support/real-data'
import { inFolder, plantedAndFound } from './planted-and-found'

describe.runIf(onlineRetail)('the full Online Retail set, 541,909 lines', () => {
  it('hides planted breaks that are all found, none invented', { timeout: 300_000 }, () =>
    inFolder(async (folder) => {
      const file = join(folder, 'onlineretail.csv')
      await pipeline(createReadStream(onlineRetail!), createGunzip(), createWriteStream(file))
      const { orders, found, planted } = await plantedAndFound(folder, file, 'gb18030')
      expect(orders).toBe(25_900)
      expect(planted.length).toBeGreaterThan(1000)
      expect(found).toEqual(planted)
    }),
  )
})
