import type { PinnedReason } from '#shared/filing/review'
import type { Text } from '#shared/model/text'

/** Reasons of a filing that was sent back, for under the fields they name; one whose field has another value is settled. */
export const reasonNotes = (pinned: readonly PinnedReason[]): ReadonlyMap<string, Text> =>
  new Map(
    pinned
      .filter(({ field, changed }) => field !== '' && !changed)
      .map(({ field, text, code }): [string, Text] => {
        const said = [code, text].filter(Boolean).join(' ')
        return [field, { zh: `退回：${said}`, en: `Sent back: ${said}` }]
      }),
  )
