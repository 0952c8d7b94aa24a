import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import { practiceEnterprise } from '../../renderer/app/first-run/practice-enterprise'
import type { AppUnderTest } from '../host/app-under-test'
import { startApp } from './support/app'
import { readCard } from './support/card'
import { importFile, type Kind } from './support/imports'
import { preparedProfile } from './support/prepared'
import { seriousFaults, still } from './support/screen'
import { openRoom, tabTo, unlock } from './support/session'
import { test } from './support/test'

test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let page: Page

test.beforeAll(async () => {
  app = await startApp('rebate', { profile: await preparedProfile('founded') })
  page = app.page
  await unlock(page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

const declaration = '310120260000000001'
const buyer = `${practiceEnterprise.uscc},${practiceEnterprise.name.zh}`
/** One export that one invoice covers, at 13 %, and one that nothing covers. */
const files: readonly (readonly [Kind, string, readonly string[]])[] = [
  [
    '退税率文库',
    'rates.csv',
    ['商品代码,商品名称,征税率,退税率,特殊商品标识,生效日期', '7323940000,搪瓷杯,13%,13%,,2019-04-01'],
  ],
  [
    '汇率',
    'fx.csv',
    ['币种,日期,汇率,汇率种类', 'USD,2026-04-02,7.0000,中间价', 'USD,2026-04-01,7.0000,中间价'],
  ],
  [
    '报关单明细',
    'declarations.csv',
    [
      '报关单号,项号,商品编号,商品名称,成交数量,成交单位,出口日期,监管方式,成交方式,总价,币制,境内货源地,销售入账日期',
      `${declaration},1,7323940000,搪瓷杯,1000,个,2026-04-02,0110,FOB,2000.00,USD,汕头,2026-04-02`,
      `${declaration},2,7323940000,搪瓷壶,10,个,2026-04-02,0110,FOB,90.00,USD,汕头,2026-04-02`,
    ],
  ],
  [
    '进项发票',
    'invoices.csv',
    [
      '发票号码,开票日期,发票票种,销方识别号,销方名称,购方识别号,购方名称,货物名称,单位,数量,金额,税率,税额,用途',
      `26112000000000000001,2026-03-05,增值税专用发票,S1,示例五金厂,${buyer},*金属制品*搪瓷杯,个,1000,10000.00,13%,1300.00,退税`,
    ],
  ],
]

const batch = () => page.locator('.rebate-batch:visible')
/** To the next step of the wizard by its key. */
async function next(step: string): Promise<void> {
  await page.keyboard.press('Alt+PageDown')
  await expect(batch().getByRole('region', { name: step, exact: true }).first()).toBeVisible()
  await still(page)
}
/** Back to an earlier step of the wizard. */
async function back(...steps: string[]): Promise<void> {
  for (const step of steps) {
    await page.keyboard.press('Alt+PageUp')
    await expect(batch().getByRole('region', { name: step, exact: true }).first()).toBeVisible()
  }
  await still(page)
}
/** Pick an answer of a list that has the focus. */
async function answer(name: string, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(text)
  // The list of the field before may still be fading away.
  const list = page.locator('.ant-select-dropdown:visible:not([class*=leave])')
  await expect(list.locator('.ant-select-item-option-active')).toContainText(text)
  await page.keyboard.press('Enter')
}
/** Set a yes of the answers. */
async function yes(name: string): Promise<void> {
  const group = page.getByRole('dialog').getByRole('radiogroup', { name, exact: true })
  await group.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(group.getByRole('radio', { name: '是' })).toBeChecked()
}

test('a batch from files to the official tables, by keyboard alone', async () => {
  for (const [kind, name, rows] of files) {
    const text = `\ufeff${rows.join('\r\n')}\r\n`
    expect(await importFile(page, { file: { name, text }, kind })).toMatchObject({ refused: 0 })
  }
  await openRoom(page, '出口退税')
  const card = await readCard(page, '一批退税')
  expect(card.named(2)).toContain('新建批次')

  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('dialog', { name: '新建批次' })).toBeVisible()
  await tabTo(page, '备注')
  await page.keyboard.type('四月')
  await page.keyboard.press('Enter')
  // Nothing is known of the enterprise yet: that is where the batch opens.
  await expect(batch().getByRole('region', { name: '企业', exact: true })).toBeVisible()
  await still(page)
  expect(await seriousFaults(page, '.rebate-batch')).toEqual([])
  await answer('纳税人类型', '一般纳税人')
  await answer('已办出口退（免）税备案', '是')
  await answer('备案的退税办法', '免退税')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('先填企业资料')).toHaveCount(0)

  await next('出口明细')
  await page.keyboard.press('Alt+n')
  const items = page.getByRole('dialog', { name: '取单' })
  await expect(items.getByRole('gridcell', { name: `${declaration}-1` })).toBeVisible()
  await tabTo(page, /^选择全部/)
  await page.keyboard.press('Space')
  await tabTo(page, '取入本批')
  await page.keyboard.press('Enter')
  await expect(items).toHaveCount(0)

  await next('处理方式')
  await tabTo(page, '填本批情况')
  await page.keyboard.press('Enter')
  await yes('已报关并实际离境')
  await yes('已按销售入账')
  await answer('收汇', '已收汇')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await next('配单')
  await tabTo(page, '自动配单')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 行配不上，原因如下')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(batch().getByRole('gridcell', { name: '1,300.00' })).toBeVisible()
  expect(await seriousFaults(page, '.rebate-batch')).toEqual([])

  await next('疑点')
  await page.keyboard.press('Alt+r')
  await expect(batch().getByText(/^第 1 次/)).toBeVisible()
  await next('金额')
  await expect(batch().locator('.figure', { hasText: '应退税额' }).first()).toContainText('1,300.00')
  await next('期限')
  await expect(
    batch()
      .getByText(/^2027-04-30/)
      .first(),
  ).toBeVisible()
  await next('备案单证')
  await expect(batch().getByText(declaration)).toBeVisible()
  await next('结果')
  await expect(
    batch()
      .getByText(/必改|可提交/)
      .first(),
  ).toBeVisible()
})

test('the tax desk says of it what was known; receipts are taken over, a day its papers tell is left alone', async () => {
  await back('备案单证', '期限', '金额', '疑点')
  await tabTo(page, '送自检')
  await page.keyboard.press('Enter')
  await expect(batch().getByText(/^自检完成 1 行/)).toBeVisible()
  // The line nothing covers was not handed in as one, and is named.
  await expect(batch().getByText('-2 的状态是「未申报」')).toBeVisible()
  await expect(batch().getByText('与本机预检的结论一致')).toBeVisible()

  await back('配单', '处理方式', '出口明细')
  await tabTo(page, /^选择全部/)
  await page.keyboard.press('Space')
  await tabTo(page, '填出口日期')
  await page.keyboard.press('Enter')
  const day = page.getByRole('textbox', { name: '出口日期', exact: true })
  await expect(day).toBeFocused()
  await page.keyboard.type('2026-04-01')
  await page.keyboard.press('Enter')
  await expect(page.getByText('0 行已填；2 行没有改：报关单已写明，或已申报')).toBeVisible()

  for (const step of ['处理方式', '配单', '疑点', '金额', '期限', '备案单证']) await next(step)
  await tabTo(page, '取收汇')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^取入 0 笔/)).toBeVisible()
})
