import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { AuditAsk } from '#shared/audit-file/ask'
import { useBookState, type Session } from '../../app/book'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { AuditPreview, AuditRecord, RetentionReport } from '../../data/port'
import { AuditRoom } from './AuditRoom'

const preview: AuditPreview = {
  counts: [
    { kind: 'orders', asked: 0, all: 2 },
    { kind: 'lists', asked: 1, all: 1 },
  ],
  documents: 3,
  notFound: ['NOBODY'],
}
const record: AuditRecord = {
  ...{ seq: 9, at: '2026-11-20T10:00:00.000Z', who: '王申报', why: '海关稽查要求' },
  ...{ asked: 'YGA20260401000001', documents: 3, sha256: 'a'.repeat(64) },
}
const report: RetentionReport = {
  today: '2026-11-23',
  lines: [
    {
      kind: 'lists',
      keep: 'term',
      count: 51,
      days: ['2025-09-03', '2025-09-12'],
      until: '2035-12-31',
      period: 'tax',
    },
    { kind: 'payments', count: 2, days: ['2015-03-01', '2015-03-02'], until: '2018-12-31', period: 'trade' },
  ],
  goes: 2,
  files: 1,
  digest: 'DIGEST',
}
const asked = vi.fn()
const port = {
  subscribe: async () => () => undefined,
  auditsMade: async () => [record],
  previewAudit: async (ask: AuditAsk) => (asked('preview', ask), preview),
  retention: async () => report,
  retentionHolds: async () => [],
  purge: async (digest: string, why: string, grant: unknown) => {
    asked('purge', digest, why, grant)
    return { documents: 2, files: 1 }
  },
}
beforeEach(() => {
  asked.mockClear()
  const invoke = async (channel: string, ...args: unknown[]) => {
    if (channel === 'vault.confirm' && args[1] !== 'right password') {
      throw Object.assign(new Error('x'), { code: 'wrong-password', text: { zh: '口令不对', en: 'Wrong' } })
    }
    return channel === 'vault.confirm' ? { granted: args[2] } : undefined
  }
  Object.assign(window, { yiguan: { invoke } })
  const session = { port, entry: { id: 'b' } } as unknown as Session
  useBookState.setState({ book: { phase: 'open', session } as never })
})
afterEach(unmount)

it('shows what belongs to pasted numbers; in clear takes a reason; destroying takes reason and password', async () => {
  mount(<AuditRoom />)
  await page.getByRole('textbox', { name: '编号' }).fill('yga20260401000001，NOBODY')
  await page.getByRole('button', { name: '查看范围' }).click()
  await expect.element(page.getByText('本账套里没有这 1 个编号')).toBeVisible()
  expect(asked).toHaveBeenCalledWith('preview', { numbers: ['yga20260401000001', 'NOBODY'] })
  const make = page.getByRole('button', { name: '生成卷宗…' })
  await expect.element(make).toBeEnabled()
  await page.getByRole('checkbox', { name: '个人信息用明文' }).click()
  await expect.element(make).toBeDisabled()
  await page.getByRole('textbox', { name: /^原因/ }).fill('稽查要求')
  await expect.element(make).toBeEnabled()
  expect(await seriousFaults()).toEqual([])

  await page.getByText('保存期限', { exact: true }).first().click()
  await page.getByRole('button', { name: '查看哪些已到期' }).click()
  await expect.element(page.getByText('到期，可销毁')).toBeVisible()
  await expect.element(page.getByText('口径待确认').first()).toBeVisible()
  expect(await seriousFaults()).toEqual([])
  await page.getByRole('button', { name: '销毁 2 份…' }).click()
  const dialog = page.getByRole('dialog')
  const destroy = dialog.getByRole('button', { name: '销毁 2 份…' })
  await dialog.getByRole('textbox', { name: /^原因/ }).fill('到期')
  await expect.element(destroy).toBeDisabled()
  await dialog.getByLabelText('登录口令').fill('wrong')
  await destroy.click()
  await expect.element(dialog.getByText('口令不对')).toBeVisible()
  expect(asked).not.toHaveBeenCalledWith('purge', expect.anything(), expect.anything(), expect.anything())
  await dialog.getByLabelText('登录口令').fill('right password')
  await destroy.click()
  await expect.element(page.getByTestId('purged')).toBeVisible()
  const granted = { act: 'purge', subject: 'DIGEST' }
  expect(asked).toHaveBeenCalledWith('purge', 'DIGEST', '到期', { granted })
})
