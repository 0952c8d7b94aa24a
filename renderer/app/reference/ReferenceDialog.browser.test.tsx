import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { noOwnCodes } from '#shared/codes/own'
import { refusal } from '#shared/reference/refusals'
import { mount, unmount } from '../../components/testing'
import type { EditionView, ReferenceOffer, ReferenceProposal, WorkProgress } from '../../data/port'
import { useBookState } from '../book'
import { ReferenceDialog } from './ReferenceDialog'

const key = `04${'ab'.repeat(64)}`
const sent = '{"as":"it came"}'
const name = { zh: '计量单位', en: 'Units' }
const changes: ReferenceProposal = {
  id: 'read-1',
  signer: key,
  table: 'unit',
  kind: 'codes',
  name,
  from: '2026',
  to: '7',
  counts: { added: 1, changed: 1, removed: 0, same: 3 },
  changes: [
    {
      key: '002',
      how: 'changed',
      words: '座',
      fields: [{ label: { zh: '中文名称', en: 'Chinese name' }, before: '坐', after: '座' }],
    },
    { key: '998', how: 'added', words: '演练单位', fields: [] },
  ],
  conflicts: [
    {
      key: '001',
      how: 'changed',
      words: '台',
      fields: [{ label: { zh: '中文名称', en: 'Chinese name' }, before: '机器', after: '台' }],
    },
  ],
  touched: [{ what: 'goods', count: 9, first: ['G-1', 'G-2'] }],
  isHere: false,
  isKnown: false,
}
const edition: EditionView = {
  id: 'unit@1',
  table: 'unit',
  kind: 'codes',
  name,
  version: '6',
  signer: key,
  source: 'practice',
  at: '2026-11-01T02:00:00.000Z',
  count: 90,
}
const button = (text: string | RegExp) => page.getByRole('button', { name: text })
const take = button(/^整份采用$/)

let answer: unknown
const asked: unknown[] = []
const port = {
  journal: async () => ({ entries: [], total: 0 }),
  ownCodes: async () => noOwnCodes,
  subscribe: async () => () => undefined,
  referenceEditions: async () => [edition],
  planReference: vi.fn(
    async (_offer: ReferenceOffer, _progress: (p: WorkProgress) => void): Promise<unknown> => changes,
  ),
  cancelReference: vi.fn(async () => undefined),
  takeReference: vi.fn(async (_read: unknown, _why: string): Promise<unknown> => changes),
  dropReference: vi.fn(async () => undefined),
}

beforeEach(() => {
  answer = { ok: true, value: sent }
  asked.length = 0
  vi.clearAllMocks()
  const answers: Record<string, () => unknown> = {
    'exchange.status': () => ({ service: 'practice' }),
    'reference.catalogue': () => ({ ok: true, value: { signingKey: key, tables: [] } }),
    'reference.delta': () => answer,
  }
  const invoke = async (channel: string, ...args: unknown[]) => {
    asked.push([channel, ...args.slice(1)])
    return answers[channel]?.()
  }
  Object.assign(window, { yiguan: { invoke } })
  const session = { entry: { id: 'b', kind: 'practice' }, enterprise: { customsCode: '13109609ZZ' }, port }
  useBookState.setState({ book: { phase: 'open', session } as never })
})
afterEach(() => {
  unmount()
  useBookState.setState({ book: { phase: 'starting' } })
})

const upload = async (content: string) => {
  await expect.element(page.getByRole('dialog')).toBeVisible()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  await userEvent.upload(input, new File([content], 'x.json', { type: 'application/json' }))
}

