import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import type { Locator, Page } from 'playwright-core'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { readCard, type Card } from './support/card'
import { setUpImport, type Kind } from './support/imports'
import { preparedProfile } from './support/prepared'
import { seriousFaults, still } from './support/screen'
import { tabTo, unlock } from './support/session'
import { templateCsv } from './support/template-csv'
import { test } from './support/test'
import { unzip } from './support/zip'

/**
 * The two cards of the cashier followed to the letter and by keyboard alone, from files to a month that is closed. Files are
 * the one thing a test has to put in by other means.
 */
test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let page: Page
let card: Card
let folder: string

test.beforeAll(async () => {
  app = await startApp('forex', { profile: await preparedProfile('founded'), args: ['--pace', '0'] })
  page = app.page
  folder = await freshFolder('forex-papers')
  await unlock(page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

const table = (...rows: string[]) => `\ufeff${rows.join('\r\n')}\r\n`
const item = '310120260000000001'
/** A buyer who paid an order, a payout of a platform through an institution, and money that is none of goods. */
const statement = [
  ...[':20:X', ':25:6222001', ':60F:C261001USD0,'],
  ...[':61:261010C100,NTRFA//BANK1', ':86:order A-1'],
  ...[':61:261012C40,NTRFB//BANK2', ':86:interest'],
  ...[':61:261015C93,NTRFC//BANK3', ':86:payout'],
  ...[':62F:C261031USD233,', '-', ''],
].join('\n')
const settlement = table(
  '结算单号,店铺,币制,类型,金额,发生时间,结算总额,放款日期',
  'S1,主店,USD,销售,100.00,2026-10-12,95.00,2026-10-13',
  'S1,主店,USD,佣金,-5.00,2026-10-12,,',
)
const ledger = table(
  '账户,时间,币制,类型,金额,余额,流水号',
  '演练机构,2026-10-13,USD,平台放款,95.00,95.00,M1',
  '演练机构,2026-10-14,USD,手续费,-2.00,93.00,M2',
  '演练机构,2026-10-14,USD,提现,-93.00,0.00,M3',
)
const orders = templateCsv('orders', {
  订单号: 'A-1',
  平台: 'shopify',
  店铺: '主店',
  下单时间: '2026-10-01 10:00:00',
  货号: 'K1',
  商品名称: '搪瓷杯',
  数量: '1',
  单价: '100.00',
  币制: 'USD',
  订单总额: '100.00',
  收货人: 'Ann Buyer',
  运抵国: '美国',
})
const waybills = templateCsv('waybills', { 运单号: 'YD1', 订单号: 'A-1', 物流企业代码: '4401980001' })
const declarations = table(
  '报关单号,项号,商品编号,商品名称,成交数量,成交单位,出口日期,监管方式,成交方式,总价,币制,境内货源地,销售入账日期',
  `${item},1,7323940000,搪瓷杯,10,个,2026-10-05,0110,FOB,100.00,USD,汕头,2026-10-05`,
)

/** Open a room by its name. */
async function go(room: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('combobox', { name: '查找单号、房间、命令' })).toBeFocused()
  await page.keyboard.type(room)
  await expect(page.locator('.palette-option-active')).toContainText(room)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: room, exact: true })).toHaveAttribute('aria-selected', 'true')
}

/** Press a button with Enter, as soon as it can be pressed. */
async function press(name: string | RegExp, within: Locator = page.locator('body')): Promise<void> {
  const button = within.getByRole('button', { name }).locator('visible=true').first()
  await expect(button).toBeEnabled()
  await expect(button).not.toHaveClass(/ant-btn-loading/)
  await button.focus()
  await page.keyboard.press('Enter')
}

/** Buttons of two characters are shown with a blank between them. */
const spaced = (word: string) => new RegExp(`^${[...word].join('\\s*')}$`)

const faceKeys = ['台账', '结汇预检', '三级勾稽', '义务', '月结', '汇总', '银行与汇率', '主体与规则']
const room = () => page.locator('[data-room=forex]:visible')
/** A page of the room by its key. */
async function face(name: string): Promise<void> {
  await page.keyboard.press(`Alt+${faceKeys.indexOf(name) + 1}`)
  await expect(room().getByRole('radio', { name, exact: true })).toBeChecked()
}

const receipt = () => page.locator('[data-view="forex/credit"]:visible')
/** To the next step by its key. */
async function nextStep(within: Locator, step: string): Promise<void> {
  await page.keyboard.press('Alt+PageDown')
  await expect(within.locator('.ant-steps-item-process')).toContainText(step)
}
const next = (step: string) => nextStep(receipt(), step)

