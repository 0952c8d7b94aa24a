import { App, Modal } from 'antd'
import axe from 'axe-core'
import { useState } from 'react'
import { InboxOutlined } from '@ant-design/icons'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Bridge } from '#shared/ipc/contract'
import { encodeIpcError } from '#shared/ipc/contract'
import type { BookEntry } from '#shared/ipc/vault'
import type { Enterprise } from '#shared/model/enterprise'
import { mountRaw, unmount, untilStill } from '../components/testing'
import { loadBooks, lockBook, provideBookOpener } from './book'
import { setDevice } from './device'
import { startLanguage } from './i18n'
import { openTab } from './navigation'
import { notify } from './notices'
import { reportOnline } from './online'
import { Root } from './Root'
import type { Room } from './room'
import { registerSearch } from './search'

function NoteForm({ id }: { id: string }) {
  const { modal, notification } = App.useApp()
  const [asking, setAsking] = useState(false)
  const save = () => {
    notification.success({ title: `${id} 备注已保存`, duration: 0 })
    void modal.confirm({ title: `作废 ${id}？` })
  }
  return (
    <>
      <input aria-label="note" defaultValue={id} />
      <button onClick={save}>save</button>
      <button onClick={() => setAsking(true)}>ask</button>
      {asking && (
        <Modal open title="asked" onCancel={() => setAsking(false)}>
          <input
            aria-label="answer"
            autoFocus
            onKeyDown={({ key }) => {
              if (key === 'Enter') setAsking(false)
            }}
          />
        </Modal>
      )}
    </>
  )
}

const boom = vi.hoisted(() => ({ broken: false }))
vi.mock('./rooms', () => {
  const room = (id: string, group: Room['group'], more: Partial<Room> = {}): Room => ({
    id,
    group,
    order: 1,
    title: `app:command.${id === 'queue' ? 'refresh' : 'find'}`,
    icon: InboxOutlined,
    Component: ({ params }) => <p>{`${id} ${JSON.stringify(params)}`}</p>,
    ...more,
  })
  const rooms: Room[] = [
    room('home', 'home'),
    room('queue', 'exchange', {
      details: {
        record: ({ params }) => {
          if (boom.broken) throw new Error('no such row')
          return <NoteForm id={params['id']!} />
        },
      },
      cards: [
        {
          id: 'offline-day',
          room: 'queue',
          title: { zh: '断网那天', en: 'The day without a line' },
          steps: [{ zh: '照常制单', en: 'Work as usual' }],
        },
      ],
    }),
  ]
  const roomById = (id: string) => rooms.find((r) => r.id === id)
  return {
    rooms,
    roomById,
    viewComponent: (view: string) => {
      const [id, detail] = view.split('/')
      return detail ? roomById(id!)?.details?.[detail] : roomById(id!)?.Component
    },
  }
})

const entry: BookEntry = {
  id: '0f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa',
  kind: 'practice',
  label: '驿关演练贸易有限公司',
  database: 'book-x',
  createdAt: '2026-01-01T00:00:00Z',
  officers: [{ id: '1f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa', name: '王申报' }],
}
const wrong = { zh: '口令不正确。', en: 'Wrong password.' }
const invoke = vi.fn<(channel: string, ...args: unknown[]) => Promise<unknown>>()
const close = vi.fn(async () => undefined)
let books: BookEntry[] = []
let written: Enterprise | undefined

