import { importOf } from '../facts/fact-id'
import { marksOf } from '../desks/marks'
import { sealedTables } from '../records'
import type { SealedRecord, SealedTable } from '../records'
import type { BlindKind } from '../sealing/blind'

export type Claim = { kind: Extract<BlindKind, 'order' | 'waybill' | 'list'>; scope: string; number: string }

type Rule<T> = {
  /** The record's own key; its id is derived from it, so that two of one key cannot exist. */
  key?: (record: T) => string[]
  /** Numbers that no other living record of the table may hold. */
  claims?: (record: T) => Claim[]
  /** Clear columns that the table's indexes and cheap listings need. */
  clear?: (record: T) => Record<string, string | string[]>
  /** How the record is named to the officer. */
  caption: (record: T) => string
}

const rules: { [T in SealedTable]: Rule<SealedRecord<T>> } = {
  enterprise: { key: () => ['enterprise'], caption: (r) => r.name },
  goods: { key: (r) => [r.sku], caption: (r) => r.sku },
  templates: { caption: (r) => r.name },
  mappings: { key: (r) => [r.kind, r.platform, r.shop, r.name], caption: (r) => r.name },
  settings: { key: (r) => [r.key], caption: (r) => r.key },
  imports: { clear: (r) => ({ state: r.state }), caption: (r) => r.file },
  overlays: {
    key: (r) => [r.fact, r.aspect],
    clear: (r) => ({ fact: r.fact }),
    caption: (r) => r.aspect,
  },
  matches: { key: (r) => [r.order], caption: (r) => r.order },
  lists: {
    key: (r) => [r.list.copNo],
    claims: ({ state, list, held }) =>
      state === 'void' || held
        ? []
        : [
            {
              kind: 'order',
              scope: list.documents.inventory.head.ebpCode ?? list.platform,
              number: list.orderNo,
            },
            {
              kind: 'waybill',
              scope: list.documents.inventory.head.logisticsCode ?? '',
              number: list.logisticsNo,
            },
          ],
    clear: ({ state, list, orders, payments, waybills }) => ({
      state,
      day: list.businessDay,
      imports: state === 'void' ? [] : [...new Set([...orders, ...payments, ...waybills].map(importOf))],
    }),
    caption: (r) => r.list.copNo,
  },
  applications: {
    key: (r) => [r.copNo],
    claims: ({ state, lists }) =>
      state === 'void' ? [] : lists.map(({ invtNo }) => ({ kind: 'list', scope: '', number: invtNo })),
    caption: (r) => r.copNo,
  },
  customsEntries: { key: (r) => [r.sumNo, r.declSeqNo], caption: (r) => r.declSeqNo },
  departures: {
    key: (r) => [r.copNo],
    claims: ({ state, logisticsCode, parcels }) =>
      state === 'void'
        ? []
        : parcels.map(({ logisticsNo }) => ({ kind: 'waybill', scope: logisticsCode, number: logisticsNo })),
    caption: (r) => r.copNo,
  },
  returns: { key: (r) => [r.listCopNo, String(r.serial)], caption: (r) => r.copNo },
  taxBills: { key: (r) => [r.invtNo, r.taxNo], caption: (r) => r.taxNo },
  deliveries: { key: (r) => [r.operatorCode, r.number], caption: (r) => r.number },
  gatePasses: { key: (r) => [r.passNo], caption: (r) => r.passNo },
  exportEntries: { caption: (r) => r.entryId ?? r.preEntryId ?? r.contractNo ?? '' },
  rebateBatches: { key: (r) => [r.period, r.number], caption: (r) => `${r.period}-${r.number}` },
  rebateLines: {
    key: (r) => [r.no, String(r.item)],
    clear: (r) => ({ imports: r.batch !== '' && r.importId !== '' ? [r.importId] : [] }),
    caption: (r) => `${r.no} #${r.item}`,
  },
  rebateLinks: {
    key: (r) => [r.linkNo],
    clear: (r) => ({ imports: r.imports }),
    caption: (r) => r.linkNo,
  },
  rebateRuns: {
    key: (r) => [r.batch, String(r.run)],
    clear: (r) => ({ batch: r.batch }),
    caption: (r) => String(r.run),
  },
  rebatePapers: { key: (r) => [r.declarationNo], caption: (r) => r.declarationNo },
  rebateLetters: { caption: (r) => r.number || r.sellerName },
  forexCredits: {
    key: (r) => [r.creditId],
    clear: (r) => ({ imports: r.importIds }),
    caption: (r) => r.creditId,
  },
  forexTies: {
    key: (r) => [r.account, r.key],
    clear: (r) => ({ imports: r.importIds }),
    caption: (r) => r.account || r.key,
  },
  forexNotes: { caption: (r) => r.name },
  forexRuns: { key: (r) => [String(r.run)], caption: (r) => String(r.run) },
  forexMonths: {
    key: (r) => [r.month, r.shop, r.currency],
    caption: (r) => `${r.month} ${r.shop} ${r.currency}`,
  },
  parties: { key: (r) => [r.key], caption: (r) => r.key },
  evidence: { caption: (r) => r.title },
  pieces: { key: (r) => [r.piece], caption: (r) => r.piece },
  authorisations: { key: (r) => [r.no], caption: (r) => r.no },
  deskRecords: {
    key: ({ record }) => [record.kind, ...record.key],
    clear: (r) => ({ marks: marksOf(r) }),
    caption: ({ record }) => record.key.join(' '),
  },
}

export function ruleOf<T extends SealedTable>(table: T): Rule<SealedRecord<T>> {
  return rules[table]
}

export function schemaOf<T extends SealedTable>(table: T): (typeof sealedTables)[T] {
  return sealedTables[table]
}

export const sealedTableNames = Object.keys(sealedTables) as SealedTable[]
