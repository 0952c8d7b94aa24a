import type { MergeKind } from '#shared/merge/kinds'
import type { SealedTable } from '../records'
import type { DeskKind } from './kind'
import { authorisationKind, paperKind, partyKind, pieceKind } from './filing'
import { listKind } from './lists'
import { enterpriseKind, goodsKind, mappingKind, templateKind } from './masters'
import { noteKind } from './notes'
import { orderKind } from './orders'
import { settingKind } from './settings'

export const deskKinds: Readonly<Record<MergeKind, DeskKind>> = {
  enterprise: enterpriseKind,
  goods: goodsKind,
  template: templateKind,
  mapping: mappingKind,
  party: partyKind,
  paper: paperKind,
  piece: pieceKind,
  authorisation: authorisationKind,
  setting: settingKind,
  order: orderKind,
  list: listKind,
  note: noteKind,
}

const travelling = {
  enterprise: ['enterprise'],
  goods: ['goods'],
  templates: ['template'],
  mappings: ['mapping'],
  parties: ['party'],
  evidence: ['paper'],
  pieces: ['piece'],
  authorisations: ['authorisation'],
  settings: ['setting'],
  overlays: ['order', 'note'],
  matches: ['order'],
  lists: ['list'],
} as const satisfies Partial<Record<SealedTable, readonly MergeKind[]>>
/** Tables whose rows desks exchange; of all others the screen says that they stay where they are. */
export type TravellingTable = keyof typeof travelling

/** Which kinds rows of a table are part of; a table that is not here is not exchanged. */
export const kindsOfTable: Partial<Record<SealedTable, readonly MergeKind[]>> = travelling

/** Sources before what is built from them, subjects before notes about them. */
export const applyOrder: readonly MergeKind[] = [
  'enterprise',
  'goods',
  'template',
  'mapping',
  'party',
  'paper',
  'piece',
  'authorisation',
  'setting',
  'order',
  'list',
  'note',
]