beforeEach(() => {
  books = []
  written = undefined
  boom.broken = false
  close.mockClear()
  localStorage.clear()
  setDevice({ language: 'zh', theme: 'light', treeCollapsed: false })
  invoke.mockReset().mockImplementation(async (channel, ...args) => {
    if (channel === 'vault.books') return books
    if (channel === 'vault.create') {
      books = [entry]
      return entry
    }
    if (channel === 'vault.open') {
      if (args[1] !== 'right password') throw new Error(encodeIpcError('wrong-password', wrong))
      const [{ id: officerId, name: officer }] = entry.officers as [BookEntry['officers'][number]]
      const held = { officer, officerId, roles: ['chief'] }
      return { keyId: 'k', dataKey: new Uint8Array(32), indexKey: new Uint8Array(32), ...held }
    }
    if (channel === 'app.info') {
      return {
        version: '0.1.0',
        host: 'stand-in',
        platform: 'linux',
        dataLocation: '/data',
        keyStore: 'file',
        knowsPublisher: false,
      }
    }
    return undefined
  })
  Object.assign(window, {
    yiguan: { invoke, on: () => () => undefined } as unknown as Bridge,
  })
  provideBookOpener(async () => ({
    port: {
      all: async () => (written ? [{ id: '1', rev: 1, record: written }] : []),
      command: async (_name: string, _why: string, changes: { record: Enterprise }[]) => {
        written = changes[0]!.record
        return { seq: 1, ids: ['1'] }
      },
      search: async () => [],
      rebateSearch: async () => [],
      subscribe: async () => () => undefined,
      zoneChoice: async () => ({ zones: [], inUse: undefined }),
      agency: async () => ({ principal: '', authorisations: [] }),
    } as never,
    health: { state: 'ok' },
    close,
  }))
})
afterEach(async () => {
  await lockBook()
  unmount()
})

async function start() {
  await loadBooks()
  mountRaw(<Root language={startLanguage('zh')} />)
}
async function openFrame() {
  books = [entry]
  await start()
  await userEvent.fill(page.getByLabelText('口令'), 'right password')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('home {}')).toBeVisible()
}
async function expectAccessible() {
  await untilStill()
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  })
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([])
}

it('says that nothing of main can be reached, in place of a page on which nothing answers', async () => {
  const { yiguan } = window
  Reflect.deleteProperty(window, 'yiguan')
  mountRaw(<Root language={startLanguage('zh')} />)
  await expect.element(page.getByTestId('no-bridge')).toHaveTextContent('数据没有改动')
  Object.assign(window, { yiguan })
})

describe('first run', () => {
  it('goes to an open 演练 book with the ready-made company, by keyboard alone', async () => {
    await start()
    await expect.element(page.getByText('先用演练企业试做')).toBeVisible()
    await expectAccessible()
    await userEvent.click(page.getByRole('button', { name: '用演练企业' }))
    await userEvent.fill(page.getByLabelText('申报员姓名'), '王申报')
    await userEvent.keyboard('{Tab}right password{Tab}{Tab}right password{Enter}')
    await expect.element(page.getByText('home {}')).toBeVisible()
    expect(invoke).toHaveBeenCalledWith(
      'vault.create',
      expect.objectContaining({
        ...{ kind: 'practice', officer: '王申报', password: 'right password' },
        cipher: 'aes-256-gcm',
      }),
    )
    expect(written).toMatchObject({ book: 'practice', uscc: '91000000YGYNYX0001', zone: 'shijiazhuang' })
    await expect.element(page.getByText('演练 · 不具申报效力')).toBeVisible()
  })

  it('says what SM4 costs where it is chosen, and makes the book with it', async () => {
    await start()
    await userEvent.click(page.getByRole('button', { name: '用演练企业' }))
    await expect.element(page.getByTestId('cipher-cost')).not.toBeInTheDocument()
    await userEvent.click(page.getByRole('radio', { name: /SM4-GCM/ }))
    await expect.element(page.getByTestId('cipher-cost')).toHaveTextContent('只在密评要求国密算法时选用')
    await expectAccessible()
    await userEvent.fill(page.getByLabelText('申报员姓名'), '王申报')
    await userEvent.fill(page.getByLabelText('口令', { exact: true }), 'right password')
    await userEvent.fill(page.getByLabelText('再输一次口令'), 'right password')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('home {}')).toBeVisible()
    expect(invoke).toHaveBeenCalledWith('vault.create', expect.objectContaining({ cipher: 'sm4-gcm' }))
  })

  it('says which answer of a real company is wrong and does not go on', async () => {
    await start()
    await userEvent.click(page.getByRole('button', { name: '下一步' }))
    await userEvent.click(page.getByRole('radio', { name: /正式账套/ }))
    await userEvent.click(page.getByRole('button', { name: '下一步' }))
    await userEvent.fill(page.getByLabelText('统一社会信用代码'), '91000000ygynyx0001')
    await userEvent.fill(page.getByLabelText('企业名称'), '某公司')
    await expect.element(page.getByRole('alert')).toHaveTextContent('行政区划不存在')
    await expect.element(page.getByRole('button', { name: '下一步' })).toBeDisabled()
  })
})

