import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useBookState, type Session } from '../../app/book'
import { clearDrafts } from '../../app/drafts'
import { useNavigation } from '../../app/navigation'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { RebateBatchView, RebatePapers, RebateRules } from '../../data/port'
import { RebateRoom } from './RebateRoom'
import { run, batch, link, explained, samplePort } from './sample.test-data'
import { BatchView } from './wizard/BatchView'

const acts = {
  linkRebate: vi.fn(async () => ({ linkNo: '20261100100000002' })),
  dealWithRebateFindings: vi.fn(async () => undefined),
  answerRebateLines: vi.fn(async () => 1),
  actOnRebateLines: vi.fn(async () => ({
    moved: 2,
    left: [{ key: '310420260000000001003', state: 'undeclared' }],
  })),
  newRebateBatch: vi.fn(async () => ({ id: 'b9' })),
  declareExempt: vi.fn(async () => 1),
  setRebateRules: vi.fn(async (_rules: RebateRules) => undefined),
  sendRebateLetter: vi.fn(async () => ({ held: 2, left: [] })),
  putRebatePapers: vi.fn(async (_record: RebatePapers) => undefined),
}
const open = (own: RebateBatchView = batch) => {
  const port = { ...samplePort(own), ...acts }
  const session = { port, officer: '李会计', entry: { kind: 'practice' } } as unknown as Session
  useBookState.setState({ book: { phase: 'open', session } as never })
}
const openBatch = (own?: RebateBatchView) => {
  open(own)
  mount(<BatchView params={{ id: 'b1' }} />)
}
const step = (name: string) =>
  page.getByRole('button', { name: new RegExp(`^(\\d+|check)? ?${name}$`) }).click()

afterEach(() => {
  unmount()
  clearDrafts()
  vi.clearAllMocks()
})

