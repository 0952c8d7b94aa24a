import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { networkFailure } from '#shared/protocol/errors'
import { useBookState } from '../../app/book'
import { mount, unmount } from '../../components/testing'
import { LookUp } from './LookUp'

let asked: unknown[]
let answer: unknown
const ask = page.getByRole('button', { name: /查\s*询/ })

beforeEach(() => {
  asked = []
  const invoke = async (channel: string, ...args: unknown[]) => {
    if (channel === 'exchange.status') return { service: 'practice' }
    asked.push([channel, ...args])
    return answer
  }
  Object.assign(window, { yiguan: { invoke } })
  const session = { entry: { id: 'b' }, enterprise: { customsCode: '3305960001' } }
  useBookState.setState({ book: { phase: 'open', session } as never })
})
afterEach(() => {
  unmount()
  useBookState.setState({ book: { phase: 'starting' } })
})

describe('核验查询', () => {
  it('asks for this enterprise, shows what the service says under its own labels, and that it knows nothing', async () => {
    const label = { zh: '企业名称', en: 'Name' }
    const said = { kind: 'enterprise', key: '3305960001', checkedAt: '2026-11-22T08:00:00.000Z' }
    answer = {
      ok: true,
      value: { ...said, found: true, facts: [{ field: 'name', label, value: '演练电商' }] },
    }
    mount(<LookUp />)
    await expect.element(ask).toBeDisabled()
    await userEvent.type(page.getByRole('textbox', { name: '编号' }), ' 3305960001 {Enter}')
    await expect.element(page.getByText('企业名称')).toBeVisible()
    await expect.element(page.getByText('演练电商')).toBeVisible()
    const query = { account: 'practice|3305960001', kind: 'enterprise', key: '3305960001' }
    expect(asked).toEqual([['reference.lookUp', 'b', query]])
    answer = { ok: true, value: { ...said, found: false, facts: [] } }
    await userEvent.click(ask)
    await expect.element(page.getByText(/没有 3305960001 的记录/)).toBeVisible()
    expect(page.getByText('演练电商').query()).toBeNull()
  })

  it('says why it could not ask, and what to do', async () => {
    answer = { ok: false, failure: networkFailure('dns') }
    mount(<LookUp />)
    await userEvent.type(page.getByRole('textbox', { name: '编号' }), 'E1{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('请检查网络设置中的服务地址和 DNS')
  })
})
