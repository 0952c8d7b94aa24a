import { codeTableIds, type CodeMark, type CodeOverlay, type CodeRow, type CodeTableId } from './table'

/**
 * A code that the shipped tables lack (自增). `source`: `declared` when it went out in a document as it stood, `typed`
 * by an officer, else the name of the file or of the single window it came from. Without a name it is only remembered: it goes on being
 * warned of until somebody has said what it is.
 */
export type OwnCode = {
  table: CodeTableId
  code: string
  name: string
  en?: string
  iso?: string
  /** As its publisher marks it; absent for what an officer added. */
  mark?: CodeMark
  firstSeen: string
  source: string
  /** Of a practice window: counts in 演练 books only. */
  practice?: true
}

/** A table the officer brought in as a whole: from then on absence from it may refuse, if it is complete. */
export type OwnEdition = {
  table: CodeTableId
  edition: string
  date: string
  source: string
  complete: boolean
  /** Whose signed updates are laid over it, and up to which version. */
  reference?: { key: string; version: string }
  practice?: true
}

export type OwnCodes = { codes: readonly OwnCode[]; editions: readonly OwnEdition[] }
export const noOwnCodes: OwnCodes = { codes: [], editions: [] }

/** What counts in a book of this kind; of the same code the practice window's own goes before in a 演练 book. */
export function forBook({ codes, editions }: OwnCodes, isPractice: boolean): OwnCodes {
  const counting = <T extends { practice?: true }>(all: readonly T[], keyOf: (one: T) => string): T[] => {
    const found = new Map<string, T>()
    for (const one of all) {
      if (one.practice ? isPractice : !found.has(keyOf(one))) found.set(keyOf(one), one)
    }
    return [...found.values()]
  }
  return {
    codes: counting(codes, ({ table, code }) => `${table}:${code}`),
    editions: counting(editions, ({ table }) => table),
  }
}

export const isCodeTable = (id: string): id is CodeTableId => (codeTableIds as readonly string[]).includes(id)

/** The rows that have a name, as an overlay. A name may end in ISO letters (`泰铢 THB`), by which files name the same thing. */
export function overlayOf(codes: readonly OwnCode[]): CodeOverlay {
  const overlay: Partial<Record<CodeTableId, CodeRow[]>> = {}
  for (const { table, code, name, en, iso, mark } of codes) {
    const zh = name.trim()
    if (zh === '') continue
    const letters = iso || /\b[A-Z]{3}$/.exec(zh)?.[0]
    const rows = (overlay[table] ??= [])
    rows.push({ code, zh, ...(en && { en }), ...(letters && { iso: letters }), ...(mark && { mark }) })
  }
  return overlay
}
