import type { Book } from '../../../data/book'
import { DataRefusal } from '../../../data/errors/refusal'
import type { BulkPreview } from '../../../data/port'
import { command } from '../../../data/write/command'
import type { BulkTarget, Patch } from './target'

/** Rows changed by one command; a larger edit is several commands of one group. */
const perCommand = 500
const listed = 20

/** What an edit of all these rows would do; nothing is written. Rows it would spoil are shown first. */
export async function previewEdit(
  target: BulkTarget,
  ids: readonly string[],
  patch: Patch,
): Promise<BulkPreview> {
  const preview: BulkPreview = { rows: ids.length, changing: 0, samples: [], invalid: [], invalidCount: 0 }
  const sound: BulkPreview['samples'] = []
  for (const part of parts(ids)) {
    for (const { fault, ...sample } of await target.look(part, patch)) {
      preview.changing++
      if (fault) {
        preview.invalidCount++
        if (preview.invalid.length >= listed) continue
        preview.invalid.push({ id: sample.id, caption: sample.caption, text: fault })
        preview.samples.push(sample)
      } else if (sound.length < listed) sound.push(sample)
    }
  }
  preview.samples = [...preview.samples, ...sound].slice(0, listed)
  return preview
}

/** Do the edit where it changes something; refused whole with `invalid` at the first row it would spoil. */
export async function bulkEdit(
  { context }: Book,
  who: string,
  target: BulkTarget,
  ids: readonly string[],
  patch: Patch,
  why: string,
): Promise<{ group: string; changed: number }> {
  const { invalid } = await previewEdit(target, ids, patch)
  const [spoiled] = invalid
  if (spoiled) {
    throw new DataRefusal('invalid', {
      table: target.act,
      field: spoiled.caption,
      detail: spoiled.text.en,
    })
  }
  const group = crypto.randomUUID()
  let changed = 0
  for (const part of parts(ids)) {
    let written = 0
    await command(
      context,
      target.act,
      who,
      why,
      async (draft) => {
        written = await target.write(draft, part, patch)
      },
      { group },
    )
    changed += written
  }
  return { group, changed }
}

function* parts(ids: readonly string[]): Generator<readonly string[]> {
  for (let i = 0; i < ids.length; i += perCommand) yield ids.slice(i, i + perCommand)
}