/** Choose an answer of a list by its text. */
async function choose(field: Locator, text: string): Promise<void> {
  await field.focus()
  await page.keyboard.type(text)
  // The list of the field before may still be fading away.
  const list = page.locator('.ant-select-dropdown:visible:not([class*=leave])')
  await expect(list.locator('.ant-select-item-option-active')).toContainText(text)
  await page.keyboard.press('Enter')
}

/** Hand in files of a kind where the import room was led to. */
async function give(kind: string, ...files: { name: string; text: string }[]): Promise<void> {
  await expect(page.getByRole('radio', { name: kind, exact: true })).toBeChecked()
  for (const { name, text } of files) {
    const buffer = Buffer.from(text, 'utf8')
    await page.locator('.imports-new input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await expect(page.locator('.plan', { hasText: name }).getByText(/待填写|可导入/)).toBeVisible()
  }
}

/** Down the list to the row with this text. */
async function downTo(text: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.closest('[role=row]')?.textContent ?? '')
  for (let row = 0; row < 8; row += 1) {
    await page.keyboard.press('ArrowDown')
    if ((await focused()).includes(text)) return
  }
  throw new Error(`no row of ${text}`)
}
/** The box of the credit with this amount, from the top of the ledger. */
async function toCredit(amount: string): Promise<void> {
  await expect(room().getByRole('gridcell', { name: amount, exact: true }).first()).toBeVisible()
  await tabTo(page, /^选择全部/)
  await downTo(amount)
}

test('steps 1 and 2: files from where they are needed, and what is stated of the enterprise', async () => {
  for (const [kind, name, text, answers] of [
    ['订单', 'o.csv', orders, { 时区: '北京时间' }],
    ['运单', 'w.csv', waybills, {}],
    ['报关单明细', 'd.csv', declarations, {}],
  ] as const satisfies readonly (readonly [Kind, string, string, Record<string, string>])[]) {
    await setUpImport(page, { kind, file: { name, text }, answers })
  }
  await go('收汇与结汇')
  card = await readCard(page, '一笔平台回款')
  const [, credits, bank, levels, platform, sources, rates, table7] = card.named(1)
  await face(credits!)
  await press(bank!)
  await give('银行流水', { name: 's.sta', text: statement })
  await go(card.named(1)[0]!)
  await face(levels!)
  await press(platform!)
  await give('平台结算、机构流水', { name: 'p.csv', text: settlement }, { name: 'l.csv', text: ledger })
  await go(card.named(1)[0]!)
  await face(sources!)
  const part = room().getByRole('radiogroup', { name: sources! })
  await part.getByRole('radio', { checked: true }).focus()
  while (!(await part.getByRole('radio', { name: rates!, exact: true }).isChecked()))
    await page.keyboard.press('ArrowRight')
  await press(table7!)
  await give('折算率', { name: 'r.csv', text: table('币种,对美元折算率', 'EUR,1.1', 'USD,1') })
  // The table does not say its month.
  await page.getByLabel('月份', { exact: true }).focus()
  await page.keyboard.type('2026-10')
  await press(/^开始导入/)
  await expect(page.locator('.plan').getByText('已导入')).toHaveCount(7, { timeout: 60_000 })

  await go(card.named(1)[0]!)
  const [subject, save] = card.named(2)
  // Nothing is due of an enterprise nobody described; the page says where that is done.
  await face('义务')
  await press('去填写')
  await expect(room().getByRole('radio', { name: subject!, exact: true })).toBeChecked()
  await choose(room().getByRole('combobox', { name: '在外汇名录' }), '是')
  await choose(room().getByRole('combobox', { name: '分类管理' }), 'A 类')
  await press(spaced(save!), room().getByRole('form', { name: '主体与名录' }))
  await expect(room().getByText('还没有填主体与名录')).toHaveCount(0)
})

test('steps 3 and 4: 认领, and three levels that agree', async () => {
  const [credits, claim] = card.named(3)
  await face(credits!)
  const rows = room().getByRole('row')
  await expect(rows.filter({ hasText: '未认领' })).toHaveCount(3)
  await tabTo(page, /^选择全部/)
  await page.keyboard.press('Space')
  await page.keyboard.press('Alt+l')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: '这笔钱是' })).toBeFocused()
  await tabTo(page, '店铺')
  await page.keyboard.type('主店')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rows.filter({ hasText: '流程中' })).toHaveCount(3)
  // One of them is none of goods: it leaves the flow with a reason.
  await toCredit('40.00')
  await page.keyboard.press('Space')
  await press(spaced(claim!), room())
  await expect(dialog.getByRole('combobox', { name: '店铺' })).toHaveValue('主店')
  await choose(dialog.getByRole('combobox', { name: '这笔钱是' }), '内部划转')
  await tabTo(page, '原因（必填）')
  await page.keyboard.type('利息')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rows.filter({ hasText: '不在流程' })).toHaveCount(1)

  const [levels, tie, store] = card.named(4)
  await face(levels!)
  await expect(room().getByText('支付机构 1 处不平')).toBeVisible()
  await press(tie!)
  await expect(dialog).toContainText('S1')
  await press(spaced(store!), dialog)
  await expect(dialog).toHaveCount(0)
  for (const level of ['平台结算', '支付机构', '银行'])
    await expect(room().getByText(`${level} 相符`)).toBeVisible()
})