describe('unlock and lock', () => {
  it('shows a refusal in words and stays', async () => {
    books = [entry]
    await start()
    await expectAccessible()
    setDevice({ theme: 'dark' })
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark')
    await expectAccessible()
    await userEvent.fill(page.getByLabelText('口令'), 'wrong')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('口令不正确。')).toBeVisible()
  })

  it('drops the worker and everything that was open', async () => {
    await openFrame()
    openTab({ view: 'queue/record', params: { id: 'a'.repeat(32) }, title: 'SO-SECRET' })
    await expect.element(page.getByRole('tab', { name: 'SO-SECRET' })).toBeVisible()
    await userEvent.keyboard('{Control>}{Shift>}L{/Shift}{/Control}')
    await expect.element(page.getByRole('button', { name: /打\s*开/ })).toBeVisible()
    expect(close).toHaveBeenCalledTimes(1)
    expect(document.body.textContent).not.toContain('SO-SECRET')
    expect(JSON.stringify({ ...localStorage })).not.toContain('SO-SECRET')
  })

  it('takes notices and questions along when it closes', async () => {
    await openFrame()
    openTab({ view: 'queue/record', params: { id: 'SO-SECRET' }, title: 'SO1' })
    await userEvent.click(page.getByRole('button', { name: 'save' }))
    await expect.element(page.getByText('SO-SECRET 备注已保存')).toBeVisible()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await lockBook()
    await expect.element(page.getByRole('button', { name: /打\s*开/ })).toBeVisible()
    await expect.poll(() => document.body.textContent).not.toContain('SO-SECRET')
  })

  it('brings the tabs of the last session back', async () => {
    await openFrame()
    openTab({ view: 'queue/record', params: { id: 'a'.repeat(32) }, title: 'SO1' })
    await lockBook()
    await openFrame()
    await expect.element(page.getByLabelText('note')).toBeInTheDocument()
  })
})

