import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useBookState, type Session } from '../../app/book'
import { useNavigation } from '../../app/navigation'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { AskedView } from '../../data/port'
import { SecondRoom } from './SecondRoom'

const act = (digest: string, part: Partial<AskedView> = {}): AskedView => ({
  ...{ digest, act: 'sendReturn', by: '王录入', at: '2026-11-20T10:00:00Z', standing: 'open' },
  ...{ table: 'returns', ids: [`id-${digest}`], numbers: [`TH-${digest}`], count: 1 },
  ...{ asked: [`id-${digest}`, '重报'] },
  ...part,
})
let acts: AskedView[]
const done = vi.fn()
const port = {
  subscribe: async () => () => undefined,
  people: async () => ({ rules: { checking: true, graceDays: 0, since: '' } }),
  askedActs: async () => acts,
  totals: async (_table: string, filter: { where: unknown[] }) => ({ rows: filter.where.length > 2 ? 1 : 3 }),
  sendReturn: async (...asked: unknown[]) => done('send', ...asked),
  turnDown: async (...asked: unknown[]) => done('down', ...asked),
}
const open = (roles: string[]) =>
  useBookState.setState({
    book: {
      phase: 'open',
      session: { port, officer: '李复核', roles, entry: { id: 'b' } } as unknown as Session,
    },
  } as never)

beforeEach(() => {
  done.mockClear()
  acts = [
    act('1'),
    act('2', { standing: 'changed' }),
    act('3', { standing: 'down', down: { by: '赵', at: '2026-11-20T11:00:00Z', why: '重量不符' } }),
  ]
  open(['check', 'declare'])
})
afterEach(unmount)

it('shows what waits across rooms; agreeing does it as it was asked for, turning down takes a reason', async () => {
  mount(<SecondRoom />)
  await expect.element(page.getByText('3 份清单待复核')).toBeVisible()
  await expect.element(page.getByText('其中 1 份最后由您录入或修改')).toBeVisible()
  await expect.element(page.getByText('赵：重量不符')).toBeVisible()
  await expect.element(page.getByText('提出后有改动，请王录入重新提出')).toBeVisible()
  // What was changed since, or turned down, cannot be agreed to.
  expect(page.getByRole('button', { name: '同意并发出…' }).elements()).toHaveLength(1)
  // Nothing lies under the pointer, whose colours are others.
  await userEvent.hover(page.getByText('3 份清单待复核'))
  expect(await seriousFaults()).toEqual([])

  page.getByRole('button', { name: '同意并发出…' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog')).toHaveTextContent('TH-1')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => done.mock.calls).toEqual([['send', 'id-1', '重报']])
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()

  page.getByRole('button', { name: '退回…' }).first().element().focus()
  await userEvent.keyboard('{Enter}')
  const down = page.getByRole('dialog').getByRole('button', { name: /^退\s*回$/ })
  await expect.element(down).toBeDisabled()
  await page.getByRole('dialog').getByRole('textbox', { name: /^原因/ }).fill('数量不符')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => done.mock.calls.at(-1)).toEqual(['down', '1', '数量不符'])

  await page.getByRole('button', { name: 'TH-1' }).click()
  expect(useNavigation.getState().room).toBe('returns')
})

it('offers an officer without the right nothing that sends', async () => {
  open(['entry'])
  mount(<SecondRoom />)
  const give = page.getByRole('button', { name: '同意并发出…' })
  await expect.element(give).toBeDisabled()
  expect(give.element().getAttribute('title')).toContain('角色')
  await expect.element(page.getByRole('button', { name: '退回…' }).first()).toBeDisabled()
})
