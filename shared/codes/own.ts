import { codeTableIds, type CodeOverlay, type CodeRow, type CodeTable, type CodeTableId } from './table'

/**
 * A code that the shipped tables lack (自增). `source`: `declared` when it went out in a document as it stood, `typed`
 * by an officer, else the name of the file it came from. Without a name it is only remembered: it goes on being
 * warned of until somebody has said what it is.
 */
export type OwnCode = {
  table: CodeTableId
  code: string
  name: string
  en?: string
  iso?: string
  firstSeen: string
  source: string
}

/** A table the officer brought in as a whole: from then on absence from it may refuse, if it is complete. */
export type OwnEdition = {
  table: CodeTableId
  edition: string
  date: string
  source: string
  complete: boolean
}

/** A table as its publisher has it, in the edition that counts here: it takes the place of the shipped one. */
export type PublishedTable = Omit<OwnEdition, 'complete'> & { rows: readonly CodeRow[] }

export type OwnCodes = {
  codes: readonly OwnCode[]
  editions: readonly OwnEdition[]
  published: readonly PublishedTable[]
}
export const noOwnCodes: OwnCodes = { codes: [], editions: [], published: [] }

/**
 * A shipped table with what was published since and with what the officer says of its completeness. Codes that the publisher
 * does not have any more stay readable and are no longer offered.
 */
export function inForce(shipped: CodeTable, { editions, published }: Omit<OwnCodes, 'codes'>): CodeTable {
  const own = editions.find(({ table }) => table === shipped.id)
  const newer = published.find(({ table }) => table === shipped.id)
  const said = own && !(newer && newer.date > own.date) ? own : newer
  const has = new Set(newer?.rows.map(({ code }) => code))
  const gone = shipped.rows.filter(({ code }) => !has.has(code))
  return {
    ...shipped,
    ...(said && { edition: said.edition, source: said.source }),
    ...(own && { complete: own.complete }),
    ...(newer && { rows: [...newer.rows, ...gone.map((row) => ({ ...row, mark: 'obsolete' as const }))] }),
  }
}

export const isCodeTable = (id: string): id is CodeTableId => (codeTableIds as readonly string[]).includes(id)

/** The rows that have a name, as an overlay. A name may end in ISO letters (`泰铢 THB`), by which files name the same thing. */
export function overlayOf(codes: readonly OwnCode[]): CodeOverlay {
  const overlay: Partial<Record<CodeTableId, CodeRow[]>> = {}
  for (const { table, code, name, en, iso } of codes) {
    const zh = name.trim()
    if (zh === '') continue
    const letters = iso || /\b[A-Z]{3}$/.exec(zh)?.[0]
    const rows = (overlay[table] ??= [])
    rows.push({ code, zh, ...(en && { en }), ...(letters && { iso: letters }) })
  }
  return overlay
}
