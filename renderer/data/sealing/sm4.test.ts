import { describe, expect, it } from 'vitest'
import { keyIdFor } from '#shared/ipc/data-cipher'
import { memorySentinel, newDatabaseName, rawRows, testClock, testKeys } from '../../../test/data/book-kit'
import { goods } from '../../../test/data/samples'
import { Book } from '../book'
import { getRecord } from '../read/records'
import type { StoredRow } from '../schema/stored'
import { command } from '../write/command'
import { decrypt, open, openBytes, seal } from './cipher'
import { importKeys } from './keys'
import { sm4Decrypt, sm4Encrypt, sm4KeyOf } from './sm4'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16))
const hexOf = (given: Uint8Array) => Array.from(given, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** RFC 8998, A.1: SM4-GCM test vectors. */
const vector = {
  key: bytes('0123456789abcdeffedcba9876543210'),
  nonce: bytes('00001234567800000000abcd'),
  bound: bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  plain: bytes(
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd' +
      'eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
  ),
  sealed:
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
    'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d' +
    '83de3541e4c2b58177e065a9bf7b62ec',
}

/** The same 32 bytes as a key of either cipher, and under one name where `kid` is given. */
async function keysOf(cipher: 'aes-256-gcm' | 'sm4-gcm', kid?: string, fill = 1) {
  const [dataKey, indexKey] = [new Uint8Array(32).fill(fill), new Uint8Array(32).fill(9)]
  const keys = await importKeys({ keyId: keyIdFor(cipher, 'x'), dataKey, indexKey })
  return { ...keys, kid: kid ?? keys.kid }
}

describe('SM4-GCM', () => {
  it('seals and opens the published vector', async () => {
    const { key, nonce, bound, plain, sealed } = vector
    expect(hexOf(await sm4Encrypt(key, nonce, bound, plain))).toBe(sealed)
    expect(await sm4Decrypt(key, nonce, bound, bytes(sealed))).toEqual(plain)
  })

  it('makes its key from data key and id as OpenSSL does by HKDF with SM3', async () => {
    // openssl kdf -keylen 16 -kdfopt digest:SM3 -kdfopt hexkey:0101… -kdfopt hexinfo:(yiguan data key, 0, sm4-gcm.key-1) HKDF
    const key = await sm4KeyOf('sm4-gcm.key-1', new Uint8Array(32).fill(1))
    expect(hexOf(key)).toBe('538964815e21511d9a6c38950629f3e2')
  })

  it('gives nothing when any byte of nonce, text or tag is another, or any is missing', async () => {
    const keys = await testKeys(200)
    for (const text of ['', 'one block of it!', 'x'.repeat(37)]) {
      const sealed = await seal(keys, 'goods', 'x', 1, text)
      expect(await open(keys, 'goods', 'x', sealed)).toBe(text)
      const { body } = sealed
      const changed = Array.from(body, (byte, at) => body.with(at, byte ^ (1 << (at % 8))))
      const cut = Array.from(body, (_byte, length) => body.slice(0, length))
      for (const other of [...changed, ...cut, new Uint8Array([...body, 0])]) {
        await expect(openBytes(keys, 'goods', 'x', { ...sealed, body: other })).rejects.toMatchObject({
          code: 'tampered',
          params: { table: 'goods', id: 'x' },
        })
      }
      for (const [table, id, v] of [
        ['lists', 'x', 1],
        ['goods', 'y', 1],
        ['goods', 'x', 2],
      ] as const) {
        await expect(open(keys, table, id, { ...sealed, v })).rejects.toMatchObject({ code: 'tampered' })
      }
    }
  })

  it('opens nothing of another key, nor of the same bytes as a key of the other cipher or id', async () => {
    const [aes, sm4] = [await keysOf('aes-256-gcm', 'k'), await keysOf('sm4-gcm', 'k')]
    const others = [
      [sm4, aes],
      [aes, sm4],
      [sm4, await keysOf('sm4-gcm', 'k', 2)],
    ] as const
    for (const [mine, theirs] of others) {
      const sealed = await seal(mine, 'goods', 'x', 1, 'text')
      expect(await open(mine, 'goods', 'x', sealed)).toBe('text')
      await expect(open(theirs, 'goods', 'x', sealed)).rejects.toMatchObject({ code: 'tampered' })
    }
    const data = new Uint8Array(32).fill(1)
    expect(await sm4KeyOf('sm4-gcm.a', data)).not.toEqual(await sm4KeyOf('sm4-gcm.b', data))
    expect(await sm4KeyOf('sm4-gcm.a', data)).not.toEqual(data.slice(0, 16))
  })

  it('lets the worker answer between two seals of a long piece of work', async () => {
    const keys = await testKeys(200)
    const big = 'x'.repeat(100_000)
    let isDone = false
    let between = 0
    const look = () => {
      if (isDone) return
      between += 1
      setTimeout(look)
    }
    setTimeout(look)
    await Promise.all(Array.from({ length: 40 }, (_, n) => seal(keys, 'goods', String(n), 1, big)))
    isDone = true
    expect(between).toBeGreaterThan(3)
  })
})

describe('a book of SM4', () => {
  it('has every row under SM4 and none that AES opens with the same bytes', async () => {
    const database = newDatabaseName()
    const keys = await testKeys(200)
    const book = await Book.open({ database, keys, sentinel: memorySentinel(), now: testClock })
    const { ids } = await command(book.context, 'goods.save', 'o', '', [
      { table: 'goods', op: 'put', record: goods('A') },
    ])
    expect((await getRecord(book.context, 'goods', ids[0]!))?.record.sku).toBe('A')
    const rows = (await rawRows(database)).map(({ value }) => value as Partial<StoredRow>)
    const sealed = rows.filter(({ body }) => body instanceof Uint8Array)
    expect(sealed.length).toBeGreaterThan(1)
    expect(new Set(sealed.map(({ kid }) => kid))).toEqual(new Set(['sm4-gcm.key-200']))
    const row = sealed.find(({ id }) => id === ids[0])!
    const bound = new TextEncoder().encode(`goods\u0000${row.id}\u0000${row.v}`)
    const place = { table: 'goods', id: row.id! }
    expect(await decrypt(keys.data, bound, row.body!, place)).toBeInstanceOf(Uint8Array)
    await expect(decrypt({ aes: keys.data.aes }, bound, row.body!, place)).rejects.toMatchObject({
      code: 'tampered',
    })
    await book.close()
  })
})
