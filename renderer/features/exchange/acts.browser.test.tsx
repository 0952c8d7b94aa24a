import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useBookState } from '../../app/book'
import { resetNavigation, useNavigation } from '../../app/navigation'
import { mount, unmount } from '../../components/testing'
import type { BatchView, ExchangeFacts, WaitingGroup } from '../../data/port'
import { BatchAct } from './BatchAct'
import { FolderView } from './folder/FolderView'
import { LineFacts } from './LineFacts'
import { Waiting } from './Waiting'
import { Warnings } from './Warnings'

/** Every act of the queue that an officer reaches by a button and that a run against the practice service never needs. */

const asked: unknown[][] = []
let answers: Record<string, (...args: never[]) => unknown>
const groups: WaitingGroup[] = []
const port = {
  subscribe: async () => () => undefined,
  waiting: async () => groups,
  retryNow: vi.fn(async () => undefined),
  releaseHold: vi.fn(async () => undefined),
  confirmRefusal: vi.fn(async () => undefined),
  adoptReceipts: vi.fn(async () => undefined),
}
const button = (name: string | RegExp) => page.getByRole('button', { name })

beforeEach(() => {
  asked.length = 0
  groups.length = 0
  vi.clearAllMocks()
  resetNavigation()
  answers = { 'exchange.status': () => ({ service: 'https://sw.example.cn', practice: false, url: 'x' }) }
  const invoke = async (channel: string, ...args: unknown[]) => {
    asked.push([channel, ...args])
    return answers[channel]?.(...(args as never[]))
  }
  Object.assign(window, { yiguan: { invoke } })
  const session = { entry: { id: 'b', kind: 'real' }, enterprise: { customsCode: '3305960001' }, port }
  useBookState.setState({ book: { phase: 'open', session } as never })
})
afterEach(() => {
  unmount()
  useBookState.setState({ book: { phase: 'starting' } })
})

const facts: ExchangeFacts = {
  engine: 'here',
  line: 'online',
  queued: 0,
  unknownOutcome: 0,
  attention: 0,
}
const words = (zh: string) => ({ zh, en: zh })

describe('a key the single window does not know', () => {
  const held = {
    ...facts,
    holdKind: 'auth' as const,
    hold: { code: 'account-unknown', text: words('没有账户') },
  }
  const code = page.getByRole('textbox', { name: '单一窗口给的一次性登记码' })

  it('is enrolled with the one-time code of the operator, and the queue goes on', async () => {
    answers['exchange.signIn'] = () => ({ ok: true, value: {} })
    mount(<Warnings facts={held} />)
    await expect.element(button('登记并登录')).toBeDisabled()
    await userEvent.type(code, ' 482-117 ')
    await userEvent.click(button('登记并登录'))
    await vi.waitFor(() => expect(port.releaseHold).toHaveBeenCalledExactlyOnceWith('auth'))
    const request = { account: 'https://sw.example.cn|3305960001', enrolment: '482-117' }
    expect(asked.at(-1)).toEqual(['exchange.signIn', 'b', request])
  })

  it('stays out with a wrong code, and says why', async () => {
    answers['exchange.signIn'] = () => ({ ok: false, failure: { message: words('登记码不对') } })
    mount(<Warnings facts={held} />)
    await userEvent.type(code, '1{Enter}')
    await expect.element(page.getByText('登记码不对')).toBeVisible()
    expect(port.releaseHold).not.toHaveBeenCalled()
  })
})

