import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { actsOnReturn, returnEvents } from '#shared/returns/routes'
import { deadlinesOf } from '#shared/returns/clocks'
import { useBookState, type Session } from '../../app/book'
import { useNavigation } from '../../app/navigation'
import { clearDrafts } from '../../app/drafts'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { ReturnSheet, ReturnView } from '../../data/port'
import { ReturnForm } from './ReturnForm'
import { ReturnsRoom } from './ReturnsRoom'

const facts = {
  direction: 'export',
  mode: '9610',
  releasedOn: '2026-11-02',
  exportedOn: '2026-11-03',
} as const
const sheet: ReturnSheet = {
  ...facts,
  list: 'l1',
  copNo: 'YGA20261102000001',
  invtNo: '04022026E000000001',
  orderNo: '#2001',
  stage: 'gone',
  acts: Object.fromEntries(
    returnEvents.map((event) => [event, actsOnReturn(event, 'gone', facts)]),
  ) as ReturnSheet['acts'],
  lines: [
    { gnum: '1', declared: '2', returned: '0', left: '2', itemNo: 'MUG-01', gname: '搪瓷水杯', unit: '007' },
    { gnum: '2', declared: '1', returned: '1', left: '0', itemNo: 'MUG-02', gname: '搪瓷碗', unit: '007' },
  ],
  transport: {
    customsCode: '0402',
    logisticsNo: 'LX1',
    logisticsCode: '3305980001',
    logisticsName: '演练物流有限公司',
    billNo: 'LX1',
    trafMode: '5',
    trafName: '',
    voyageNo: '',
    portCode: '0402',
    country: '502',
  },
  replacement: {
    orderNo: '#2001-R1',
    currency: 'USD',
    lines: [
      { sku: 'MUG-01', name: '搪瓷水杯', quantity: '', price: '12.5' },
      { sku: 'MUG-02', name: '搪瓷碗', quantity: '', price: '8' },
    ],
  },
}
const view: ReturnView = {
  ...facts,
  id: 'r1',
  rev: 1,
  copNo: 'YGA20261110000002',
  list: 'l1',
  listCopNo: sheet.copNo,
  invtNo: sheet.invtNo,
  orderNo: '#2001',
  serial: 1,
  event: 'goods-back',
  act: 'return',
  reason: '买家退货',
  items: [{ gnum: '1', qty: '1' }],
  settled: {},
  notedAt: '2026-11-10T02:00:00Z',
  state: 'waiting',
  deadlines: deadlinesOf(facts, '2026-11-22'),
  open: ['tax', 'forex'],
  tallied: { how: 'imported', who: '申报员', at: '2026-11-12T02:00:00Z' },
}
const { tallied: _tallied, ...untallied } = view
const swapped: ReturnView = {
  ...untallied,
  id: 'r2',
  copNo: 'YGA20261111000004',
  event: 'replaced',
  act: 'new-list',
  reason: '寄错颜色，买家收到的是蓝色，订的是红色，要求补发',
  state: 'noted',
  open: [],
  replacement: { order: 'o2', platform: 'shopify', shop: '主店', orderNo: '#2001-R1' },
}
const done = vi.fn()
const port = {
  subscribe: async () => () => undefined,
  returnSheet: async () => sheet,
  checkReturn: async () => [],
  keepReturn: async (...args: unknown[]) => (
    done('keep', ...args),
    { id: 'r2', copNo: 'YGA20261122000003', batchNo: '' }
  ),
  returns: async () => [view, swapped],
  settleReturn: async (...args: unknown[]) => void done('settle', ...args),
  page: async () => ({ rows: [], total: 0, notFound: ['X'], version: 1 }),
}
beforeEach(() => {
  done.mockClear()
  clearDrafts()
  useBookState.setState({ book: { phase: 'open', session: { port } as unknown as Session } as never })
})
afterEach(unmount)

