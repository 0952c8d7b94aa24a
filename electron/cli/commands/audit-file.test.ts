import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AuditFileVerdict } from '#shared/audit-file/report'
import { writeAuditFile } from '#shared/audit-file/write'
import { dispatch } from '../run'

let folder = ''
let indexSha256 = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiguan-audit-'))
  const made = await writeAuditFile(
    {
      ...{
        id: 'A',
        createdAt: '2026-11-20T10:00:00Z',
        madeBy: 'o',
        software: 'Yiguan',
        asked: 'C1',
        book: 'real',
      },
      ...{ company: { name: 'X', uscc: 'Y' }, notFound: [], persons: { masked: true } },
    },
    [],
    [],
    { seq: 1, hash: 'h', holds: true, text: { zh: '', en: '' }, witnessed: 0, entries: [] },
    {
      digest: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
      labels: () => new Map(),
    },
  )
  indexSha256 = made.indexSha256
  await writeFile(at('good.zip'), made.bytes)
  const files = unzipSync(made.bytes)
  await writeFile(at('changed.zip'), zipSync({ ...files, 'journal/journal.csv': strToU8('x') }))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function yiguan(...args: string[]) {
  let out: unknown
  let notes = ''
  const io = {
    out: (document: unknown) => void (out = document),
    note: (text: string) => void (notes += text),
  }
  const code = await dispatch(['audit-file', ...args], io)
  return { code, out: out === undefined ? [] : AuditFileVerdict.array().parse(out), notes }
}

it('proves an audit file without book or program, and names the file that was changed', async () => {
  const good = await yiguan('verify', at('good.zip'), '--index', indexSha256)
  expect(good).toMatchObject({ code: 0, out: [{ ok: true, indexSha256, documents: 0, files: 1 }] })
  const both = await yiguan('verify', at('good.zip'), at('changed.zip'))
  expect(both.code).toBe(1)
  expect(both.out.map(({ ok }) => ok)).toEqual([true, false])
  expect(both.notes).toContain('journal/journal.csv')
  const other = await yiguan('verify', at('good.zip'), '--index', 'f'.repeat(64))
  expect(other).toMatchObject({ code: 1, out: [{ ok: false, fault: 'hash' }] })
})

it('says how it is used', async () => {
  expect((await yiguan('verify')).code).toBe(2)
  expect((await yiguan('read', at('good.zip'))).code).toBe(2)
})
