import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { CodeBook } from '#shared/codes/book'
import { noOwnCodes } from '#shared/codes/own'
import { useBookState } from '../../app/book'
import { mount, unmount } from '../../components/testing'
import { provideOwnCodes } from '../../components/useCodeBook'
import { CodeUpdate } from './CodeUpdate'

const key = `04${'ab'.repeat(64)}`
const signature = { algorithm: 'SM2-SM3' as const, publicKey: key, signature: '30' }
const delta = {
  table: 'unit',
  from: null,
  to: '7',
  put: [
    { key: '001', row: { zh: '台' } },
    { key: '998', row: { zh: '演练单位' } },
  ],
  drop: [],
  signature,
}
const book = new CodeBook([
  {
    id: 'unit',
    complete: true,
    source: 's',
    edition: 'e',
    rows: [
      { code: '001', zh: '台' },
      { code: '002', zh: '座' },
    ],
  },
])
const button = (name: string | RegExp) => page.getByRole('button', { name })
const catalogue = { ok: true, value: { signingKey: key, tables: [] } }

let isSigned = true
let answer: unknown
const port = {
  putCodes: vi.fn(async () => undefined),
  setEdition: vi.fn(async () => undefined),
  ownCodes: async () => noOwnCodes,
}

beforeEach(() => {
  isSigned = true
  answer = { ok: true, value: delta }
  vi.clearAllMocks()
  provideOwnCodes(noOwnCodes)
  const answers: Record<string, () => unknown> = {
    'exchange.status': () => ({ service: 'practice' }),
    'reference.catalogue': () => catalogue,
    'reference.delta': () => answer,
    'reference.verify': () => isSigned,
  }
  Object.assign(window, { yiguan: { invoke: async (channel: string) => answers[channel]?.() } })
  const session = {
    entry: { id: 'b', kind: 'practice' },
    enterprise: { customsCode: '13109609ZZ' },
    port,
  }
  useBookState.setState({ book: { phase: 'open', session } as never })
})
afterEach(() => {
  unmount()
  useBookState.setState({ book: { phase: 'starting' } })
})

describe('更新代码表', () => {
  it('shows what changes, takes it only from a key that is trusted, and keeps the version', async () => {
    const close = vi.fn()
    mount(<CodeUpdate table="unit" book={book} onClose={close} />)
    await userEvent.click(button('从单一窗口获取'))
    await expect.element(page.getByText(/随软件 → 7 · 新增 1 · 变更 0 · 停用 1 · 未变 1/)).toBeVisible()
    await expect.element(button(/^采\s*用$/)).toBeDisabled()
    await userEvent.click(page.getByRole('checkbox'))
    await userEvent.click(button(/^采\s*用$/))
    await vi.waitFor(() => expect(close).toHaveBeenCalled())
    expect(port.putCodes).toHaveBeenCalledExactlyOnceWith(
      [
        expect.objectContaining({ code: '998', name: '演练单位', practice: true }),
        expect.objectContaining({ code: '002', mark: 'obsolete', practice: true }),
      ],
      expect.stringContaining('7'),
    )
    expect(port.setEdition).toHaveBeenCalledExactlyOnceWith(
      'unit',
      expect.objectContaining({
        edition: '7',
        complete: true,
        practice: true,
        reference: { key, version: '7' },
      }),
      expect.any(String),
    )
  })

  it('says why nothing is taken: a signature that does not hold, a file that is none, a line that is down', async () => {
    mount(<CodeUpdate table="unit" book={book} onClose={vi.fn()} />)
    isSigned = false
    await userEvent.click(button('从单一窗口获取'))
    await expect.element(page.getByText(/签名不符/)).toBeVisible()
    await expect.element(button(/^采\s*用$/)).toBeDisabled()
    const file = new File(['{}'], 'x.json', { type: 'application/json' })
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file)
    await expect.element(page.getByText('这不是签名的更新文件')).toBeVisible()
    const words = { zh: '网络不通', en: 'no line' }
    answer = { ok: false, failure: { code: 'network', message: words, fix: { zh: '稍后再试', en: 'later' } } }
    await userEvent.click(button('从单一窗口获取'))
    await expect.element(page.getByText('网络不通')).toBeVisible()
    expect(port.putCodes).not.toHaveBeenCalled()
  })
})
