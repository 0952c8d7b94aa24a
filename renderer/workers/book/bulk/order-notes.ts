import type { Overlay } from '../../../data/port'
import type { Patch } from './target'

export type Note = Extract<Overlay, { aspect: 'note' }>

/** Fields that stand in the note of an order: 备注, 负责人 and 提醒日期 are set, 标签 are added or taken off. */
export const noteFields = ['note', 'owner', 'remindOn', 'addLabel', 'removeLabel'] as const

/** The note of an order after a patch; undefined when nothing is left of it. An empty value takes the field away. */
export function noteAfter(fact: string, before: Note | undefined, patch: Patch): Note | undefined {
  const { addLabel = '', removeLabel = '' } = patch
  const kept = (before?.labels ?? []).filter((label) => label !== removeLabel)
  const labels = addLabel === '' || kept.includes(addLabel) ? kept : [...kept, addLabel]
  const field = (name: 'owner' | 'remindOn') => {
    const value = (patch[name] ?? before?.[name] ?? '').trim()
    return value === '' ? {} : { [name]: value }
  }
  const note = (patch['note'] ?? before?.note ?? '').trim()
  const after: Note = { aspect: 'note', fact, note, labels, ...field('owner'), ...field('remindOn') }
  const isEmpty = note === '' && labels.length === 0 && !after.owner && !after.remindOn
  return isEmpty ? undefined : after
}

/** What of a note a patch touches, as it is shown. */
export function noteText(note: Note | undefined, patch: Patch): string {
  const texts = Object.keys(patch).map((field) =>
    field === 'addLabel' || field === 'removeLabel'
      ? (note?.labels ?? []).join(' ')
      : (note?.[field as 'note' | 'owner' | 'remindOn'] ?? ''),
  )
  return texts.join(' ')
}
