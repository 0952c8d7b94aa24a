import { isSharedSetting, settingFields, settingOf } from '#shared/merge/settings'
import type { SealedRecord } from '../records'
import { getRecords } from '../read/records'
import { keyedId } from '../sealing/blind'
import { putSetting } from '../settings'
import type { DeskKind } from './kind'

/** The enterprise's own choices among the settings of a book; what belongs to the computer has no key here. */
export const settingKind: DeskKind = {
  keysOf: (_shelf, _table, rows) =>
    Promise.resolve(
      (rows as SealedRecord<'settings'>[]).map(({ key }) => (isSharedSetting(key) ? [key] : undefined)),
    ),
  async read({ context }, keys) {
    const ids = await Promise.all(keys.map(([key]) => keyedId(context.keys, 'settings', [key!])))
    const found = new Map((await getRecords(context, 'settings', ids)).map(({ id, record }) => [id, record]))
    return ids.map((id) => {
      const stored = found.get(id)
      return stored ? settingFields(stored.key, stored.value) : {}
    })
  },
  async put({ context }, draft, [key], flat) {
    if (!isSharedSetting(key!)) return 'invalid'
    const value = settingOf(key!, flat)
    if (value === undefined) return 'invalid'
    // The draft takes note of the row, so that an edit between reading and writing shows.
    await draft.get('settings', await keyedId(context.keys, 'settings', [key!]))
    await putSetting(draft, key!, value)
    return 'put'
  },
}