describe('退货', () => {
  it('declares what comes back only with quantity, reason and transport, and keeps input that was left', async () => {
    mount(<ReturnForm params={{ list: 'l1' }} />)
    await expect.element(page.getByText('搪瓷水杯')).toBeVisible()
    await expect.element(page.getByText('还有', { exact: false }).first()).toBeVisible()
    await page.getByRole('button', { name: '申报退货（入发送队列）' }).click()
    expect(done).not.toHaveBeenCalled()
    await userEvent.fill(page.getByLabelText('原因', { exact: true }), '买家退货')
    await userEvent.fill(page.getByLabelText('运输工具名称'), 'B777F')
    await userEvent.fill(page.getByLabelText('航班航次号'), 'CA1024')
    // What cannot come back any more cannot be filled in.
    await expect.element(page.getByLabelText('第2项 搪瓷碗 退回数量')).toBeDisabled()
    await page.getByRole('button', { name: '全部退回' }).click()
    unmount()
    mount(<ReturnForm params={{ list: 'l1' }} />)
    await expect.element(page.getByLabelText('第1项 搪瓷水杯 退回数量')).toHaveValue('2')
    expect(await seriousFaults()).toEqual([])
    await page.getByRole('button', { name: '申报退货（入发送队列）' }).click()
    await vi.waitFor(() =>
      expect(done).toHaveBeenCalledWith(
        'keep',
        expect.objectContaining({
          event: 'goods-back',
          act: 'return',
          items: [{ gnum: '1', qty: '2' }],
          transport: expect.objectContaining({ voyageNo: 'CA1024', customsCode: '0402' }),
        }),
        true,
      ),
    )
    expect(useNavigation.getState().room).toBe('returns')
  })

  it('of a mere refund asks neither goods nor transport, and says what it means for the other books', async () => {
    mount(<ReturnForm params={{ list: 'l1' }} />)
    await page.getByRole('combobox', { name: '情形' }).click()
    await page.getByText('仅退款，不退货', { exact: true }).click()
    await expect.element(page.getByRole('button', { name: '登记（不向海关申报）' })).toBeVisible()
    expect(page.getByText('退回的商品').elements()).toEqual([])
    await expect.element(page.getByText('口径待确认').first()).toBeVisible()
    await userEvent.fill(page.getByLabelText('原因', { exact: true }), '破损补偿')
    await page.getByRole('button', { name: '登记（不向海关申报）' }).click()
    await vi.waitFor(() =>
      expect(done).toHaveBeenCalledWith('keep', expect.objectContaining({ act: 'none', items: [] }), true),
    )
  })

  it('of a 换货 asks what is sent instead at which price, and gives only what is sent', async () => {
    mount(<ReturnForm params={{ list: 'l1' }} />)
    await page.getByRole('combobox', { name: '情形' }).click()
    await page.getByText('换货、补发', { exact: true }).click()
    await expect.element(page.getByLabelText('第1行 单价')).toHaveValue('12.5')
    await userEvent.fill(page.getByLabelText('第2行 补发数量'), '２')
    await userEvent.fill(page.getByLabelText('第2行 货号'), 'MUG-03')
    await userEvent.fill(page.getByLabelText('原因', { exact: true }), '寄错颜色')
    // The choices of 情形 are leaving; half gone they are nothing to judge.
    await vi.waitFor(() => expect(page.getByRole('listbox').elements()).toEqual([]))
    expect(await seriousFaults()).toEqual([])
    await page.getByRole('button', { name: '登记（不向海关申报）' }).click()
    await vi.waitFor(() =>
      expect(done).toHaveBeenCalledWith(
        'keep',
        expect.objectContaining({
          act: 'new-list',
          replacement: {
            orderNo: '#2001-R1',
            // Other goods: the name is that of the goods master.
            lines: [{ sku: 'MUG-03', name: '', quantity: '2', price: '8' }],
          },
        }),
        true,
      ),
    )
  })

  it('lists cases with their tasks; a task is ticked with what it was seen from', async () => {
    mount(<ReturnsRoom />)
    await expect.element(page.getByText('YGA20261110000002')).toBeVisible()
    await expect.element(page.getByText('已理货（对方报文）')).toBeVisible()
    // However long the reason is, the order that was sent instead can be reached.
    await expect.element(page.getByRole('button', { name: '补发订单 #2001-R1' })).toBeInViewport()
    // Before anything fades in or out: what is half transparent has no contrast.
    expect(await seriousFaults()).toEqual([])
    await page.getByRole('button', { name: '收汇已处理' }).click()
    await userEvent.type(page.getByLabelText('依据（可不填，记入操作记录）'), '原路退款')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith('settle', 'r1', 'forex', '原路退款'))
    await userEvent.fill(page.getByLabelText('清单、订单或运单号'), 'X')
    await page.getByRole('button', { name: '登记退货' }).click()
    await expect.element(page.getByText('没有清单带这个号码')).toBeVisible()
  })
})