test('steps 5 to 8: through the steps to a verdict, a finding mended where it leads, and the desk of the same mind', async () => {
  await face(card.named(5)[0]!)
  await toCredit('100.00')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const [check, run, mend] = card.named(7)
  await expect(receipt().locator('.ant-steps-item-process')).toContainText(check!)
  expect(run).toBe(check)
  await page.keyboard.press('Alt+r')
  await expect(receipt().getByText(/^第 1 次/)).toBeVisible()
  const verdict = receipt().getByRole('region', { name: '结论' })
  await expect(verdict).toContainText('可提交')
  await still(page)
  expect(await seriousFaults(page, '[data-view="forex/credit"]')).toEqual([])

  // The declaration is due; that it was made is noted where the finding leads.
  const due = receipt().getByRole('gridcell', { name: 'FX-G01', exact: true })
  await expect(due).toBeVisible()
  await tabTo(page, '字词、单号')
  await page.keyboard.press('Tab')
  await downTo('FX-G01')
  await page.keyboard.press('Enter')
  await press(mend!, receipt())
  await expect(receipt().getByLabel('已申报日期')).toBeFocused()
  await page.keyboard.type('2026-10-12')
  await page.keyboard.press('Control+Enter')
  await expect(receipt().locator('.face-head')).toContainText('改动前')
  for (const step of card.named(6).slice(1, 5)) await next(step)

  await next(check!)
  await page.keyboard.press('Alt+r')
  await expect(receipt().getByText(/^第 2 次/)).toBeVisible()
  await expect(receipt().getByText('改动前')).toHaveCount(0)

  const [data, duties] = card.named(8)
  await next(data!)
  await expect(receipt().getByRole('table', { name: '涉外收入申报单' })).toContainText('TXAMT')
  await next(duties!)
  await expect(receipt().getByText('没有到期的义务')).toBeVisible()

  await go('收汇与结汇')
  await face('结汇预检')
  await press('送外汇台预检')
  await expect(room().getByText('外汇台与本机结论一致')).toBeVisible({ timeout: 60_000 })
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
type Index = {
  receipts: { result: string }[]
  documents: { role: string; files: string[] }[]
  files: { name: string; original: string; sha256: string; bytes: number }[]
}

test('step 9: the pack can be read and proven without the product, and the receipt is handed in', async () => {
  await page.keyboard.press('Alt+ArrowRight')
  await next('证据包')
  const advice = Buffer.from('credit advice BANK1', 'utf8')
  await receipt()
    .locator('input[type=file]')
    .setInputFiles({ name: '收款通知.pdf', mimeType: 'application/pdf', buffer: advice })
  await choose(receipt().getByRole('combobox', { name: '角色 收款通知.pdf' }), '收款通知')
  const [, make, hand] = card.named(9)
  const file = path.join(folder, 'pack.zip')
  app.answer({ showSaveDialog: file })
  await press(make!, receipt())
  await expect(page.getByText(/已保存到.*pack\.zip/)).toBeVisible()

  const files = unzip(await readFile(file))
  const json = files.get('index.json')!
  await expect(receipt().getByText(sha256(json))).toBeVisible()
  const index = JSON.parse(json.toString('utf8')) as Index
  expect(index.receipts).toMatchObject([{ result: 'READY' }])
  expect([...files.keys()].sort()).toEqual(
    [
      ...['index.html', 'index.en.html', 'index.json', 'SHA256SUMS.txt'],
      ...index.files.map(({ name }) => name),
    ].sort(),
  )
  for (const { name, sha256: digest, bytes } of index.files) {
    expect([sha256(files.get(name)!), files.get(name)!.length], name).toEqual([digest, bytes])
  }
  const own = index.files.find(({ original }) => original === '收款通知.pdf')!
  expect(files.get(own.name)).toEqual(advice)
  const html = files.get('index.html')!.toString('utf8')
  for (const word of [own.sha256, 'A-1', '演练']) expect(html).toContain(word)

  await press(hand!, receipt())
  await expect(receipt().getByText(/已交银行，王关务/)).toBeVisible()
})

test('the receipt belongs to an item of a 报关单, and the rebate room sees it collected', async () => {
  const steps = receipt().locator('.ant-steps-item-process')
  for (const step of ['义务', '申报数据', '预检', '币种', '9810', '轧差', '订单与货物']) {
    await page.keyboard.press('Alt+PageUp')
    await expect(steps).toContainText(step)
  }
  await press('新增 收款归属报关单项', receipt())
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^报关单号/).focus()
  await page.keyboard.type(item)
  await tabTo(page, /^项号/)
  await page.keyboard.type('1')
  await tabTo(page, /^金额/)
  await page.keyboard.type('100')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(receipt().getByRole('region', { name: '收款归属报关单项' })).toContainText(item)

  await go('出口退税')
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('dialog', { name: '新建批次' })).toBeVisible()
  await tabTo(page, '备注')
  await page.keyboard.press('Enter')
  const batch = page.locator('.rebate-batch:visible')
  await expect(batch.getByRole('region', { name: '企业', exact: true })).toBeVisible()
  await nextStep(batch, '出口明细')
  await page.keyboard.press('Alt+n')
  const items = page.getByRole('dialog', { name: '取单' })
  await expect(items.getByRole('gridcell', { name: `${item}-1` })).toBeVisible()
  await tabTo(page, /^选择全部/)
  await page.keyboard.press('Space')
  await tabTo(page, '取入本批')
  await page.keyboard.press('Enter')
  await expect(items).toHaveCount(0)
  for (const step of ['处理方式', '配单', '疑点', '金额', '期限', '备案单证']) await nextStep(batch, step)
  await press('取收汇', batch)
  await expect(page.getByText('取入 1 笔，1 份报关单；1 行已收汇，0 行未收齐')).toBeVisible()
})

