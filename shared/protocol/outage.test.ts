import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBundle } from './bundle'
import { batchesOf } from './exchange-file'
import { OutageRecord, writeOutagePack } from './outage'
import { writePackage } from './package'

const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const sign = async (bytes: Uint8Array) => strToU8(`signed ${await digest(bytes)}`)
const verify = async (bytes: Uint8Array, signature: Uint8Array) =>
  strFromU8(signature) === `signed ${await digest(bytes)}` ? 'key' : undefined
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2025-03-01T02:00:00Z'
const enterprise = { code: '1300000001', name: '河北示例' }

const list = {
  copNo: 'C1',
  orderNo: '=HYPERLINK("x")',
  logisticsNo: 'W"1',
  country: '502',
  currency: 'USD',
  amount: '-1.50',
  state: '已发送',
}
const record = {
  who: '王关务',
  why: '平台停摆',
  statedAt: at,
  journal: { seq: 7, hash: 'abc' },
  tables: ['country 2014'],
  lists: [list],
}

async function pack(book: 'practice' | 'real' = 'practice') {
  const document = { message: 'CEB303', businessKey: 'p|e|1', guid: uuid(1), dossier: 'd' }
  const manifest = { batchId: uuid(2), protocol: 1, enterprise, book, createdAt: at, epoch: 1 }
  const messages = [{ type: 'CEB303', xml: '<x/>', documents: [document] }]
  const { bytes, sha256 } = await writePackage(manifest, messages, { digest, signer: { sign } })
  const head = { id: uuid(3), createdAt: at, enterprise, book, software: 'test' }
  const data = { lists: '[{"a":1}]', orders: '[]' }
  const batches = [{ batchId: uuid(2), sha256, bytes, documents: 1 }]
  const content = { record, batches, data, sheet: strToU8('%PDF'), fingerprint: 'AB:CD' }
  return { bytes: await writeOutagePack(head, content, { digest, sign }), batch: bytes }
}

describe('an outage pack', () => {
  it('holds the batches as they would be sent, and can be uploaded as it is', async () => {
    const { bytes, batch } = await pack()
    const bundle = await readBundle(bytes, { digest, verify })
    expect(bundle.index.kind).toBe('outage')
    expect(OutageRecord.parse(bundle.index.content)).toMatchObject(record)
    const verifier = { verify: async (m: Uint8Array, s: Uint8Array) => (await verify(m, s)) !== undefined }
    const { batches } = await batchesOf(bundle, { digest, verifier })
    expect(batches.map(({ bytes: own }) => own)).toEqual([batch])
  })

  it('can be checked without our client: digests as sha256sum reads them, a text that says what it is', async () => {
    const files = unzipSync((await pack()).bytes)
    const sums = strFromU8(files['SHA256SUMS']!)
      .trim()
      .split('\n')
      .map((line) => /^([0-9a-f]{64}) {2}(\S+)$/.exec(line)!)
    expect(sums.map(([, , name]) => name).sort()).toEqual(
      Object.keys(files)
        .filter((name) => !/^(index\.|SHA256SUMS|README)/.test(name))
        .sort(),
    )
    for (const [, sum, name] of sums) expect(await digest(files[name!]!)).toBe(sum)
    const text = strFromU8(files['README.txt']!)
    for (const word of [uuid(3), '王关务', '平台停摆', 'AB:CD', '#7 abc', '口径待确认', '不具申报效力'])
      expect(text).toContain(word)
    expect(strFromU8(unzipSync((await pack('real')).bytes)['README.txt']!)).not.toContain('不具申报效力')
  })

  it('gives a spreadsheet no formula', async () => {
    const csv = strFromU8(unzipSync((await pack()).bytes)['lists.csv']!)
    expect(csv.split('\r\n')[1]).toBe(`"C1","'=HYPERLINK(""x"")","W""1","502","USD","-1.50","已发送"`)
  })
})
