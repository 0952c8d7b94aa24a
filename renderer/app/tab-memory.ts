import type { Tab } from './navigation'
import type { Params } from './room'

/** A remembered tab holds no title: that may be a number of a record, and this memory is in clear. */
export type RememberedTab = Pick<Tab, 'view' | 'params'>

/** Random and keyed ids are hexadecimal and long; a declared number never looks like that. */
const randomId = /^(?=.*[a-f])[0-9a-f-]{32,}$/

function isRememberable(params: Params): boolean {
  return Object.values(params).every((value) => randomId.test(value))
}

export function rememberable(tabs: readonly Tab[]): RememberedTab[] {
  return tabs.filter((tab) => isRememberable(tab.params)).map(({ view, params }) => ({ view, params }))
}

const keyOf = (bookId: string) => `yiguan.tabs.${bookId}`

export function writeTabs(bookId: string, tabs: readonly Tab[]): void {
  localStorage.setItem(keyOf(bookId), JSON.stringify(rememberable(tabs)))
}

/** Tabs of the last session whose views still exist. */
export function readTabs(bookId: string, exists: (view: string) => boolean): RememberedTab[] {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(bookId)) ?? '[]') as RememberedTab[]
    return kept.filter((tab) => exists(tab.view) && isRememberable(tab.params))
  } catch {
    return []
  }
}
