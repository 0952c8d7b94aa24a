import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatch } from './run'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-bank-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<{ code: number; out: unknown }> {
  let out: unknown
  const code = await dispatch(['import', ...args, '--kind', 'bank'], {
    out: (document) => (out = document),
    note: () => undefined,
  })
  return { code, out }
}

it('reports entries and balances of a bank statement, writes its entries, and ends with 1 where it does not balance', async () => {
  const [file, out] = [join(folder, 'a.sta'), join(folder, 'a.ndjson')]
  const statement = (closing: string) =>
    `:20:X\n:25:622\n:60F:C261101USD10,\n:61:261110C5,NTRFA//1\n:62F:C261110USD${closing}\n-\n`
  await writeFile(file, statement('15,'))
  expect(await run(file, '--out', out)).toMatchObject({
    code: 0,
    out: {
      records: 1,
      accounts: [{ account: '622', opening: '10', closing: '15', computedClosing: '15', balanced: true }],
    },
  })
  const written = JSON.parse(await readFile(out, 'utf8')) as unknown
  expect(written).toMatchObject({ account: '622', amount: '5' })
  await writeFile(file, statement('16,'))
  expect(await run(file)).toMatchObject({ code: 1, out: { problems: [{ rule: 'bank.not-balanced' }] } })
})

it('reads the table of an online bank, GB18030 and preamble included, and any other by a mapping', async () => {
  const [file, map] = [join(folder, 'b.csv'), join(folder, 'map.json')]
  const gbk = (text: string) => {
    const words: Readonly<Record<string, number[]>> = {
      账: [0xd5, 0xcb],
      号: [0xba, 0xc5],
      日: [0xc8, 0xd5],
      期: [0xc6, 0xda],
      余: [0xd3, 0xe0],
      额: [0xb6, 0xee],
      金: [0xbd, 0xf0],
      币: [0xb1, 0xd2],
      种: [0xd6, 0xd6],
    }
    return Uint8Array.from([...text].flatMap((sign) => words[sign] ?? [sign.charCodeAt(0)]))
  }
  await writeFile(
    file,
    gbk('账号,6222\n日期,币种,金额,余额\n2026-11-10,USD,5.00,15.00\n2026-11-11,USD,-1.00,14.00\n'),
  )
  expect(await run(file)).toMatchObject({
    code: 0,
    out: {
      encoding: 'gb18030',
      format: 'table',
      records: 2,
      accounts: [{ account: '6222', opening: '10', closing: '14', computedClosing: '14', balanced: true }],
    },
  })
  await writeFile(file, 'd,m\n2026-11-10,5\n')
  expect(await run(file)).toMatchObject({ code: 1, out: { problems: [{ rule: 'bank.unknown-format' }] } })
  await writeFile(map, JSON.stringify({ happenedAt: 'd', amount: 'm', currency: '=USD' }))
  expect(await run(file, '--map', map)).toMatchObject({ code: 0, out: { records: 1 } })
})
