import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dispatch } from './run'

it('takes a table of SAFE with its month and a price list with bank and unit; without them it asks and writes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'import-rates-'))
  try {
    const [rates, quotes, out] = ['r.csv', 'q.csv', 'o.ndjson'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    const run = async (...args: string[]) => {
      let told: unknown
      const io = { out: (document: unknown) => (told = document), note: () => undefined }
      return { code: await dispatch(['import', ...args, '--out', out], io), told }
    }
    await writeFile(rates, '币种,对美元折算率\nEUR,1.08\nXX1,2\n')
    expect(await run(rates, '--kind', 'safe-rates')).toMatchObject({
      code: 1,
      told: { questions: [{ id: 'month' }] },
    })
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await run(rates, '--kind', 'safe-rates', '--option', 'month=2026-10')).toMatchObject({
      code: 1,
      told: { rowsAccepted: 1, rowsRefused: 1, problems: [{ rule: 'rate.row', row: 3 }] },
    })
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ month: '2026-10', usdPerUnit: '1.08' })
    await writeFile(quotes, '货币名称,现汇买入价,发布时间\n美元,708.1,2026-10-01 09:00\n')
    const told = ['--option', 'bank=B', '--option', 'unit=100']
    expect(await run(quotes, '--kind', 'bank-quotes', ...told)).toMatchObject({
      code: 0,
      told: { rowsAccepted: 1 },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