describe('frame', () => {
  it('is accessible, in both themes', async () => {
    await openFrame()
    reportOnline({ state: 'offline', queued: 12, lastReceivedAt: '2026-01-01T02:20:00Z' })
    openTab({ view: 'queue/record', params: { id: 'b'.repeat(32) }, title: 'SO1' })
    await expect.element(page.getByText(/离线 · 12 份待发送 · 最后回执/)).toBeVisible()
    await expectAccessible()
    setDevice({ theme: 'dark' })
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark')
    await expectAccessible()
  })

  it('finds records, rooms and commands with Ctrl+K and opens with Enter', async () => {
    await openFrame()
    const stop = registerSearch(async (query) =>
      query === '000123'
        ? [
            {
              kind: { zh: '订单号', en: 'Order' },
              hits: [{ id: 'h', title: 'SO2026000123', view: 'queue/record', params: { id: 'x1' } }],
            },
          ]
        : [],
    )
    onTestFinished(stop)
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(page.getByRole('combobox')).toHaveFocus()
    await expectAccessible()
    await userEvent.keyboard('000123')
    await expect.element(page.getByRole('option', { name: 'SO2026000123' })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByLabelText('note')).toHaveValue('x1')
  })

  it('loses no key to the room behind while the search is being drawn', async () => {
    await openFrame()
    openTab({ view: 'queue/record', params: { id: 'x1' }, title: 'one' })
    await userEvent.click(page.getByLabelText('note'))
    const behind = vi.fn()
    document.addEventListener('keydown', behind)
    const press = (key: string, ctrlKey = false) => {
      const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })
      return document.activeElement!.dispatchEvent(event)
    }
    press('k', true)
    behind.mockClear()
    // Whoever knows the key does not look whether the field is there already.
    await Promise.resolve()
    expect(['S', 'O', 'Enter'].map((key) => press(key))).toEqual([false, false, false])
    expect(behind).not.toHaveBeenCalled()
    document.removeEventListener('keydown', behind)
    await expect.element(page.getByRole('combobox')).toHaveFocus()
    await userEvent.keyboard('20')
    await expect.element(page.getByRole('combobox')).toHaveValue('SO20')
  })

  it('keeps unfinished input of a tab that is left and come back to', async () => {
    await openFrame()
    openTab({ view: 'queue/record', params: { id: 'x1' }, title: 'one' })
    await userEvent.fill(page.getByLabelText('note'), 'half a sentence')
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await expect.element(page.getByText('home {}')).toBeVisible()
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await expect.element(page.getByLabelText('note')).toHaveValue('half a sentence')
  })

  it('gives the focus back to the button a dialog was opened with, and does not press it again', async () => {
    await openFrame()
    openTab({ view: 'queue/record', params: { id: 'x1' }, title: 'one' })
    const ask = page.getByRole('button', { name: 'ask' })
    await expect.element(ask).toBeVisible()
    ;(ask.element() as HTMLElement).focus()
    for (const leave of ['{Escape}', '{Enter}', '{Escape}']) {
      await userEvent.keyboard('{Enter}')
      await expect.element(page.getByLabelText('answer')).toHaveFocus()
      await userEvent.keyboard(leave)
      await expect.element(ask).toHaveFocus()
      await expect.element(page.getByLabelText('answer')).not.toBeInTheDocument()
    }
  })

  it('says what failed and that nothing was deleted, and lets the rest go on', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await openFrame()
    boom.broken = true
    openTab({ view: 'queue/record', params: { id: 'x1' }, title: 'SO1' })
    await expect.element(page.getByText('「SO1」显示时出错')).toBeVisible()
    await expect.element(page.getByText(/没有删除或改动任何数据/)).toBeVisible()
    await expect.element(page.getByText('no such row')).toBeVisible()
    boom.broken = false
    await userEvent.click(page.getByRole('button', { name: /重\s*试/ }))
    await expect.element(page.getByLabelText('note')).toBeVisible()
    quiet.mockRestore()
  })

  it('shows task cards on F1, searchable, and notices that lead somewhere', async () => {
    await openFrame()
    await userEvent.keyboard('{F1}')
    await expect.element(page.getByText('断网那天')).toBeVisible()
    await userEvent.fill(page.getByLabelText('搜索任务卡和字段'), '没有这张卡')
    await expect.element(page.getByText('没有相关的帮助')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    notify({
      id: 'n',
      level: 'warning',
      title: { zh: '退单 3 票', en: '3 refused' },
      at: '2026-01-01T00:00:00Z',
      view: 'queue',
    })
    await userEvent.click(page.getByRole('button', { name: '通知' }))
    await userEvent.click(page.getByRole('button', { name: /打\s*开/ }))
    await expect.element(page.getByText('queue {}')).toBeVisible()
  })

  it('speaks English at a click, and remembers it', async () => {
    await openFrame()
    await userEvent.click(page.getByRole('button', { name: 'English' }))
    await expect.element(page.getByText('Practice · without legal force')).toBeVisible()
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('yiguan.settings')).toContain('"language":"en"')
  })
})
