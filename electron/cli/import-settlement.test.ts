import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realData } from '../../test/support/real-data'
import { dispatch } from './run'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-settlement-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<{ code: number; out: unknown }> {
  let out: unknown
  const code = await dispatch(['import', ...args, '--kind', 'settlement'], {
    out: (document) => (out = document),
    note: () => undefined,
  })
  return { code, out }
}

describe('yiguan import --kind settlement', () => {
  it('writes the rows, says what a settlement makes beside what it states, and ends with 1 where they differ', async () => {
    const [file, out] = [join(folder, 'a.csv'), join(folder, 'a.ndjson')]
    const settlement = (total: string) =>
      `﻿结算单号,币制,类型,金额,结算总额\nA,USD,销售,10.00,${total}\nA,USD,佣金,-1.50,\n`
    await writeFile(file, settlement('8.50'))
    expect(await run(file, '--out', out)).toMatchObject({
      code: 0,
      out: {
        layout: 'template-settlement',
        records: 2,
        settlements: [{ id: 'A', stated: '8.5', computed: '8.5', difference: '0', byType: { sale: '10' } }],
      },
    })
    expect(JSON.parse((await readFile(out, 'utf8')).split('\n')[1] ?? '')).toMatchObject({
      kind: 'fee',
      cost: 'commission',
      net: '-1.5',
    })
    await writeFile(file, settlement('9.00'))
    expect(await run(file)).toMatchObject({
      code: 1,
      out: { problems: [{ rule: 'settlement.not-balanced' }] },
    })
  })

  it('reads what nobody describes by a mapping, and refuses it with its columns without one', async () => {
    const [file, map] = [join(folder, 'b.csv'), join(folder, 'map.json')]
    await writeFile(file, 'when,ccy,plus,minus,rest\n2026-10-01,USD,5,,5\n2026-10-02,USD,,2,3\n')
    expect(await run(file)).toMatchObject({
      code: 1,
      out: { columns: ['when', 'ccy', 'plus', 'minus', 'rest'] },
    })
    const columns = { happenedAt: 'when', currency: 'ccy', amount: 'plus', paidOut: 'minus', balance: 'rest' }
    await writeFile(map, JSON.stringify(columns))
    expect(await run(file, '--map', map, '--option', 'timezone=Asia/Shanghai')).toMatchObject({
      code: 0,
      out: { evidence: 'mapped', accounts: [{ opening: '0', closing: '3', balanced: true }] },
    })
    await writeFile(map, JSON.stringify({ nonsense: 'when' }))
    expect((await run(file, '--map', map)).code).toBe(2)
  })
})

describe.runIf(realData)('public settlement files', () => {
  const file = (path: string) => join(realData ?? '', 'platform-exports', path)

  it('PayPal activity: every balance follows from the one before', async () => {
    const { code, out } = await run(file('paypal/activity_en.csv'))
    expect({ code, out }).toMatchObject({
      code: 0,
      out: {
        records: 76,
        accounts: [
          { currency: 'USD', opening: '0', closing: '1.9', balanced: true },
          { currency: 'EUR', opening: '0', closing: '43.34', balanced: true },
          { currency: 'AUD', opening: '0', closing: '0', balanced: true },
        ],
      },
    })
  })

  it('Amazon V1, cut to its first lines: does not balance, and by how much', async () => {
    expect(await run(file('amazon/settlement-flatfile-v1-2015.tsv'))).toMatchObject({
      code: 1,
      out: {
        settlements: [{ id: '6016502941', stated: '16630.13', computed: '26.99', difference: '16603.14' }],
        problems: [{ rule: 'settlement.not-balanced' }],
      },
    })
  })
})
