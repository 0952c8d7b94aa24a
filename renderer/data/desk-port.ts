import type { MergeKind } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import type { Text } from '#shared/model/text'
import type { Outcome } from '#shared/protocol/engine/ports'
import type {
  Desk,
  DeskList,
  DeskRecordAnswer,
  DeskRecordPage,
  DeskRecordPush,
} from '#shared/protocol/desk-records'
import type { FileSigner, KnownSigner } from '#shared/protocol/desk-signer'
import type { Reason } from '#shared/protocol/engine/records'
import type { Stored } from './stored'
import type { Overlay } from './records'

/** The desk channels of main for one book, as a window lends them. */
export type DeskLink = {
  register(desk: string, code: string, name: string): Promise<Outcome<DeskList>>
  moveOut(desk: string): Promise<Outcome<DeskList>>
  push(push: DeskRecordPush): Promise<Outcome<DeskRecordAnswer>>
  page(desk: string, cursor: string | undefined, limit: number): Promise<Outcome<DeskRecordPage>>
}

export type SideView = { value: Json; who: string; at: string; desk: string; isOwn: boolean }
/** One field on which desks disagree. `atoms`: the parts of a composed value in which the sides differ. */
export type FieldConflict = {
  path: string
  label: Text
  base?: Json
  mine: SideView
  theirs: SideView[]
  atoms: string[]
}
/** `declaredBy`: that desk declared the document; what was edited beside it can only be let go. */
export type ConflictView = {
  id: string
  rev: number
  kind: MergeKind
  title: Text
  name: string
  fields: FieldConflict[]
  declaredBy?: string
}
/** For each field the side to keep: `mine`, or the place among `theirs`. */
export type Resolve = { id: string; rev: number; choices: Record<string, 'mine' | number> }

/** `waits`: not applied, because what they are about is not here; `parked`: met a differing answer too often. */
export type DeskCounts = { conflicts: number; unsent: number; waits: number; parked: number; held: number }
export type DeskState = {
  id: string
  code: string
  on: boolean
  desks: Desk[]
  /** Keys with which the files of other desks are signed, as officers here confirmed them. */
  signers: KnownSigner[]
  metAt?: string
  clash?: { code: string; free?: string }
  moved?: { at: string; who: string; told: boolean }
  /** Templates that share a name: only one of each is exchanged. */
  sameNames: string[]
  counts: DeskCounts
}

/** What a meeting brought: edits of this desk made ready, records sent, records that took something in. */
export type DeskMeeting =
  | {
      ok: true
      captured: number
      sent: number
      received: number
      merged: number
      conflicts: number
      waits: number
    }
  | { ok: false; reason: Reason }

/** 交接: a note with what it is about, as it is handed over. */
export type HandOverItem = {
  room: 'orders' | 'payments' | 'waybills' | 'lists' | 'goods'
  id: string
  number: string
  owner: string
  note: string
  labels: string[]
  remindOn: string
  state: string
  lastAct: string
  lastAt: string
  lastWho: string
}

/** 备注 of whatever an officer works on. */
export type Note = Extract<Overlay, { aspect: 'note' }>

/** Several desks of one enterprise; part of `BookPort`, the same rules hold. */
export type DeskPort = {
  deskState(): Promise<DeskState>
  /** Switch the exchange with other desks on or off; nothing leaves while it is off. */
  useDesks(on: boolean): Promise<void>
  /** Capture, fetch, merge, send. Resolves with the reason when the service cannot be reached or refuses this desk. */
  meetDesks(link: DeskLink, why: string): Promise<DeskMeeting>
  /** The same records as the bytes of a file, for a desk that cannot be reached. */
  exportDesks(): Promise<Uint8Array>
  /**
   * Take in such a file; taking it in again changes nothing. Refused with `desk-signer-new` until the officer confirmed
   * the key of that desk, and with `desk-signer-changed` when it is another one than then.
   */
  importDesks(bytes: Uint8Array, why: string, signer: FileSigner): Promise<DeskMeeting>
  /** Let the officer compare the key of a desk anew. */
  forgetSigner(desk: string): Promise<void>
  deskConflicts(): Promise<ConflictView[]>
  resolveConflicts(decisions: Resolve[], why: string): Promise<number>
  /** Try again what was parked. */
  retryParked(): Promise<void>
  /** The note about a record, by the id of that record. */
  note(fact: string): Promise<Stored<Note> | undefined>
  /** Records somebody is in charge of and that are not at their end. */
  handOver(owner?: string): Promise<HandOverItem[]>
  /** 全部转交. */
  transferAll(from: string, to: string, why: string): Promise<number>
  /** 已迁出: this installation is read-only from now on, for good. */
  moveOut(link: DeskLink | undefined, why: string): Promise<void>
}
