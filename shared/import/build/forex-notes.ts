import { noteValues } from '../../model/forex/notes'
import { noteFiles } from '../fields/forex-notes'
import type { NoteFact } from '../../model/forex/note-fact'
import { isNoteFile, type NoteFileKind, type RowError } from '../../model/import-report'
import { cmp } from '../../money/decimal'
import type { Draft } from '../group'
import { noteKey } from '../key'
import { refuse } from '../rules'
import { viewer, type Assembled, type Assembler, type AssemblerContext, type RowView } from './assembler'
import { numbered } from './numbered'

type Json = NoteFact['value']
const separators = /[,，;；、]/

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Rows → notes of one kind, each checked as a note that is typed would be. */
export function forexNotesAssembler({ profile, binding }: AssemblerContext): Assembler {
  if (!isNoteFile(profile.kind)) throw new Error(`${profile.kind} is no file of notes`)
  const kind: NoteFileKind = profile.kind
  const { note, fields, named, choices, lists = [], counts = [], paths = {}, positive } = noteFiles[kind]
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field
  const nameOf = (row: RowView) => named.map((field) => row.get(field)).join(' ')

  const wordsOf = (field: string, text: string): string[] =>
    lists.includes(field) ? text.split(separators).filter((word) => word.trim() !== '') : [text]
  const meaning = (field: string, word: string): string | undefined =>
    choices[field]?.find((words) => words.some((one) => plain(one) === plain(word)))?.[0]

  /** A field of words as its value; undefined for a word nobody knows. */
  function chosen(field: string, text: string): Json | undefined {
    const found = wordsOf(field, text).map((word) => meaning(field, word))
    if (found.some((one) => one === undefined)) return undefined
    if (lists.includes(field)) return found as string[]
    const [only] = found
    return only === 'yes' ? true : only === 'no' ? false : only
  }

  function valueOf(row: RowView): Json {
    const value: Record<string, Json> = {}
    for (const [field, { type }] of Object.entries(fields)) {
      const text = row.get(field)
      if (text === '') continue
      const own =
        choices[field] !== undefined
          ? chosen(field, text)
          : type === 'integer' || counts.includes(field)
            ? Number(text)
            : text
      if (own === undefined) continue
      const [outer, inner] = paths[field] ?? []
      if (outer === undefined || inner === undefined) value[field] = own
      else value[outer] = { ...(value[outer] as object), [inner]: own }
    }
    return value
  }

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const record: NoteFact = {
      record: 'forex-note',
      kind,
      name: nameOf(row),
      value: valueOf(row),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    const [currency, amount] = [row.get('currency'), row.get('amount')]
    return {
      record,
      rows: [draft.row],
      classes: [note],
      amounts: currency !== '' && amount !== '' ? [{ currency, amount }] : [],
    }
  }

  return {
    check(values, row) {
      const of = view(values)
      const wrong = (field: string): RowError =>
        refuse('field.shape', { row, column: headerOf(field), value: of.get(field) })
      const words = Object.entries(choices).flatMap(([field, known]): RowError[] => {
        const text = of.get(field)
        if (text === '' || chosen(field, text) !== undefined) return []
        return [
          refuse('field.choice', {
            row,
            column: headerOf(field),
            value: text,
            choices: known.map(([, word = '']) => word).join(', '),
          }),
        ]
      })
      const low = positive.filter((field) => of.get(field) !== '' && cmp(of.get(field), '0') <= 0)
      const parts = counts.filter((field) => of.get(field) !== '' && !/^\d+$/.test(of.get(field)))
      const told = [...words, ...[...low, ...parts].map(wrong)]
      if (told.length > 0) return told
      // What the cells allow and a note does not: half of a pair of days, a count below zero.
      const read = noteValues[note].safeParse(valueOf(of))
      if (read.success) return []
      const places = read.error.issues.map(({ path }) => path.join('.'))
      const field = Object.keys(fields).find((one) => {
        const own = paths[one]?.join('.') ?? one
        return places.some((place) => own === place || place.startsWith(`${own}.`))
      })
      return [wrong(field ?? named[0] ?? '')]
    },
    keyOf: (values) => noteKey(kind, nameOf(view(values))),
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
