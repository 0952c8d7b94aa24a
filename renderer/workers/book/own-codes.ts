import type { OwnCode, OwnCodes, OwnEdition } from '#shared/codes/own'
import { CommonStore } from '../../data/common'
import type { BookContext } from '../../data/context'
import { command } from '../../data/write/command'

async function inCommon<T>(work: (store: CommonStore) => Promise<T>): Promise<T> {
  const store = new CommonStore()
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/**
 * The journal of the book says who changed the tables of this machine; then the change is made. No transaction spans
 * the two: what fails in between stands in the journal as an act, and the officer is told that it failed.
 */
async function act(
  context: BookContext,
  { name, who, why }: { name: string; who: string; why: string },
  about: Record<string, string | number>,
  work: (store: CommonStore) => Promise<void>,
): Promise<void> {
  await command(context, name, who, why, async () => [], {
    about,
    extra: { tables: [], run: () => Promise.resolve() },
  })
  await inCommon(work)
}

export const readOwnCodes = (isPractice: boolean): Promise<OwnCodes> =>
  inCommon((store) => store.ownCodes(isPractice))

const aboutCodes = (codes: readonly Pick<OwnCode, 'table' | 'code'>[]) => ({
  table: codes[0]?.table ?? '',
  code: codes.length === 1 ? codes[0]!.code : '',
  count: codes.length,
})

export const putCodes = (context: BookContext, who: string, codes: readonly OwnCode[], why: string) =>
  act(context, { name: 'codes.put', who, why }, aboutCodes(codes), (store) => store.putCodes(codes))

export const dropCodes = (
  context: BookContext,
  who: string,
  codes: readonly Pick<OwnCode, 'table' | 'code'>[],
  why: string,
  isPractice: boolean,
) =>
  act(context, { name: 'codes.drop', who, why }, aboutCodes(codes), (store) =>
    store.dropCodes(codes, isPractice),
  )

/** Say which edition of a table counts here, with its completeness; null = as it was shipped. */
export const setEdition = (
  context: BookContext,
  who: string,
  table: OwnEdition['table'],
  edition: Omit<OwnEdition, 'table'> | null,
  why: string,
  isPractice: boolean,
) =>
  act(context, { name: 'codes.edition', who, why }, { table, edition: edition?.edition ?? '' }, (store) =>
    edition ? store.setEdition({ table, ...edition }) : store.dropEdition(table, isPractice),
  )
