import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatch } from '../run'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'precheck-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const facts = (exportDate: string) => ({
  asOf: '2026-07-01',
  library: {
    version: '2026B',
    entries: [{ code: '7323940000', rebateRate: '0.13', specialFlag: '', from: '2019-04-01', to: null }],
  },
  lines: [],
  claim: {
    enterprise: { type: 'trading' },
    declarations: [
      {
        no: '290720260000000001',
        item: 1,
        hsCode: '7323940000',
        name: '搪瓷水杯',
        exportDate,
        supervisionMode: '0110',
      },
    ],
    invoices: [],
    exports: [
      { linkNo: 'L1', declarationNo: '290720260000000001', item: 1, qty: '1', exportInvoiceNo: 'E1' },
    ],
    purchases: [],
  },
})

async function run(...args: string[]): Promise<{ code: number; out: unknown; notes: string }> {
  let out: unknown
  let notes = ''
  const code = await dispatch(['precheck', ...args], {
    out: (document) => (out = document),
    note: (text) => (notes += text),
  })
  return { code, out, notes }
}
const at = (name: string) => join(folder, name)

it('writes everything found and exits 1 when something blocks', async () => {
  await writeFile(at('in.json'), JSON.stringify(facts('2026-05-18')))
  expect(await run('rebate', at('in.json'), at('out.json'))).toMatchObject({
    code: 1,
    out: { blocking: 1, warning: 0 },
  })
  const found = JSON.parse(await readFile(at('out.json'), 'utf8')) as {
    findings: { rule: string; target: string }[]
  }
  expect(found.findings.map(({ rule, target }) => `${rule} ${target}`)).toEqual(['RB-E01 link:L1'])
})

it('names the field that is wrong, refuses to overwrite, and says what it can check', async () => {
  await writeFile(at('bad.json'), JSON.stringify(facts('18.5.2026')))
  const bad = await run('rebate', at('bad.json'), at('no.json'))
  expect(bad.code).toBe(1)
  expect(bad.notes).toContain('exportDate')
  await writeFile(at('unreal.json'), JSON.stringify(facts('2026-02-29')))
  const unreal = await run('rebate', at('unreal.json'), at('no.json'))
  expect(unreal).toMatchObject({ code: 1 })
  expect(unreal.notes).toMatch(/2026-02-29 is no day[\s\S]*claim\.declarations\[0\]\.exportDate/)
  await expect(readFile(at('no.json'))).rejects.toThrow()
  expect((await run('rebate', at('in.json'), at('in.json'))).code).toBe(2)
  expect((await run('tax', at('in.json'), at('o.json'))).code).toBe(2)
  expect((await run('rebate', at('in.json'))).code).toBe(2)
})

it('checks receipts: everything found goes to the file, a block ends with code 1, a wrong form is named', async () => {
  const given = {
    asOf: '2026-11-20',
    subject: { type: 'enterprise', listed: true, class: 'A' },
    bankCredits: [{ id: 'R1', channel: 'bank', amount: '7500.00', currency: 'USD', valueDate: '2026-11-10' }],
  }
  await writeFile(at('open.json'), JSON.stringify(given))
  await writeFile(at('bare.json'), JSON.stringify({ ...given, orders: [], paymentLines: [] }))
  await writeFile(at('wrong.json'), JSON.stringify({ ...given, bankCredit: [] }))
  expect(await run('forex', at('open.json'), at('open-out.json'))).toMatchObject({
    code: 0,
    out: { blocking: 0 },
  })
  expect(await run('forex', at('bare.json'), at('bare-out.json'))).toMatchObject({
    code: 1,
    out: { blocking: 1 },
  })
  const found = JSON.parse(await readFile(at('bare-out.json'), 'utf8')) as object
  expect(found).toMatchObject({
    result: 'BLOCKED',
    receipts: [{ id: 'R1', held: '7500.00', word: { zh: '不可提交' } }],
  })
  const [credit] = given.bankCredits
  await writeFile(
    at('back.json'),
    JSON.stringify({ ...given, bankCredits: [{ ...credit, amount: '-1.00' }] }),
  )
  const back = await run('forex', at('back.json'), at('back-out.json'))
  expect(back).toMatchObject({ code: 1 })
  expect(back.notes).toMatch(/not negative[\s\S]*bankCredits\[0\]\.amount/)
  const refused = await run('forex', at('wrong.json'), at('wrong-out.json'))
  expect(refused.notes).toMatch(/bankCredit[\s\S]*forex-precheck/)
})
