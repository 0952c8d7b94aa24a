import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useBookState, type Session } from '../../app/book'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { DeliveryView, MessagesRead, TaxPage, TaxQuery } from '../../data/port'
import { ImportTaxRoom } from './ImportTaxRoom'

const bills: TaxPage = {
  rows: [
    {
      id: 'b1',
      invtNo: '04022026I000000001',
      taxNo: 'T04022026I000000001',
      at: '2026-04-02T10:30:00.000+08:00',
      customsTax: '0',
      valueAddedTax: '9.1',
      consumptionTax: '0',
      total: '9.1',
      status: '2',
      entDutyNo: 'J04022026I000000001',
      list: 'l1',
      copNo: 'YGA20260401000001',
      orderNo: 'IM-1',
    },
  ],
  total: 1,
  months: [
    {
      month: '202604',
      bills: 1,
      void: 1,
      open: 0,
      amounts: { customsTax: '0', valueAddedTax: '9.1', consumptionTax: '0' },
      total: '9.1',
    },
  ],
}
const delivery: DeliveryView = {
  id: 'd1',
  number: 'R04022026I000000001',
  operatorCode: 'O',
  operatorName: '演练监管场所',
  billNo: '999-1',
  voyageNo: 'CA1',
  trafNo: 'T',
  logisticsCode: 'L',
  logisticsName: '物流',
  at: '20260402103000',
  logisticsNos: ['P1', 'P2'],
  known: 1,
  unknown: ['P2'],
}
const read: MessagesRead = {
  messages: 3,
  taxBills: 1,
  deliveries: 0,
  customsEntries: 0,
  tallied: 0,
  ticked: { CEB505: 2 },
  refused: [{ message: 'CEB505', number: 'P9', code: '100', info: '运单格式不对' }],
  unmatched: ['P9'],
  ignored: 0,
  unread: [{ file: 'note.txt', text: { zh: '不是报文', en: 'No message' } }],
}
const asked = vi.fn()
const port = {
  subscribe: async () => () => undefined,
  taxBills: async (query: TaxQuery) => (asked('bills', query), bills),
  deliveries: async () => [delivery],
  readMessages: async (files: File[]) => (
    asked(
      'read',
      files.map(({ name }) => name),
    ),
    read
  ),
}
beforeEach(() => {
  asked.mockClear()
  useBookState.setState({ book: { phase: 'open', session: { port } as unknown as Session } as never })
})
afterEach(unmount)

it('narrows the bills to a month, and says of files what was read, refused, unmatched and unreadable', async () => {
  mount(<ImportTaxRoom />)
  await page.getByRole('button', { name: '202604' }).click()
  await vi.waitFor(() =>
    expect(asked).toHaveBeenLastCalledWith('bills', expect.objectContaining({ month: '202604' })),
  )
  await expect.element(page.getByText('T04022026I000000001')).toBeVisible()
  expect(await seriousFaults()).toEqual([])
  const input = document.querySelector<HTMLInputElement>('input[data-read-messages]')!
  await userEvent.upload(input, [new File(['x'], '506.xml'), new File(['y'], 'note.txt')])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledWith('read', ['506.xml', 'note.txt']))
  await expect.element(page.getByText('运单（CEB505）：2 份清单已记上')).toBeVisible()
  await expect.element(page.getByText('对方的运单 P9：海关退单（100）')).toBeVisible()
  await expect.element(page.getByText('note.txt 读不了')).toBeVisible()
  await page.getByRole('button', { name: '知道了' }).click()
  await page.getByText('入库明细', { exact: true }).first().click()
  await expect.element(page.getByText('P2', { exact: true })).toBeVisible()
})
