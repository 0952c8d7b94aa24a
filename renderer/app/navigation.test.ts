import { beforeEach, describe, expect, it } from 'vitest'
import {
  activateTab,
  closeTab,
  openRoom,
  openTab,
  resetNavigation,
  titleTab,
  useNavigation,
} from './navigation'

const state = () => useNavigation.getState()
const open = (id: string) => openTab({ view: 'orders/order', params: { id }, title: id })

beforeEach(resetNavigation)

describe('tabs', () => {
  it('open a record once, whatever the order of its params', () => {
    openTab({ view: 'lists/list', params: { id: '1', attempt: '2' }, title: 'a' })
    openTab({ view: 'lists/list', params: { attempt: '2', id: '1' }, title: 'b' })
    expect(state().tabs).toHaveLength(1)
    expect(state().active).toBe(state().tabs[0]!.id)
  })

  it('of a record that is open are led to the place asked for, and left where they are when none is', () => {
    const batch = (place: object) =>
      openTab({ view: 'rebate/batch', params: { id: '1', ...place }, title: '' })
    batch({})
    titleTab('rebate/batch', { id: '1' }, '202601-001')
    batch({ step: 'papers' })
    const params = { id: '1', step: 'papers' }
    expect(state().tabs).toMatchObject([{ params, title: '202601-001' }])
    batch({})
    expect(state().tabs).toMatchObject([{ params }])
  })

  it('close to the left neighbour, then the right one, then the room', () => {
    for (const id of ['1', '2', '3']) open(id)
    const [one, two, three] = state().tabs.map((tab) => tab.id)
    activateTab(two)
    closeTab(two!)
    expect(state().active).toBe(one)
    closeTab(one!)
    expect(state().active).toBe(three)
    closeTab(three!)
    expect(state().active).toBeUndefined()
  })

  it('closing a tab behind leaves the one in front', () => {
    open('1')
    open('2')
    closeTab(state().tabs[0]!.id)
    expect(state().active).toBe(state().tabs[0]!.id)
  })

  it('a room comes in front of the tabs, and they stay', () => {
    open('1')
    openRoom('goods', { missing: 'yes' })
    expect(state()).toMatchObject({ room: 'goods', params: { missing: 'yes' }, active: undefined })
    expect(state().tabs).toHaveLength(1)
  })

  it('a room is shown again as it was left, unless it is asked for otherwise', () => {
    openRoom('orders', { state: 'ready' })
    openRoom('goods')
    openRoom('orders')
    expect(state()).toMatchObject({ room: 'orders', params: { state: 'ready' } })
    openRoom('goods')
    openRoom('orders', {})
    openRoom('home')
    openRoom('orders')
    expect(state().params).toEqual({})
  })

  it('take their title once the record is read', () => {
    open('1')
    titleTab('orders/order', { id: '1' }, 'SO1')
    expect(state().tabs[0]!.title).toBe('SO1')
  })
})
