import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { BackupState, BackupSummary } from '#shared/ipc/backup'
import { encodeIpcError, type Bridge } from '#shared/ipc/contract'
import { useBookState, type Session } from '../../app/book'
import { useSafety } from '../../app/safety/backups'
import { mount, seriousFaults, unmount } from '../../components/testing'
import type { DrillReport, JournalVerdict, WitnessVerdict } from '../../data/port'
import { SafetyRoom } from './SafetyRoom'

const entry = {
  id: '0f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa',
  kind: 'real',
  label: 'x',
  database: 'd',
  createdAt: '',
}
const backup = {
  id: 'b1',
  at: '2026-03-09T03:00:00.000Z',
  place: 'D:\\backup\\yiguan.ygbackup',
  bytes: 5_242_880,
  rows: 1234,
  missing: false,
  checkedAt: '2026-03-09T03:00:01.000Z',
}
const ready: BackupState = {
  ready: true,
  place: 'D:\\backup',
  beside: false,
  backups: [backup],
  due: true,
  failure: null,
  disk: { backup: 'ok', backupFreeMb: 9_000, book: 'low', bookFreeMb: 1_500 },
}
const summary = { keyId: 'k', stores: [], schema: 6 } as unknown as BackupSummary
const drilled: DrillReport = {
  isGood: false,
  stores: 30,
  rows: 1234,
  parts: 6,
  differences: [{ store: 'goods', expected: 3, found: 2 }],
}
const broken: JournalVerdict = {
  ok: false,
  seq: 12,
  text: { zh: '断开', en: 'broken' },
  record: { table: 'goods', id: 'r1', caption: 'MUG-350' },
}
const witness: WitnessVerdict = { ok: false, text: { zh: '批次记下的不同', en: 'not what the batch says' } }
const less = { zh: '没有备份：现在的数据比上一份备份少', en: 'less' }
const wrong = { zh: '备份口令不正确', en: 'wrong passphrase' }

let state: BackupState
let full: boolean
const asked = vi.fn()
const invoke = vi.fn(async (channel: string, ...args: unknown[]) => {
  asked(channel, ...args)
  if (channel === 'backup.state') return state
  if (channel === 'vault.keys') {
    return {
      since: '2026-01-01T00:00:00.000Z',
      cipher: 'aes-256-gcm',
      renewing: false,
      recovery: false,
      due: 'officer',
    }
  }
  if (channel === 'vault.renewKeys') return { recoveryKey: '7777-1111-2222', without: ['李录入'] }
  if (channel === 'vault.makeRecoveryKey') return '0000-1111-2222-3333-4444-5555-6666'
  if (channel === 'restore.openOwn') return 'handle'
  if (channel === 'restore.unlock') {
    if (args[1] !== 'the passphrase') throw new Error(encodeIpcError('backup-passphrase', wrong))
    return summary
  }
  return undefined
})
const port = {
  watchedCounters: async () => ({}),
  verifyJournal: async () => broken,
  verifyWitnessed: async () => witness,
  backUp: async (_link: unknown, { confirmed, moves }: { confirmed: boolean; moves: boolean }) => {
    asked(moves ? 'moveFile' : 'backUp', confirmed)
    if (moves && full) throw new Error(encodeIpcError('backup-disk', less))
    if (!confirmed) throw new Error(encodeIpcError('backup-shrunk', less))
    return backup
  },
  drill: async () => drilled,
  notePeople: async (...[act, , why]: string[]) => asked('note', act, why),
  deskState: async () => ({ on: false, counts: { unsent: 0, conflicts: 0 } }),
  moveOut: async (_link: unknown, why: string) => asked('moveOut', why),
}

beforeEach(() => {
  state = ready
  full = false
  asked.mockClear()
  Object.assign(window, { yiguan: { invoke, on: () => () => undefined } as unknown as Bridge })
  useBookState.setState({ book: { phase: 'open', session: { port, entry } as unknown as Session } })
  useSafety.setState({ state, end: { ok: true, entries: 12 } }, true)
})
afterEach(unmount)

it('asks before a state with less in it becomes a backup, and says what the disk has left', async () => {
  mount(<SafetyRoom />)
  await expect.element(page.getByText('账套所在的磁盘只剩 1,500 MB', { exact: false })).toBeVisible()
  expect(await seriousFaults()).toEqual([])
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect.element(page.getByText(less.zh)).toBeVisible()
  expect(asked).toHaveBeenLastCalledWith('backup.state', entry.id, {})
  await page.getByRole('button', { name: '仍然备份' }).click()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledWith('backUp', true))
  await expect.element(page.getByText(less.zh)).not.toBeInTheDocument()
})