describe('the queue', () => {
  it('leads from a batch to its lists that were sent back, and from what waits to its lists', async () => {
    const batch = { id: 'x', stage: 'answered', ghost: false, refused: ['C1', 'C2'] } as unknown as BatchView
    groups.push({
      reason: { code: 'document', text: words('等运单入库') },
      documents: 3,
      lists: 1,
      copNos: ['C7'],
      unclear: [{ id: 's1', message: 'CEB303', number: 'O9' }],
      before: [
        { id: 's2', message: 'CEB303', number: 'O8', status: '120' },
        { id: 's3', message: 'CEB303', number: 'O7', status: '' },
      ],
    })
    mount(
      <>
        <BatchAct batch={batch} />
        <Waiting />
      </>,
    )
    await userEvent.click(button('修改后重报'))
    const place = () => {
      const { room, params } = useNavigation.getState()
      return { room, params }
    }
    await vi.waitFor(() => expect(place()).toEqual({ room: 'lists', params: { copNo: 'C1,C2' } }))
    await expect.element(page.getByTestId('waiting-document')).toHaveTextContent('3 份单证 等运单入库')
    await userEvent.click(button('查看清单'))
    await vi.waitFor(() => expect(place()).toEqual({ room: 'lists', params: { copNo: 'C7' } }))
    await userEvent.click(button('核实为退单'))
    expect(port.confirmRefusal).not.toHaveBeenCalled()
    await userEvent.click(button('确认退单'))
    await vi.waitFor(() =>
      expect(port.confirmRefusal).toHaveBeenCalledWith('s1', expect.stringContaining('核实')),
    )
    // The question that was answered takes its time to go, and lies beside the next one.
    await expect.element(button('确认退单')).not.toBeInTheDocument()
    await userEvent.click(button('采用已有回执'))
    await userEvent.click(button('相同，采用'))
    await vi.waitFor(() =>
      expect(port.adoptReceipts).toHaveBeenCalledWith('s2', expect.stringContaining('核对')),
    )
    await userEvent.click(button('查询结果'))
    await vi.waitFor(() => expect(port.retryNow).toHaveBeenCalledWith())
  })

  it('says how far the asking about answered batches is', async () => {
    mount(<LineFacts facts={{ ...facts, recheck: { done: 1, of: 12, more: false } }} />)
    await expect.element(page.getByTestId('queue-recheck')).toHaveTextContent('正在核对已发送的批次 1 / 12，')
  })
})

describe('the folders of the import client', () => {
  const layout = { form: 'CEB', out: 'out', sent: 'sent', in: 'in', failed: 'fail' }
  const settings = {
    available: true,
    shownRoot: 'D:\\client',
    layout,
    basis: words('依据'),
    problems: [words('待发送文件夹不能写入')],
    waiting: 2,
    oldestMinutes: 1,
    offers: [{ form: 'EXPCEB', shownRoot: 'D:\\ImpPath', layout, adopted: false }],
    second: { shownRoot: 'D:\\client-imp', layout: { ...layout, form: 'IMPCEB' } },
    otherForm: 'IMPCEB',
  }

  it('are shown with what is wrong, renamed, looked at again, and let go', async () => {
    answers['folder.settings'] = () => settings
    mount(<FolderView />)
    await expect.element(page.getByText('待发送文件夹不能写入')).toBeVisible()
    await expect.element(button(/^保\s*存$/)).toBeDisabled()
    await userEvent.fill(page.getByRole('textbox', { name: '回执' }), 'receive ')
    await userEvent.click(button(/^保\s*存$/))
    await vi.waitFor(() =>
      expect(asked).toContainEqual(['folder.setLayout', 'b', { ...layout, in: 'receive' }]),
    )
    const looks = () => asked.filter(([channel]) => channel === 'folder.settings').length
    await vi.waitFor(() => expect(looks()).toBe(2))
    await userEvent.click(button('重新检查'))
    await vi.waitFor(() => expect(looks()).toBe(3))
    await userEvent.click(button(/^采\s*用$/))
    await vi.waitFor(() => expect(asked).toContainEqual(['folder.adopt', 'b', 'EXPCEB']))
    const other = page.getByRole('region', { name: /另一方向的业务/ })
    await expect.element(other).toHaveTextContent('IMPCEBD:\\client-imp · out sent in fail')
    await userEvent.click(other.getByRole('button', { name: /^停\s*用$/ }))
    await vi.waitFor(() => expect(asked).toContainEqual(['folder.stopSecond', 'b']))
    await userEvent.click(other.getByRole('button', { name: '选择文件夹…' }))
    await vi.waitFor(() => expect(asked).toContainEqual(['folder.chooseSecond', 'b']))
    const own = page.getByRole('region', { name: '导入客户端文件夹' })
    await userEvent.click(own.getByRole('button', { name: /^停\s*用$/ }))
    await vi.waitFor(() => expect(asked).toContainEqual(['folder.stop', 'b']))
  })
})
