import type { Text } from '#shared/model/text'
import type { FieldHelp } from '../../app/help'

/** Help of one place of this room. */
export const help = (id: string, title: Text, fill: Text, more: Partial<FieldHelp> = {}): FieldHelp => ({
  id: `forex.${id}`,
  title,
  fill,
  ...more,
})

export const safe: Text = { zh: '外汇局规定', en: 'Rules of SAFE' }
