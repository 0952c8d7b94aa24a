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
