import { ModePath } from '#shared/model/mode'
import type { Text } from '#shared/model/text'
import { DataRefusal } from '../../../data/errors/refusal'
import type { Overlay } from '../../../data/port'
import type { Patch } from './target'

export type Mode = Extract<Overlay, { aspect: 'mode' }>

/** The way a patch gives orders; undefined: as the template says. */
export function pathOf(patch: Patch): ModePath | undefined {
  const value = patch['mode'] ?? ''
  if (value === '') return undefined
  const read = ModePath.safeParse(value)
  if (!read.success) throw new DataRefusal('invalid', { table: 'orders', field: 'mode', detail: value })
  return read.data
}

/** What is laid over an order for a way; nothing where the template decides. */
export const modeAfter = (fact: string, path: ModePath | undefined, reason: string): Mode | undefined =>
  path && { aspect: 'mode', fact, path, reason }

export const alreadyDeclared: Text = {
  zh: '清单已申报，不能改申报方式；先撤销（605），同意后用新编号重报',
  en: 'Its list has left, so its mode stands; withdraw it (605) and declare it under a new number',
}
