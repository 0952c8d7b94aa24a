import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useBookState, type Session } from '../../app/book'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { BillView, DepartureView, ParcelView } from '../../data/port'
import { DepartureRoom } from './DepartureRoom'

const parcel = (n: number, change: Partial<ParcelView> = {}): ParcelView => ({
  id: `w${n}`,
  logisticsNo: `LX10000000${n}`,
  totalPackageNo: 'BAG-1',
  billNo: '999-12345675',
  voyageNo: 'CZ3041',
  weighed: '0.62',
  calculated: '0.6',
  difference: '0.02',
  verdict: 'within',
  decision: '',
  list: `l${n}`,
  copNo: `YGA2026040100000${n}`,
  listState: 'released',
  declared: '0.6',
  departure: '',
  ...change,
})
const parcels = [
  parcel(1, { weighed: '9.9', difference: '9.3', verdict: 'over' }),
  parcel(2),
  parcel(3, { verdict: 'unknown', calculated: '', difference: '', list: '', copNo: '', listState: '' }),
]
const bill: BillView = {
  billNo: '999-12345675',
  voyageNo: 'CZ3041',
  trafName: '',
  trafMode: '',
  bags: 1,
  parcels: 3,
  ready: 1,
  grossWeight: '0.62',
  ashore: [
    { reason: 'undecided', parcels: 1, numbers: ['LX100000001'] },
    { reason: 'no-list', parcels: 1, numbers: ['LX100000003'] },
  ],
}
const departure: DepartureView = {
  id: 'd1',
  rev: 1,
  copNo: 'YGA20260401000009',
  customsCode: '0402',
  trafMode: '5',
  trafName: 'B777F',
  voyageNo: 'CZ3041',
  billNo: '999-12345675',
  logisticsCode: '3305980001',
  logisticsName: '演练物流有限公司',
  grossWeight: '0.62',
  state: 'accepted',
  answer: { code: '120', text: '逻辑校验通过' },
  parcels: 1,
  bags: 1,
  parts: 1,
}
const done = vi.fn()
const port = {
  subscribe: async () => () => undefined,
  parcels: async () => ({
    rows: parcels,
    total: 3,
    byVerdict: { within: 1, over: 1, unchecked: 0, unknown: 1 },
    undecided: 1,
    grossWeight: '11.14',
    tolerance: { percent: '10', kg: '0.1' },
  }),
  decideWeights: async (...args: unknown[]) => (done('decide', ...args), 1),
  bills: async () => [bill],
  depart: async (...args: unknown[]) => (
    done('depart', ...args),
    { departures: ['YGA20260401000009'], parcels: 1, documents: 1, batchNo: '01' }
  ),
  departures: async () => [departure],
  tickDeparture: async (...args: unknown[]) => void done('tick', ...args),
  transmitters: async () => ({ transmits: {}, exceptions: [] }),
  setTransmitters: async (...args: unknown[]) => void done('parties', ...args),
}

beforeEach(() => {
  done.mockClear()
  useBookState.setState({ book: { phase: 'open', session: { port } as unknown as Session } as never })
})
afterEach(unmount)

const face = (name: string) => page.getByText(name, { exact: true }).first().click()

describe('称重与总分单', () => {
  it('puts what waits for a decision first and takes one with a reason', async () => {
    mount(<DepartureRoom />)
    await expect.element(page.getByText('LX100000001')).toBeVisible()
    await expect.element(page.getByText('超出容差', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: '全部以称重为准' }).click()
    await expect.element(page.getByLabelText('原因（记入操作记录）')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(done).not.toHaveBeenCalled()
    await userEvent.type(page.getByLabelText('原因（记入操作记录）'), '复称确认')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith('decide', {}, 'weighed', '复称确认'))
    expect(await seriousFaults()).toEqual([])
  })

  it('says why parcels stay ashore, and departs once aircraft and reason are given', async () => {
    mount(<DepartureRoom />)
    await face('提运单')
    await expect.element(page.getByText('称重差异未处理')).toBeVisible()
    await page.getByRole('button', { name: '申报总分单（入发送队列）' }).click()
    const confirm = page.getByRole('dialog').getByRole('button', { name: '申报总分单（入发送队列）' })
    await page.getByLabelText('原因（记入操作记录）').fill('起飞前')
    await expect.element(confirm).toBeDisabled()
    await page.getByLabelText('运输工具名称').fill('B777F')
    await confirm.click()
    await vi.waitFor(() =>
      expect(done).toHaveBeenCalledWith(
        'depart',
        { billNo: '999-12345675', trafMode: '', voyageNo: 'CZ3041', trafName: 'B777F' },
        '起飞前',
      ),
    )
    await expect.element(page.getByText('YGA20260401000009').first()).toBeVisible()
  })

  it('ticks what the site reported', async () => {
    mount(<DepartureRoom />)
    await face('总分单')
    await page.getByRole('button', { name: '勾记运抵' }).click()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith('tick', 'd1', 'arrived', ''))
    expect(await seriousFaults()).toEqual([])
  })

  it('keeps an exception only with the code of its counterparty', async () => {
    mount(<DepartureRoom />)
    await face('谁传输')
    await page.getByRole('button', { name: '加一条' }).click()
    await expect.element(page.getByRole('button', { name: /保 ?存/ })).toBeDisabled()
    await page.getByLabelText('企业代码').fill('3305980001')
    await page.getByRole('button', { name: /保 ?存/ }).click()
    await page.getByLabelText('原因（记入操作记录）').fill('承运商自己报')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保 ?存/ })
      .click()
    await vi.waitFor(() =>
      expect(done).toHaveBeenCalledWith(
        'parties',
        { transmits: {}, exceptions: [{ message: 'CEB505', code: '3305980001', transmitter: 'carrier' }] },
        '承运商自己报',
      ),
    )
    expect(await seriousFaults()).toEqual([])
  })
})
