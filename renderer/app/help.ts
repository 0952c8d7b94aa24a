import type { Text } from '#shared/model/text'

/** A task card: one page, numbered steps, searchable offline. An end-to-end test does the steps literally. */
export type HelpCard = {
  id: string
  room: string
  title: Text
  steps: readonly Text[]
  /** Name of a sample file shipped with the app that the steps use. */
  sample?: string
}

/** F1 on a field. `id` is what the field's element carries in `data-help`. */
export type FieldHelp = {
  id: string
  title: Text
  /** 填制说明: how the field is filled. */
  fill: Text
  length?: string
  codeTable?: Text
  example?: string
  source?: Text
  /** What customs commonly refuses about it. */
  refusal?: Text
}
