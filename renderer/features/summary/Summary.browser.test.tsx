import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useBookState, type Session } from '../../app/book'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { ApplicationView, SummaryPreview, SummaryResult } from '../../data/port'
import { groupEntries } from '#shared/summary/group'
import { closedList, listLine } from '#shared/summary/sample.test-data'
import { totalsOf } from '#shared/summary/totals'
import { SummaryRoom } from './SummaryRoom'

const grouping = { summaryFlag: '2', itemNameFlag: '1' } as const
const lists = [
  closedList(1, { lines: [listLine(1), listLine(2, { gcode: '6110200011', gname: '棉制针织衫' })] }),
  closedList(2, { head: { country: '303' } }),
]
const preview: SummaryPreview = {
  period: '202603',
  due: { day: '2026-04-15', nominal: '2026-04-15', certain: true },
  entries: groupEntries(lists, grouping).map((entry) => ({ ...entry, application: '', entryId: '' })),
  included: totalsOf(lists),
  simplified: totalsOf([closedList(3)]),
  excluded: [
    { reason: 'not-closed', lists: 12, copNos: ['YGA1', 'YGA2'] },
    { reason: 'earlier', lists: 2, copNos: ['YGA3', 'YGA4'] },
  ],
  applications: 1,
}
const application: ApplicationView = {
  id: 'a1',
  rev: 2,
  copNo: 'YGA20260401000001',
  period: '202603',
  customsCode: '0402',
  grouping,
  declarant: { code: '1301960ABC', name: '驿关演练贸易有限公司' },
  totals: preview.included,
  entries: 2,
  state: 'accepted',
  batchNo: '01',
  queuedAt: '2026-04-01T02:00:00Z',
  answer: { code: '399', text: '海关审结，同意汇总' },
  lists: 2,
  parts: 1,
  customs: [
    {
      id: 'e1',
      rev: 1,
      sumNo: 'S20260401000000001',
      declSeqNo: 'D60401000000001001',
      entryId: '040220260000001001',
      decState: '2',
      grossWeight: '2.4',
      netWeight: '2',
      items: 2,
      lists: 1,
      closedOn: '',
      noted: '',
    },
  ],
}
const result: SummaryResult = {
  preview: preview.entries,
  differenceCount: 1,
  differences: [
    {
      kind: 'missing',
      invtNo: '04022026E000000002',
      gnum: '1',
      entry: '',
      ours: '2-1',
      theirs: '',
    },
  ],
}
let applications: ApplicationView[] = [application]
const applySummary = vi.fn(async () => ({
  applications: ['YGA20260401000001'],
  lists: 2,
  documents: 1,
  batchNo: '01',
}))

beforeEach(() => {
  applySummary.mockClear()
  applications = [application]
  const port = {
    subscribe: async () => () => undefined,
    summaryMonths: async () => [{ period: '202603', due: preview.due, open: 2, simplified: 1, applied: 0 }],
    summaryPreview: async () => preview,
    applySummary,
    applications: async () => applications,
    summaryResult: async () => result,
  }
  useBookState.setState({ book: { phase: 'open', session: { port } as unknown as Session } as never })
})
afterEach(unmount)

/** Tab to what has this name. */
async function tabTo(name: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await userEvent.keyboard('{Tab}')
    const text = document.activeElement?.textContent ?? ''
    if (text.replaceAll(' ', '') === name) return
  }
  throw new Error(`${name} cannot be reached with Tab`)
}

describe('月末汇总', () => {
  it('shows the forms to come, the caveat, what stays out, and A lists beside', async () => {
    mount(<SummaryRoom />)
    await expect.element(page.getByText('将形成的报关单')).toBeVisible()
    await expect.element(page.getByText('“八同”各项名称口径待确认：未见公告原文')).toBeVisible()
    await expect.element(page.getByText('放行未结关')).toBeVisible()
    await expect.element(page.getByText('不产生报关单、不可退税')).toBeVisible()
    await expect.element(page.getByText('预计 2 份报关单')).toBeVisible()
    expect(await seriousFaults()).toEqual([])
  })

  it('is applied for by keyboard alone, with a reason', async () => {
    mount(<SummaryRoom />)
    await expect.element(page.getByText('将形成的报关单')).toBeVisible()
    await tabTo('汇总申报（入发送队列）')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByLabelText('原因（记入操作记录）')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(applySummary).not.toHaveBeenCalled()
    await userEvent.type(page.getByLabelText('原因（记入操作记录）'), '三月汇总')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() =>
      expect(applySummary).toHaveBeenCalledExactlyOnceWith(
        { period: '202603', grouping },
        undefined,
        '三月汇总',
      ),
    )
    // What became of it is shown next.
    await expect.element(page.getByText('YGA20260401000001').first()).toBeVisible()
  })

  it('opens the application a 报关单 came of when its number was searched for, on whatever page', async () => {
    const earlier = Array.from({ length: 16 }, (_, i) => ({
      ...application,
      id: `b${i}`,
      copNo: `YGA2026030100${String(i).padStart(4, '0')}`,
      customs: [],
    }))
    applications = [...earlier, application]
    mount(<SummaryRoom params={{ id: 'e1' }} />)
    await expect.element(page.getByText('040220260000001001')).toBeVisible()
    expect(document.querySelectorAll('tr.found-row')).toHaveLength(1)
    expect(document.querySelector('tr.found-row')?.textContent).toContain('YGA20260401000001')
    await expect.element(page.getByText('清单行不在汇总结果中')).toBeInViewport()
  })

  it('tells of each 报关单 and of every line that went elsewhere', async () => {
    mount(<SummaryRoom />)
    await page.getByText('汇总申请与结果').click()
    await page.getByRole('button', { name: /展开行|Expand row/ }).click()
    await expect.element(page.getByText('040220260000001001')).toBeVisible()
    await expect.element(page.getByText('清单行不在汇总结果中')).toBeVisible()
    await expect.element(page.getByText('04022026E000000002-1')).toBeVisible()
    expect(await seriousFaults()).toEqual([])
  })
})
