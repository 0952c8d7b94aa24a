import type { RowError } from '../model/import-report'
import type { Order } from '../model/order'
import type { ImportItem, ImportSink, RefusedRow, Stored } from './api'
import type { Assembled } from './build/assembler'
import { recordContent, recordKey } from './key'
import type { Digest } from './ports'
import { refuse, type RefusalRule } from './rules'
import type { Tally } from './tally'

export type RecordStageOptions = {
  tally: Tally
  sink: ImportSink
  digest: Digest
  update: boolean
  existing?: ((keys: string[]) => Promise<ReadonlyMap<string, Stored>>) | undefined
}

type Pending = { assembled: Assembled; key: string; digest: string }

/** Compares records with what earlier imports stored and hands them on: new, updated, unchanged or refused. */
export class RecordStage {
  readonly #options: RecordStageOptions

  constructor(options: RecordStageOptions) {
    this.#options = options
  }

  /** Records of one batch; those of one group must come together, in the order of the file. */
  async take(groups: readonly Assembled[][]): Promise<void> {
    const { digest, existing } = this.#options
    const pending: Pending[] = await Promise.all(
      groups.flatMap((group) =>
        group.map(async (assembled, position) => ({
          assembled,
          key: recordKey(assembled.record, position + 1),
          digest: await digest(recordContent(assembled.record)),
        })),
      ),
    )
    const stored = existing && pending.length > 0 ? await existing(pending.map(({ key }) => key)) : new Map()
    const items: ImportItem[] = []
    const refused: RefusedRow[] = []
    for (const each of pending) this.#decide(each, stored.get(each.key), items, refused)
    if (items.length > 0) await this.#options.sink.records(items)
    if (refused.length > 0) await this.#options.sink.refused(refused)
  }

  #decide(
    { assembled, key, digest }: Pending,
    stored: Stored | undefined,
    items: ImportItem[],
    refused: RefusedRow[],
  ): void {
    const { tally, update } = this.#options
    if (stored?.digest === digest) {
      tally.duplicate(assembled.rows.length)
    } else if (stored && (stored.declared || !update || isBare(assembled))) {
      tally.refuse(assembled.rows.length)
      const rule = stored.declared
        ? 'record.declared-changed'
        : isBare(assembled)
          ? 'record.no-lines'
          : 'record.changed'
      refused.push(
        ...assembled.rows.map((row) => ({ row, cells: [], errors: [changed(rule, row, assembled)] })),
      )
    } else {
      const change = stored ? 'updated' : 'new'
      tally.accept(assembled, change === 'updated')
      items.push({ key, digest, record: assembled.record, change })
    }
  }
}

/** An order of which the file has the head alone: it says nothing about the goods, and never takes them away. */
const isBare = ({ record }: Assembled): boolean =>
  record.record === 'order' && record.kind === 'order' && record.lines.length === 0

function changed(rule: RefusalRule, row: number, { record }: Assembled): RowError {
  const number = {
    order: () => (record as Order).orderNo,
    payment: () => ('paymentNo' in record ? record.paymentNo : ''),
    waybill: () => ('logisticsNo' in record ? (record.logisticsNo ?? '') : ''),
    weighing: () => ('logisticsNo' in record ? (record.logisticsNo ?? '') : ''),
    goods: () => ('sku' in record ? record.sku : ''),
    invoice: () => ('number' in record ? record.number : ''),
    declaration: () => ('no' in record ? record.no : ''),
    rate: () => ('code' in record ? record.code : ''),
    tariff: () => ('code' in record ? record.code : ''),
    'code-change': () => ('from' in record ? record.from : ''),
    handbook: () => ('number' in record ? record.number : ''),
    'forex-note': () => ('name' in record ? (record.name ?? '') : ''),
    'exchange-rate': () => ('currency' in record ? `${record.currency ?? ''}` : ''),
  }[record.record]()
  return refuse(rule, { row, value: number })
}
