import { samenessOf } from '#shared/merge/kinds'
import { emptyRecord } from '#shared/model/merge-record'
import type { MergeRecord } from '#shared/model/merge-record'
import { marksShown } from '#shared/merge/view'
import type { BookContext } from '../context'
import { allRecords } from '../read/records'
import { keyedId } from '../sealing/blind'
import type { Draft } from '../write/draft'
import { FactKeys } from './facts'
import type { Flat, Key, Shelf } from './kind'
import type { SharedRecord } from './record'
import type { DeskSetting } from './setting'

/** What one pass works with; facts are looked up anew in the next, for imports come and go. */
export async function shelfOf(context: BookContext, { id }: DeskSetting): Promise<Shelf> {
  const [enterprise] = await allRecords(context, 'enterprise')
  return { context, facts: new FactKeys(context), desk: { id, code: enterprise?.record.desk ?? '' } }
}

export const placeOf = (context: BookContext, kind: string, key: Key): Promise<string> =>
  keyedId(context.keys, 'deskRecords', [kind, ...key])

/** Shared records of one kind, ready to be written in this draft; new ones where there are none. */
export async function sharedRecords(
  context: BookContext,
  draft: Draft,
  kind: string,
  keys: readonly Key[],
): Promise<SharedRecord[]> {
  const places = await Promise.all(keys.map((key) => placeOf(context, kind, key)))
  await draft.prefetch('deskRecords', places)
  return Promise.all(
    places.map(async (place, i) => (await draft.get('deskRecords', place))?.record ?? fresh(kind, keys[i]!)),
  )
}

const fresh = (kind: string, key: Key): SharedRecord => ({
  record: emptyRecord(kind, key),
  shared: {},
  base: 0,
  unsent: false,
  tries: 0,
})

export const marksOfFlat = ({ kind }: Pick<MergeRecord, 'kind'>, flat: Flat): Record<string, string> =>
  marksShown(flat, samenessOf(kind))
