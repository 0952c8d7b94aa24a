import { TrackedPiece } from '#shared/control/pieces'
import { EvidenceDocument } from '#shared/evidence/document'
import { Authorisation } from '#shared/filing/authorisation'
import { StoredParty } from '#shared/filing/stored'
import { EXISTS } from '#shared/model/merge-record'
import type { SealedRecord, SealedTable } from '../records'
import { getRecords } from '../read/records'
import { keyedId } from '../sealing/blind'
import type { DeskKind, Shelf } from './kind'
import { flatOf, recordOf } from './masters'

type Table = 'parties' | 'evidence' | 'authorisations' | 'pieces'

/** Records with a key of their own that travel as they are, but for what belongs to the computer. */
function keyed<T extends Table>(table: T, rule: Rule<T>): DeskKind {
  const idOf = ({ context }: Shelf, key: string) =>
    rule.isRandom ? Promise.resolve(key) : keyedId(context.keys, table, [key])
  return {
    keysOf: (_shelf, _table, rows) =>
      Promise.resolve(
        (rows as SealedRecord<SealedTable>[]).map((row) => [rule.keyOf(row as SealedRecord<T>)]),
      ),
    async read(shelf, keys) {
      const ids = await Promise.all(keys.map(([key]) => idOf(shelf, key!)))
      const found = new Map(
        (await getRecords(shelf.context, table, ids)).map(({ id, record }) => [id, record]),
      )
      return ids.map((id) => {
        const record = found.get(id)
        return record ? flatOf(rule.kind, rule.content(record)) : { [EXISTS]: false }
      })
    },
    async put(shelf, draft, [key], flat) {
      const id = await idOf(shelf, key!)
      const stored = await draft.get(table, id)
      if (flat[EXISTS] !== true) {
        if (stored) await draft.delete(table, id)
        return 'put'
      }
      const record = rule.make(key!, flat, stored?.record)
      if (!record) return 'invalid'
      await draft.put(table, record, id)
      return 'put'
    },
  }
}

type Flat = Parameters<DeskKind['put']>[3]
type Rule<T extends Table> = {
  kind: 'party' | 'paper' | 'authorisation' | 'piece'
  /** The key is the id of the row. */
  isRandom?: true
  keyOf(record: SealedRecord<T>): string
  content(record: SealedRecord<T>): object
  make(key: string, flat: Flat, before: SealedRecord<T> | undefined): SealedRecord<T> | undefined
}

export const partyKind = keyed('parties', {
  kind: 'party',
  keyOf: ({ key }) => key,
  content: ({ party }) => party,
  make(key, flat) {
    const party = recordOf('party', StoredParty.shape.party, flat, {})
    return party && { key, party }
  },
})

/** The bytes of its file stay where they were attached; a paper that came from another desk has none here. */
export const paperKind = keyed('evidence', {
  kind: 'paper',
  isRandom: true,
  keyOf: ({ id }) => id,
  content: (record) => record,
  make: (id, flat, before) =>
    recordOf('paper', EvidenceDocument, flat, {
      id,
      ...(before?.file && { file: before.file }),
      ...(before?.earlier && { earlier: before.earlier }),
    }),
})

/** Records of stations come together entry by entry: the same one in two ways is a fault of the piece, not of the exchange. */
export const pieceKind = keyed('pieces', {
  kind: 'piece',
  keyOf: ({ piece }) => piece,
  content: (record) => record,
  make: (piece, flat) => recordOf('piece', TrackedPiece, flat, { piece }),
})

export const authorisationKind = keyed('authorisations', {
  kind: 'authorisation',
  keyOf: ({ no }) => no,
  content: (record) => record,
  make(no, flat) {
    // Without modes it holds for every mode; an empty set of them would hold for none.
    const isLimited = Object.keys(flat).some((path) => path.startsWith('modes/'))
    return recordOf('authorisation', Authorisation, flat, { no, ...(!isLimited && { modes: undefined }) })
  },
})