test('月结勾稽: every difference told, the month closed, and nothing of it changes any more', async () => {
  await go('收汇与结汇')
  const month = await readCard(page, '月结勾稽')
  await face(month.named(2)[0]!)
  await press('2026-10 主店 USD', room())
  const sheet = page.locator('[data-view="forex/month"]:visible')
  const bridge = sheet.getByRole('region', { name: '勾稽表' })
  const tell = bridge.getByRole('button', { name: spaced(month.named(3)[0]!) })
  await expect(bridge).toBeVisible()
  const close = sheet.getByRole('button', { name: month.named(5)[2]! })
  await expect(close).toBeDisabled()

  const [vat, save] = month.named(4)
  await sheet.getByLabel(vat!).focus()
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('button', { name: spaced(save!) })).toBeDisabled()
  for (let left = await tell.count(); left > 0; left -= 1) {
    const form = bridge.locator('form').first()
    await choose(form.getByRole('combobox', { name: '原因' }), '其他')
    await form.getByRole('textbox', { name: '说明' }).focus()
    await page.keyboard.type('样例')
    await page.keyboard.press('Enter')
    await expect(tell).toHaveCount(left - 1)
  }
  const [excel] = month.named(5)
  const file = path.join(folder, 'month.xlsx')
  app.answer({ showSaveDialog: file })
  await press(excel!, sheet)
  await expect(page.getByText(/已保存到.*month\.xlsx/)).toBeVisible()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const words = JSON.stringify(book.worksheets.map((one) => one.getSheetValues()))
  for (const word of ['月结勾稽表', '主店', '2026-10', '演练']) expect(words).toContain(word)

  await expect(close).toBeEnabled()
  await close.focus()
  await page.keyboard.press('Enter')
  // It has no way back: Enter alone leaves it open.
  const ask = page.getByRole('dialog')
  await expect(ask.getByRole('button', { name: spaced('取消') })).toBeFocused()
  await press(spaced(month.named(5)[2]!), ask)
  await expect(sheet.getByText('已锁账', { exact: true })).toBeVisible()
  await expect(bridge.getByRole('button')).toHaveCount(0)
  await expect(sheet.getByText(/更正登记在未锁的月份/)).toBeVisible()

  // What the month rests on is held as well.
  await go('收汇与结汇')
  await face('台账')
  await toCredit('93.00')
  await page.keyboard.press('Space')
  await press('撤回认领', room())
  await expect(page.getByText(/2026-10 主店 USD 已锁账/)).toBeVisible()
  await expect(room().getByRole('row').filter({ hasText: '93.00' })).toContainText('流程中')
})
