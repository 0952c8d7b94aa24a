import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { useBookState, type Session } from '../../../app/book'
import { mount, unmount } from '../../../components/testing'
import type { TaxBillRow } from '../../../data/port'
import { ListTaxes } from './ListTaxes'
import { RetailEstimate } from './RetailEstimate'

const bill: TaxBillRow = {
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
}
const retail = {
  law: '2019-01-01',
  dutiable: '100',
  share: '0.7',
  knownYear: '300',
  tax: { duty: '0', consumption: '0', vat: '9.1', total: '9.1' },
}
const open = (bills: Record<string, TaxBillRow[]>) => {
  const port = {
    subscribe: async () => () => undefined,
    listTaxes: async (list: string) => bills[list] ?? [],
  }
  useBookState.setState({ book: { phase: 'open', session: { port } as unknown as Session } as never })
}
afterEach(unmount)

it('shows what customs charges beside the estimate', async () => {
  open({ l1: [bill], l2: [{ ...bill, id: 'b2', taxNo: 'T2' }] })
  mount(
    <>
      <RetailEstimate retail={retail as never} />
      <ListTaxes list="l1" />
    </>,
  )
  await expect.element(page.getByRole('row', { name: /T04022026I000000001/ })).toHaveTextContent('已汇总')
  await expect.element(page.getByText('J04022026I000000001')).toBeVisible()
  expect(page.getByText('T2', { exact: true }).elements()).toHaveLength(0)
})

it('says where a bill comes from while there is none', async () => {
  open({})
  mount(<ListTaxes list="l1" />)
  await expect.element(page.getByText(/还没有电子税单/)).toBeVisible()
})