describe('更新公布的表', () => {
  it('fetches what changed since the edition here, shows rows, what rests on them and conflicts, and takes it trusted only', async () => {
    const close = vi.fn()
    mount(<ReferenceDialog table="unit" name={name} onClose={close} />)
    await expect.element(page.getByText('版本 6')).toBeVisible()
    await userEvent.click(button('从单一窗口获取'))
    await expect.element(page.getByText(/2026 → 7 · 新增 1，改动 1，取消 0，未变 3/)).toBeVisible()
    expect(asked).toContainEqual(['reference.delta', expect.objectContaining({ table: 'unit', since: '6' })])
    await expect.element(page.getByText('中文名称：坐 → 座')).toBeVisible()
    await expect.element(page.getByText(/商品 9 个：G-1、G-2 …/)).toBeVisible()
    await expect.element(page.getByText('001：自增“机器”，公布“台”')).toBeVisible()
    await expect.element(take).toBeDisabled()
    await userEvent.click(page.getByRole('checkbox', { name: /核对指纹/ }))
    await userEvent.click(take)
    await vi.waitFor(() => expect(close).toHaveBeenCalled())
    const [[read, why]] = port.takeReference.mock.calls as [[unknown, string]]
    expect(read).toEqual({ id: 'read-1', table: 'unit' })
    expect(why).toContain('7')
    const [{ file, source }] = port.planReference.mock.calls[0]!
    expect([await file.text(), source]).toEqual([sent, 'practice'])
  })

  it('offers the whole table where an update does not join on, and says when it is here already', async () => {
    const words = { zh: '接不上', en: 'does not join on' }
    port.planReference.mockResolvedValueOnce({ code: 'reference-base', text: words, fix: words })
    mount(<ReferenceDialog table="unit" name={name} onClose={vi.fn()} />)
    await expect.element(page.getByText('版本 6')).toBeVisible()
    await userEvent.click(button('从单一窗口获取'))
    port.planReference.mockResolvedValueOnce({
      ...changes,
      changes: [],
      touched: [],
      conflicts: [],
      isHere: true,
    })
    await userEvent.click(button('取整表'))
    await expect.element(page.getByText('本机已是版本 7，不用再采用')).toBeVisible()
    const deltas = asked.filter((one) => (one as [string])[0] === 'reference.delta')
    expect(deltas.at(-1)).toEqual(['reference.delta', expect.not.objectContaining({ since: '6' })])
    await expect.element(take).toBeDisabled()
  })

  it('takes a plain file when somebody answers for it, and leaves all reading of it to the worker', async () => {
    const reads = (['text', 'arrayBuffer', 'stream', 'slice'] as const).map((way) =>
      vi.spyOn(Blob.prototype, way),
    )
    mount(<ReferenceDialog table="zone-lishui" name={name} onClose={vi.fn()} />)
    const { signer: _signer, ...plain } = changes
    port.planReference.mockResolvedValueOnce({ ...plain, table: 'zone-twelfth' })
    await upload('{}')
    await expect.element(page.getByText(/没有签名（x.json）/)).toBeVisible()
    await expect.element(take).toBeDisabled()
    expect(button('另存更新文件').query()).toBeNull()
    const [{ file, source }] = port.planReference.mock.calls[0]!
    expect([file.name, source]).toEqual(['x.json', 'x.json'])
    await userEvent.click(page.getByRole('checkbox', { name: /由本人负责/ }))
    await userEvent.click(take)
    await vi.waitFor(() => expect(port.takeReference).toHaveBeenCalled())
    expect(port.takeReference.mock.calls[0]?.[0]).toEqual({ id: 'read-1', table: 'zone-twelfth' })
    for (const read of reads) expect(read).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  it('shows how far a long reading is, stops it where asked, and when the dialog goes', async () => {
    const reading = () => {
      port.planReference.mockImplementationOnce((_offer, progress) => {
        progress({ stage: 'checking', done: 4000, total: 30_000 })
        return new Promise((resolve) =>
          port.cancelReference.mockImplementationOnce(async () => void resolve('stopped')),
        )
      })
    }
    mount(<ReferenceDialog table="tariff" name={name} onClose={vi.fn()} />)
    reading()
    await upload('{}')
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    await userEvent.click(page.getByRole('region', { name: /读入/ }).getByRole('button', { name: /取\s*消/ }))
    await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument()
    expect(port.cancelReference).toHaveBeenCalledOnce()
    await expect.element(take).toBeDisabled()
    reading()
    await upload('{}')
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    unmount()
    await vi.waitFor(() => expect(port.cancelReference).toHaveBeenCalledTimes(2))
  })

  it('says why nothing is taken: what the worker refuses, with each field, and a line that is down', async () => {
    mount(<ReferenceDialog table="unit" name={name} onClose={vi.fn()} />)
    port.planReference.mockResolvedValueOnce(refusal('reference-forged'))
    await userEvent.click(button('从单一窗口获取'))
    await expect.element(page.getByText(/签名不符/)).toBeVisible()
    await expect.element(take).toBeDisabled()
    const why = { zh: '不认识这个字段', en: 'unknown field' }
    const fault = { field: 'colour', why, fix: { zh: '请删除', en: 'remove it' } }
    port.planReference.mockResolvedValueOnce(refusal('reference-faults', { file: 'x.json' }, [fault]))
    await upload('{}')
    await expect.element(page.getByText(/colour: 不认识这个字段/)).toBeVisible()
    port.planReference.mockClear()
    const words = { zh: '网络不通', en: 'no line' }
    answer = { ok: false, failure: { code: 'network', message: words, fix: { zh: '稍后再试', en: 'later' } } }
    await userEvent.click(button('从单一窗口获取'))
    await expect.element(page.getByText('网络不通')).toBeVisible()
    expect(port.planReference).not.toHaveBeenCalled()
  })

  it('withdraws an edition', async () => {
    mount(<ReferenceDialog table="unit" name={name} onClose={vi.fn()} />)
    await userEvent.click(button(/撤\s*下/))
    await vi.waitFor(() =>
      expect(port.dropReference).toHaveBeenCalledWith('unit@1', expect.stringContaining('6')),
    )
  })
})