it('drills with the passphrase: a wrong one says nothing about the backup, a difference is named and kept', async () => {
  mount(<SafetyRoom />)
  await page.getByRole('button', { name: '恢复演练…' }).click()
  await page.getByLabelText('备份口令', { exact: true }).fill('not the one')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByTestId('drill')).toHaveTextContent(wrong.zh)
  expect(asked).not.toHaveBeenCalledWith('backup.drilled', entry.id, 'b1', expect.anything())
  await page.getByLabelText('备份口令', { exact: true }).fill('the passphrase')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByTestId('drill')).toHaveTextContent('表 goods：应有 3 条，恢复出 2 条')
  expect(asked).toHaveBeenCalledWith('backup.drilled', entry.id, 'b1', false)
  expect(asked).toHaveBeenCalledWith('restore.close', 'handle')
})

it('names the record that was changed outside the program', async () => {
  mount(<SafetyRoom />)
  await expect.element(page.getByTestId('journal-verdict')).toHaveTextContent('末尾完好，共 12 条')
  await page.getByRole('button', { name: '核验全部' }).click()
  await expect
    .element(page.getByTestId('journal-verdict'))
    .toHaveTextContent('商品「MUG-350」，与第 12 条操作记录不符')
  await expect.element(page.getByTestId('witness')).toHaveTextContent('批次记下的不同')
})

it('shows a recovery key once, and lets it go only when it is on paper', async () => {
  mount(<SafetyRoom />)
  await page.getByRole('button', { name: '生成恢复密钥…' }).click()
  await page.getByLabelText('现在的登录口令').fill('right password')
  await userEvent.keyboard('{Enter}')
  await expect
    .element(page.getByTestId('recovery-key'))
    .toHaveTextContent('0000-1111-2222-3333-4444-5555-6666')
  await userEvent.keyboard('{Escape}')
  const close = page.getByRole('button', { name: /^关\s*闭$/ })
  await expect.element(close).toBeDisabled()
  await page.getByRole('checkbox').click()
  await close.click()
  await expect.element(page.getByTestId('recovery-key')).not.toBeInTheDocument()
})

it('advises new data keys when an officer went, tells what SM4 costs, notes why, and names who needs a first password', async () => {
  mount(<SafetyRoom />)
  await expect.element(page.getByText('有操作员停用', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '更换数据密钥…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^更\s*换$/ }).click()
  await expect.element(dialog.getByText('请选择原因', { exact: false })).toBeVisible()
  expect(asked.mock.calls.map(([name]) => name as string)).not.toContain('vault.renewKeys')
  await dialog.getByLabelText('原因').click()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(page.getByTestId('cipher-cost')).not.toBeInTheDocument()
  await dialog.getByRole('radio', { name: /SM4-GCM/ }).click()
  await expect.element(page.getByTestId('cipher-cost')).toHaveTextContent('未经商用密码认证')
  await dialog.getByLabelText('现在的登录口令').fill('right password')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByTestId('recovery-key')).toHaveTextContent('7777-1111-2222')
  await expect.element(dialog.getByText('李录入', { exact: false })).toBeVisible()
  expect(asked).toHaveBeenCalledWith('vault.renewKeys', entry.id, 'right password', 'sm4-gcm')
  expect(asked.mock.calls.filter(([name]) => name === 'note')).toEqual([
    ['note', 'keys', expect.stringContaining('SM4-GCM')],
  ])
  await expect.element(dialog.getByRole('button', { name: /Cancel|取\s*消/ })).not.toBeInTheDocument()
  const lock = dialog.getByRole('button', { name: /^锁\s*定$/ })
  await expect.element(lock).toBeDisabled()
  await dialog.getByRole('checkbox').click()
  await expect.element(lock).toBeEnabled()
})

it('moves to a new computer: freezes first, then writes, and writes again what the disk had no room for', async () => {
  full = true
  mount(<SafetyRoom />)
  await page.getByRole('button', { name: '迁到新电脑…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '迁出并写迁移文件' }).click()
  await expect.element(dialog.getByText('请填写原因')).toBeVisible()
  expect(asked).not.toHaveBeenCalledWith('moveOut', expect.anything())
  await dialog.getByLabelText('原因（记入操作记录）').fill('换电脑')
  await dialog.getByLabelText('我知道本机今后只能查看，不能再申报').click()
  await dialog.getByRole('button', { name: '迁出并写迁移文件' }).click()
  await expect.element(dialog.getByText(less.zh)).toBeVisible()
  expect(await seriousFaults()).toEqual([])
  full = false
  await dialog.getByRole('button', { name: '写迁移文件', exact: true }).click()
  await expect.element(page.getByTestId('moved')).toHaveTextContent(backup.place)
  const acts = asked.mock.calls.filter(([name]) => name === 'moveOut' || name === 'moveFile')
  expect(acts).toEqual([
    ['moveOut', '换电脑'],
    ['moveFile', true],
    ['moveFile', true],
  ])
})
