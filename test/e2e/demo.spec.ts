import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import type { Report } from '../demo/report'
import { freshFolder } from './support/app'

const main = fileURLToPath(new URL('../demo/main.ts', import.meta.url))

/** The demo as `npm start` runs it; what it printed, its exit code, and the report it wrote. */
async function demo(...args: string[]): Promise<{ code: number | null; printed: string; report: Report }> {
  const out = await freshFolder('demo')
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), main, '--out', out, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const [code] = (await once(child, 'close')) as [number | null]
  const json = await readFile(path.join(out, 'demo.json'), 'utf8').catch(() => '{}')
  return { code, printed, report: JSON.parse(json) as Report }
}

test('the main job ends with what the sample files hold, agreed with the service', async () => {
  test.setTimeout(300_000)
  const { code, printed, report } = await demo('--pace', '0')
  expect(report.open).toEqual([])
  expect(code, printed).toBe(0)
  expect(report.rows.map(({ file, kind, read, refused }) => [file, kind, read, refused])).toEqual([
    ['goods.xlsx', '商品', 16, 0],
    ['orders.csv', '订单', 118, 3],
    ['payments.csv', '收款单', 61, 0],
    ['waybills.xlsx', '运单', 58, 0],
  ])
  expect(report.rows[1]?.classes).toEqual({ 商品: 114, 赠品: 1 })
  expect(report.refusedRows.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('科学计数法'),
    expect.stringContaining('「Lineitem price」为空'),
    expect.stringContaining('不是可识别的日期'),
  ])
  expect(report.matching?.orders).toEqual({
    订单: 60,
    一致: 45,
    '可申报·待补': 8,
    阻断: 6,
    已取消: 1,
    不申报: 0,
  })
  expect(report.matching?.effects).toEqual({ 阻断: 6, '可申报·待补': 9 })
  expect(report.missingGoods).toEqual([
    { sku: 'STICKER-PACK', orders: 2 },
    { sku: 'PUZZLE-1000', orders: 1 },
  ])
  expect(report.lists).toMatchObject({ 已生成: 50, 未能生成: 0, 清单: 51 })
  expect(report.corrections).toMatchObject([{ lists: 2, resent: 2 }])
  expect(report.corrections[0]?.cause).toContain('Y101')
  expect(report.corrections[0]?.attempts).toEqual([
    expect.stringMatching(/^第1次.*（100）/),
    expect.stringMatching(/^第2次.*（899）/),
  ])
  expect(report.receipts).toEqual({ 结关: 51 })
  // Before the line was there, all of it waited.
  expect(report.batches.slice(0, 2).map(({ when }) => when)).toEqual(['申报', '断网'])
  expect(report.batches[1]?.text).toContain('待发送 200 份单证')
  expect(report.daily[0]?.states).toEqual({ 已取消: 1, 缺资料: 3, 未对碰: 6, 已申报未回: 50 })
  expect(report.daily.at(-1)).toEqual({
    when: '更正后',
    imported: 60,
    states: { 已取消: 1, 缺资料: 3, 未对碰: 6, 结关: 50 },
  })
  expect(report.comparison?.verdict).toContain('全部一致')
  expect(report.files.filter((file) => !existsSync(file))).toEqual([])
  expect(printed).toContain('清单 603 结关（899） 51')
})
