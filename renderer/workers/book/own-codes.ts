import type { OwnCode, OwnCodes, OwnEdition } from '#shared/codes/own'
import { commonAct, inCommon } from '../../data/common-acts'
import type { BookContext } from '../../data/context'

export const readOwnCodes = (isPractice: boolean): Promise<OwnCodes> =>
  inCommon((store) => store.ownCodes(isPractice))

const aboutCodes = (codes: readonly Pick<OwnCode, 'table' | 'code'>[]) => ({
  table: codes[0]?.table ?? '',
  code: codes.length === 1 ? codes[0]!.code : '',
  count: codes.length,
})

export const putCodes = (context: BookContext, who: string, codes: readonly OwnCode[], why: string) =>
  commonAct(context, { name: 'codes.put', who, why }, aboutCodes(codes), (store) => store.putCodes(codes))

export const dropCodes = (
  context: BookContext,
  who: string,
  codes: readonly Pick<OwnCode, 'table' | 'code'>[],
  why: string,
) =>
  commonAct(context, { name: 'codes.drop', who, why }, aboutCodes(codes), (store) => store.dropCodes(codes))

/** Say which edition of a table counts here, with its completeness; null = as its publisher says. */
export const setEdition = (
  context: BookContext,
  who: string,
  table: OwnEdition['table'],
  edition: Omit<OwnEdition, 'table'> | null,
  why: string,
) =>
  commonAct(
    context,
    { name: 'codes.edition', who, why },
    { table, edition: edition?.edition ?? '' },
    (store) => (edition ? store.setEdition({ table, ...edition }) : store.dropEdition(table)),
  )