/** By key: a dialog that still grows moves its button away between press and release. */
async function press(name: RegExp): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name })
  await expect.element(button).toBeEnabled()
  ;(button.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
}
describe('出口退税', () => {
  it('lists the batches with what they are worth and makes a new one by keyboard', async () => {
    open()
    mount(<RebateRoom params={{}} />)
    await expect.element(page.getByText('必改 1 · 提示 2 · 已处理 1').first()).toBeVisible()
    await expect.element(page.getByText('13,000.00').first()).toBeVisible()
    await expect.poll(seriousFaults).toEqual([])
    await page.getByRole('button', { name: '新建批次' }).click()
    await userEvent.fill(page.getByLabelText('备注'), '十一月')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() =>
      expect(acts.newRebateBatch).toHaveBeenCalledExactlyOnceWith(
        { period: expect.stringMatching(/^\d{6}$/), kind: 'trading', note: '十一月' },
        '新建退税批次',
      ),
    )
    expect(
      useNavigation
        .getState()
        .tabs.some(({ view, params }) => view === 'rebate/batch' && params['id'] === 'b9'),
    ).toBe(true)
  })

  it('opens where the work stands, and says of a finding where, why, what to do and on which ground', async () => {
    openBatch()
    await page.getByText('RB-E03', { exact: true }).dblClick()
    const detail = page.getByRole('article', { name: /^RB-E03/ })
    for (const name of ['哪里', '为什么', '怎么办', '依据'])
      await expect.element(detail.getByText(name, { exact: true })).toBeVisible()
    await expect.element(detail.getByText('成交单位')).toBeVisible()
    await expect.poll(seriousFaults).toEqual([])
    await detail.getByRole('button', { name: '去修改' }).click()
    // The line with the field it is about, and how it is treated.
    const line = page.getByRole('article', { name: '310420260000000001-2' })
    await expect.element(line.getByText('由哪条规则决定')).toBeVisible()
    await expect.element(line.getByText('外贸企业取得专用发票：退税')).toBeVisible()
    expect(document.querySelector('.face-marked dt')?.textContent).toBe('成交单位')
    await expect.poll(seriousFaults).toEqual([])
  })

  it('deals with a finding only for a reason, and keeps it in the list', async () => {
    openBatch()
    await page.getByText('RB-F03', { exact: true }).dblClick()
    await expect.element(page.getByRole('button', { name: '已处理', exact: true })).toBeDisabled()
    await userEvent.type(page.getByRole('textbox', { name: '怎样处理的，为什么' }), '资料齐全，逾期申报')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() =>
      expect(acts.dealWithRebateFindings).toHaveBeenCalledExactlyOnceWith('b1', ['f2'], '资料齐全，逾期申报'),
    )
    await page.getByText('RB-E14', { exact: true }).dblClick()
    await expect.element(page.getByText('季节性采购，附说明')).toBeVisible()
    // What says the same as its rule is said once.
    expect(
      page
        .getByRole('article', { name: /^RB-E14/ })
        .getByText('为什么', { exact: true })
        .query(),
    ).toBeNull()
    await page.getByRole('button', { name: '收回' }).click()
    await vi.waitFor(() => expect(acts.dealWithRebateFindings).toHaveBeenLastCalledWith('b1', ['f3'], ''))
  })

  it('links by hand with quantities that cannot be more than what is left', async () => {
    openBatch()
    await step('配单')
    const boxes = page.getByRole('grid', { name: '未配单的出口' }).getByRole('checkbox')
    await boxes.nth(1).click()
    await page.getByRole('grid', { name: '可用的进项发票行' }).getByRole('checkbox').nth(1).click()
    await page.getByRole('button', { name: '手工配单' }).click()
    const quantity = page.getByRole('textbox', { name: '数量 26132000000000000001-1 *金属制品*不锈钢水杯' })
    // As much as the export wants, of the 1,500 that are left.
    await expect.element(quantity).toHaveValue('500')
    await userEvent.fill(quantity, '1500.5')
    await expect.element(page.getByText('只余 1500')).toBeVisible()
    await userEvent.fill(quantity, '500')
    await press(/^配\s?单$/)
    await vi.waitFor(() =>
      expect(acts.linkRebate).toHaveBeenCalledExactlyOnceWith(
        'b1',
        {
          exports: [{ declarationNo: '310420260000000001', item: 2, qty: '500' }],
          purchases: [{ id: '26132000000000000001#1', qty: '500' }],
        },
        '手工配单',
      ),
    )
  })

  it('opens every figure to its formula and inputs, down to the invoice', async () => {
    openBatch()
    await step('金额')
    const refund = explained.find(({ rule }) => rule === 'RB-D01')!
    await page
      .getByRole('region', { name: '金额' })
      .last()
      .getByText(refund.label.zh, { exact: true })
      .first()
      .click()
    const opened = document.querySelector('.figure[open] > .figure-body')!
    expect(opened.querySelector('p')!.textContent).toMatch(/^算法：.*RB-D01$/)
    // What it is made of is a figure again, down to the net of the invoice.
    expect(opened.textContent).toContain('50,000.00')
    await expect.poll(seriousFaults).toEqual([])
  })

  it('says the verdict in words and compares two runs', async () => {
    openBatch()
    await step('结果')
    await expect.element(page.getByText('有 1 处必改，现在申报会被退回或追缴')).toBeVisible()
    await expect.element(page.getByText('少了 1 条，多了 1 条，2 条不变')).toBeVisible()
    await expect.poll(seriousFaults).toEqual([])
  })

  it('gives nothing out before a check', async () => {
    openBatch({ ...batch, run: undefined })
    await step('结果')
    await expect.element(page.getByText('还没有预检')).toBeVisible()
    await expect.element(page.getByRole('button', { name: '申报明细表' })).toBeDisabled()
    await expect.element(page.getByRole('button', { name: '期限日历' })).toBeEnabled()
  })

  it('notes what the tax office did and names the lines it does not fit', async () => {
    openBatch({
      ...batch,
      locked: true,
      state: 'declared',
      run: { ...run, counts: { blocking: 0, warning: 0, info: 0 } },
    })
    await page.getByRole('button', { name: '记录进展' }).click()
    await press(/^记\s?录$/)
    await vi.waitFor(() => expect(acts.actOnRebateLines).toHaveBeenCalledOnce())
    await expect.element(page.getByText('1 行的状态不允许，没有改').last()).toBeVisible()
    await expect.element(page.getByText('310420260000000001-3 · 未申报')).toBeVisible()
  })

  it('takes a receipt of a 报关单 as it is typed, and keeps nothing while a cell is wrong', async () => {
    openBatch()
    await step('备案单证')
    await page.getByRole('button', { name: /^编\s?辑$/ }).click()
    const tab = page.getByRole('tab', { name: /^收汇凭证/ })
    ;(tab.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    const cells = page.getByRole('grid', { name: '收汇凭证' }).getByRole('gridcell')
    await expect.element(cells.first()).toBeVisible()
    await cells.first().click()
    await userEvent.keyboard('R-1{Enter}2026/4/2{Enter}{ArrowRight}twelve{Enter}USD{Enter}')
    await expect.element(page.getByText('第 1 行 金额：金额为数字')).toBeVisible()
    await expect.element(page.getByRole('dialog').getByRole('button', { name: /^保\s?存$/ })).toBeDisabled()
    await expect.poll(seriousFaults).toEqual([])
    await cells.nth(3).click()
    await userEvent.keyboard('1,200.50{Enter}')
    await press(/^保\s?存$/)
    await vi.waitFor(() => expect(acts.putRebatePapers).toHaveBeenCalledOnce())
    expect(acts.putRebatePapers.mock.calls[0]![0]).toMatchObject({
      receipts: [{ no: 'R-1', date: '2026-04-02', amount: '1200.50', currency: 'USD' }],
    })
  })

  it('takes the list of cancelled refunds as it is pasted, once every row can be read, and keeps the other rules', async () => {
    open()
    mount(<RebateRoom params={{ face: 'rates' }} />)
    await page.getByRole('button', { name: '取消退税清单（0）' }).click()
    const rows = page.getByRole('textbox', { name: '清单' })
    await userEvent.fill(rows, '7323940000\t2024-12-01\n7601 去年')
    const dialog = page.getByRole('dialog')
    await expect.element(dialog.getByText(/第 2 行「7601 去年」：第 2 列不是日期/)).toBeVisible()
    await expect.element(dialog.getByRole('button', { name: /保\s?存/ })).toBeDisabled()
    await userEvent.fill(rows, '7323940000\t2024-12-01\n7601 2024-12-01 公告')
    await expect.poll(seriousFaults).toEqual([])
    await press(/保\s?存/)
    await vi.waitFor(() => expect(acts.setRebateRules).toHaveBeenCalledOnce())
    const [[stored]] = acts.setRebateRules.mock.calls as unknown as [[RebateRules]]
    expect(stored.cancelledRefunds).toEqual([
      { code: '7323940000', from: '2024-12-01' },
      { code: '7601', from: '2024-12-01', document: '公告' },
    ])
    expect(Object.keys(stored)).toEqual(expect.arrayContaining(['settings', 'numbers', 'fx']))
  })

  it('notes a letter of a 生产企业 by the 报关单 it holds, with what else the letter tells', async () => {
    open()
    mount(<RebateRoom params={{ face: 'ledger' }} />)
    await page.getByText('函调', { exact: true }).click()
    await page.getByRole('button', { name: '登记函调' }).click()
    // No invoice leads to a line here: it starts with the 报关单.
    await page.getByRole('combobox', { name: '报关单号' }).click()
    await userEvent.keyboard('{Enter}{Escape}')
    expect(
      page
        .getByRole('dialog')
        .getByRole('button', { name: /保\s?存/ })
        .element(),
    ).toHaveProperty('disabled', true)
    await userEvent.fill(page.getByLabelText('供货方', { exact: true }), '示例瓷土厂')
    await userEvent.fill(page.getByRole('combobox', { name: /发票号码/ }), 'F1 F2 ')
    await press(/保\s?存/)
    await vi.waitFor(() =>
      expect(acts.sendRebateLetter).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({
          sellerName: '示例瓷土厂',
          sellerTaxNo: '',
          invoices: ['F1', 'F2'],
          declarations: ['310420260000000001'],
        }),
        '登记函调',
      ),
    )
  })

  it('shows the papers, the terms, the enterprise and the other pages without a fault of access', async () => {
    openBatch()
    for (const name of ['企业', '出口明细', '期限', '备案单证', '申报后']) {
      await step(name)
      await expect.element(page.getByRole('region', { name, exact: true })).toBeVisible()
      await expect.poll(seriousFaults, { message: name }).toEqual([])
    }
    open()
    mount(<RebateRoom params={{ face: 'exempt' }} />)
    await expect.element(page.getByText('免税出口销售额')).toBeVisible()
    for (const [face, text] of [
      ['视同内销', '过氧化氢'],
      ['年度清理', '缺发票'],
      ['退税台账', '2026-09'],
      ['海外仓核算', '待核算'],
      ['函调', '44 天'],
      ['退货', '应补税 195.00'],
      ['加工贸易手册', 'C12345678901'],
      ['文库与汇率', '正在使用'],
      ['进项发票', '金额 250,000.00，剩余 150,000.00'],
    ] as const) {
      await page.getByText(face, { exact: true }).first().click()
      await expect.element(page.getByText(text).first()).toBeVisible()
      await expect.poll(seriousFaults, { message: face }).toEqual([])
    }
    expect(link.figures.outsideBand).toBe(true)
  })
})
