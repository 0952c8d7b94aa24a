import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../../components/testing'
import { encodeIpcError } from '#shared/ipc/contract'
import type { MergeProposal } from '../../data/port'
import { useBookState, type Session } from '../book'
import { MergeNotice } from './MergeNotice'

const proposal: MergeProposal = {
  orderNo: 'M-1',
  orders: [
    { id: 'a', orderNo: 'M-1' },
    { id: 'b', orderNo: 'M-2' },
  ],
  waybillNo: 'LPM',
  country: 'US',
  currency: 'USD',
  amount: '25',
  lines: 2,
} as MergeProposal

type Told = (notice: { tables: string[] }) => void
let told: Told[] = []
let proposals: MergeProposal[] = []
/** The merge under way: nothing is stored before the test says so. */
let stored: { resolve: () => void; reject: (error: Error) => void }
const merge = vi.fn(
  () =>
    new Promise<{ group: string; merged: number }>((resolve, reject) => {
      stored = { resolve: () => resolve({ group: 'g', merged: 1 }), reject }
    }),
)

beforeEach(() => {
  told = []
  proposals = [proposal]
  merge.mockClear()
  const port = {
    subscribe: async (listener: Told) => {
      told.push(listener)
      return () => undefined
    },
    mergeProposals: async () => proposals,
    mergeOrders: merge,
  }
  useBookState.setState({ book: { phase: 'open', session: { port } as unknown as Session } as never })
})
afterEach(unmount)

const dialog = () => page.getByRole('dialog')
const ok = () => dialog().getByRole('button', { name: '合单（1 组）' })
const changed = () => told.forEach((tell) => tell({ tables: ['results'] }))
const open = async () => {
  mount(<MergeNotice />)
  await page.getByRole('button', { name: '查看并合单' }).click()
  await expect.element(ok()).toBeEnabled()
}

describe('合单', () => {
  it('is asked for once by any number of clicks, and closes when it is stored', async () => {
    await open()
    await ok().click()
    await expect.element(dialog().getByRole('button', { name: /取\s*消/ })).toBeDisabled()
    ok()
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).toBeVisible()
    expect(merge).toHaveBeenCalledExactlyOnceWith([['a', 'b']], '合单')
    stored.resolve()
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.element(page.getByText('1 组订单已合单')).toBeVisible()
  })

  it('closes also when the book changes under the click and nothing is left to propose', async () => {
    await open()
    await ok().click()
    proposals = []
    changed()
    await expect.element(page.getByRole('button', { name: '查看并合单' })).not.toBeInTheDocument()
    await expect.element(dialog()).toBeVisible()
    stored.resolve()
    await expect.element(dialog()).not.toBeInTheDocument()
  })

  it('stays with its choice when it is refused, and can be asked for again', async () => {
    await open()
    await ok().click()
    stored.reject(new Error(encodeIpcError('busy', { zh: '正在对碰', en: 'matching' })))
    await expect.element(page.getByText('正在对碰')).toBeVisible()
    await expect.element(ok()).toBeEnabled()
    await ok().click()
    expect(merge).toHaveBeenCalledTimes(2)
    stored.resolve()
    await expect.element(dialog()).not.toBeInTheDocument()
  })
})
