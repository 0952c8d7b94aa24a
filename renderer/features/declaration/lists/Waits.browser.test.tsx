import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useBookState, type Session } from '../../../app/book'
import { useNavigation } from '../../../app/navigation'
import { mount, unmount } from '../../../components/testing'
import type { Filter, Totals } from '../../../data/port'
import { DeclareDialog } from './DeclareDialog'
import { TickDialog } from './TickDialog'
import { Unsigned } from './Unsigned'

const nothing: Totals = {
  rows: 0,
  documents: 0,
  pieces: '0',
  grossWeight: '0',
  netWeight: '0',
  amounts: {},
}
let waits: { value: string; count: number }[] = []
/** As many as wait for the message that is filtered by. */
const totals = vi.fn(async (_table: string, { where = [] }: Filter) => {
  const wanted = where.find(({ column }) => column === 'awaits')
  const [message] = wanted && 'values' in wanted ? wanted.values : []
  return { ...nothing, documents: waits.find(({ value }) => value === message)?.count ?? 0 }
})

const openPort = () => ({ subscribe: async () => () => undefined, values: async () => waits, totals })

beforeEach(() => {
  totals.mockReset()
  const session = { port: openPort() } as unknown as Session
  useBookState.setState({ book: { phase: 'open', session } as never })
})
afterEach(unmount)

describe('declaring', () => {
  it('is asked for with the figures, and Enter confirms it once they are there and never before', async () => {
    let answer!: (totals: Totals) => void
    const asked = new Promise<Totals>((resolve) => (answer = resolve))
    totals.mockImplementation(() => asked)
    const [confirm, close] = [vi.fn(), vi.fn()]
    const session = { port: openPort(), entry: { kind: 'practice' } } as unknown as Session
    useBookState.setState({ book: { phase: 'open', session } as never })
    mount(<DeclareDialog filter={{}} onConfirm={confirm} onClose={close} />)
    const declare = page.getByRole('button', { name: /申报（入发送队列）/ })
    await expect.element(declare).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect([confirm, close].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
    await vi.waitFor(() => expect(totals).toHaveBeenCalled())
    answer({ ...nothing, rows: 2, documents: 2 })
    await expect.element(page.getByRole('cell', { name: '2', exact: true })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    expect(confirm).toHaveBeenCalledOnce()
    expect(close).not.toHaveBeenCalled()
  })
})

describe('ticking what others sent', () => {
  const shop = { column: 'shop', is: 'in' as const, values: ['main'] }

  it('begins with what is waited for, says how many, and keeps to the filter it was asked for', async () => {
    waits = [
      { value: 'receipt', count: 9 },
      { value: 'CEB507', count: 3 },
    ]
    const confirm = vi.fn()
    mount(<TickDialog filter={{ where: [shop] }} onConfirm={confirm} onClose={() => undefined} />)
    await expect.element(page.getByTitle('等运抵 (运抵单 CEB507)')).toBeVisible()
    await expect.element(page.getByRole('cell', { name: '3', exact: true })).toBeVisible()
    await userEvent.type(page.getByLabelText(/^依据/), '监管场所电话')
    await userEvent.keyboard('{Enter}')
    const scope = { where: [shop, { column: 'awaits', is: 'in', values: ['CEB507'] }] }
    expect(confirm).toHaveBeenCalledExactlyOnceWith(scope, 'CEB507', '监管场所电话')
  })

  it('has nothing to confirm where nothing waits for the message', async () => {
    waits = []
    const confirm = vi.fn()
    mount(<TickDialog filter={{}} onConfirm={confirm} onClose={() => undefined} />)
    await expect.element(page.getByText('没有在等这种单证的')).toBeVisible()
    await userEvent.type(page.getByLabelText(/^依据/), 'x')
    await userEvent.keyboard('{Enter}')
    expect(confirm).not.toHaveBeenCalled()
    await expect.element(page.getByRole('button', { name: '勾记对方' })).toBeDisabled()
  })
})

describe('待签名', () => {
  it('is said above the list with the way to the certificate, and not at all while nothing waits for it', async () => {
    waits = [{ value: 'signature', count: 2 }]
    mount(<Unsigned />)
    await expect.element(page.getByTestId('lists-unsigned')).toHaveTextContent('2 份清单待签名')
    await userEvent.click(page.getByRole('button', { name: '签名证书…' }))
    await vi.waitFor(() =>
      expect(useNavigation.getState().tabs.some(({ view }) => view === 'queue/certificate')).toBe(true),
    )
    unmount()
    waits = [{ value: 'receipt', count: 2 }]
    mount(<Unsigned />)
    expect(page.getByTestId('lists-unsigned').elements()).toHaveLength(0)
  })
})
