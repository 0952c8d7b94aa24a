import { loadCodeTable } from '../codes/load'
import { unitByName } from '../codes/unit-name'
import type { ImportReport, RowError } from '../model/import-report'
import type { Order } from '../model/order'
import type { ImportOutcome, ImportRequest, RefusedRow } from './api'
import type { Assembled } from './build/assembler'
import { assemblerFor } from './build/index'
import { CancellationWatch } from './cancellation-watch'
import { normalizeHeader } from '../table/clean/text'
import { DataRows } from './data-rows'
import { refusalOf } from './file-refusals'
import { FileFault } from '../table/file-fault'
import { keyFields } from './fields/index'
import { Grouper, type Group } from './group'
import { chosen, openTable, type Table } from './open-table'
import type { Progress } from './ports'
import { openQuestions } from './questions'
import { RowReader } from './read-row'
import type { Recognition } from './recognise'
import { RecordStage } from './record-stage'
import { RowStage } from './row-stage'
import { remark } from './rules'
import { Survey, type Verdict } from './survey'
import { Tally } from './tally'

const GROUPS_PER_BATCH = 1000
const REFUSED_PER_BATCH = 1000

/** Thrown between batches when the caller has set its signal. */
class Cancelled extends Error {}

/**
 * Read one file of one kind into records. Good rows go to `sink.records`, the others to `sink.refused` with every
 * reason; the report counts each row read exactly once. A file that cannot be read as a table of this kind is a
 * refusal, never an exception. Cancelling stops between batches; what the sink already has is the caller's to undo.
 */
export async function importFile(request: ImportRequest): Promise<ImportOutcome> {
  try {
    return await new Import(request).run()
  } catch (error) {
    if (error instanceof Cancelled) return { ok: false, cancelled: true }
    if (error instanceof FileFault)
      return { ok: false, refusal: refusalOf(error, request.fileName, request.kind) }
    throw error
  } finally {
    await request.spill?.dispose()
  }
}

class Import {
  readonly #request: ImportRequest
  readonly #tally = new Tally()
  readonly #warnings: RowError[] = []
  #bytes = 0

  constructor(request: ImportRequest) {
    this.#request = request
  }

  async run(): Promise<ImportOutcome> {
    const { kind, profile, map, options: { sheet } = {} } = this.#request
    const wanted = { kind, profile, ...(map ? { map } : {}) }
    const table = await openTable({ ...this.#request, ...wanted, ...(sheet && { sheet }) })
    const recognition = chosen(table, wanted)
    const verdict = await this.#survey(table, recognition)
    const report = await this.#import(table, recognition, verdict)
    const { options = {} } = this.#request
    const dateOrder = options.dateOrder ?? verdict.dateOrder
    const decimal = options.decimal ?? verdict.decimal
    const decided = { ...(dateOrder ? { dateOrder } : {}), ...(decimal ? { decimal } : {}) }
    return { ok: true, report, header: recognition.header, decided }
  }

  async #survey(table: Table, recognition: Recognition): Promise<Verdict> {
    const survey = new Survey(recognition.binding)
    const rows = new DataRows(recognition)
    let seen = 0
    for await (const batch of this.#read(table, recognition, 'survey', () => seen)) {
      for (const row of batch) if (rows.isRecord(row)) survey.add(row)
      seen += batch.length
      if (survey.settled) break
    }
    return survey.verdict()
  }

  async #import(table: Table, recognition: Recognition, verdict: Verdict): Promise<ImportReport> {
    const { profile, binding, header } = recognition
    const { options = {}, spill, rowsInMemory, sink } = this.#request
    const hasUnits = binding.fields.some(({ def }) => def.type === 'unit')
    const units = hasUnits ? unitByName(await loadCodeTable('unit')) : undefined
    const reader = new RowReader(
      binding,
      {
        decimal: options.decimal ?? verdict.decimal,
        cutIds: verdict.cutIds,
        units,
        dateOrder: options.dateOrder ?? verdict.dateOrder,
        timezone: profile.timezone ?? options.timezone,
      },
      header.length,
    )
    const assembler = assemblerFor({ profile, binding, options })
    const keyPositions = (
      profile.kind === 'invoices' ? keyFields.invoices : keyFields[profile.kind].slice(0, 1)
    )
      .map((field) => binding.index.get(field))
      .filter((position) => position !== undefined)
    const stage = new RowStage(reader, assembler, keyPositions)
    const grouper = new Grouper(spill, rowsInMemory)
    const pairing = profile.pairCancellations ? new CancellationWatch(recognition) : undefined
    const rows = new DataRows(recognition, (rule) => this.#tally.warn({ rule }))
    let refused: RefusedRow[] = []
    for await (const batch of this.#read(table, recognition, 'read', () => this.#tally.rowsRead)) {
      for (const row of batch) {
        if (!rows.isRecord(row)) continue
        this.#tally.rowsRead++
        const result = stage.take(row)
        for (const warning of result.findings.warnings) this.#remark(warning)
        if (result.refused) {
          this.#tally.refuse(1)
          refused.push(result.refused)
        } else if (result.line && 'values' in result.line) pairing?.watch(result.line)
        const written = result.line && grouper.add(result.line)
        if (written) await written
      }
      if (refused.length >= REFUSED_PER_BATCH) {
        await sink.refused(refused)
        refused = []
      }
      await this.#flushWarnings()
    }
    if (refused.length > 0) await sink.refused(refused)
    for (const { range, top, bottom } of table.merges) {
      if (bottom > recognition.headerRow) this.#remark(remark('sheet.merged', { row: top, value: range }))
    }
    if (profile.kind === 'orders' && !binding.index.has('quantity') && hasLines(recognition)) {
      this.#remark(remark('field.quantity-assumed', { row: recognition.headerRow }))
    }
    if (
      profile.kind === 'orders' &&
      !PRICES.some((field) => binding.index.has(field)) &&
      hasLines(recognition)
    ) {
      this.#remark(remark('field.price-unmapped', { row: recognition.headerRow }))
    }
    for (const { def, header } of binding.fields) {
      const plain = normalizeHeader(header)
      if (def.unsure?.some((name) => normalizeHeader(name) === plain))
        this.#remark(remark('field.meaning-open', { row: recognition.headerRow, column: header }))
    }
    if (this.#tally.rowsRead === 0) this.#remark(remark('row.none', { row: recognition.headerRow }))
    await this.#group(grouper, pairing, (group, warn) => assembler.assemble(group, warn))
    const questions = openQuestions({ profile, binding, options, verdict, sheets: table.sheets, reader })
    return this.#tally.report({
      file: this.#request.fileName,
      profile: profile.id,
      encoding: table.encoding,
      ...(table.sheet !== undefined && { sheet: table.sheet }),
      mapping: binding.mapping,
      questions,
    })
  }

  /** Groups → records. Cancellations wait for the end, when every order they may take back has been seen. */
  async #group(
    grouper: Grouper,
    pairing: CancellationWatch | undefined,
    assemble: (group: Group, warn: (warning: RowError) => void) => Assembled[],
  ): Promise<void> {
    const { sink, digest, existing, update = false } = this.#request
    const records = new RecordStage({ tally: this.#tally, sink, digest, existing, update })
    const warn = (warning: RowError) => this.#remark(warning)
    const waiting: Assembled[] = []
    let grouped = 0
    for await (const groups of grouper.groups(GROUPS_PER_BATCH)) {
      this.#checkSignal()
      const ready: Assembled[][] = []
      for (const group of groups) {
        grouped += group.drafts.length
        const assembled = assemble(group, warn)
        if (pairing && assembled.some(isCancellation)) waiting.push(...assembled)
        else ready.push(assembled)
        for (const { record } of assembled) if (record.record === 'order') pairing?.pairing.offer(record)
      }
      await records.take(ready)
      await this.#flushWarnings()
      this.#progress('group', grouped)
    }
    waiting.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
    for (const { record, rows } of waiting) pairing?.resolve(record as Order, rows[0] ?? 0, warn)
    for (let at = 0; at < waiting.length; at += GROUPS_PER_BATCH) {
      this.#checkSignal()
      await records.take(waiting.slice(at, at + GROUPS_PER_BATCH).map((each) => [each]))
    }
    await this.#flushWarnings()
  }

  async *#read(table: Table, recognition: Recognition, stage: Progress['stage'], rows: () => number) {
    this.#bytes = 0
    const read = table.rows(recognition.headerRow, (count) => (this.#bytes += count))
    for await (const batch of read) {
      this.#checkSignal()
      yield batch
      this.#progress(stage, rows())
    }
  }

  #checkSignal(): void {
    if (this.#request.signal?.aborted) throw new Cancelled()
  }

  #progress(stage: Progress['stage'], rows: number): void {
    const { size } = this.#request.bytes
    this.#request.onProgress?.({
      stage,
      rows,
      bytes: this.#bytes,
      ...(size === undefined ? {} : { totalBytes: size }),
    })
  }

  #remark(warning: RowError): void {
    if (this.#tally.warn(warning)) this.#warnings.push(warning)
  }

  async #flushWarnings(): Promise<void> {
    if (this.#warnings.length > 0) await this.#request.sink.warnings(this.#warnings.splice(0))
  }
}

const PRICES = ['price', 'lineTotal']

function hasLines({ binding }: Recognition): boolean {
  return ['sku', 'name', ...PRICES].some((field) => binding.index.has(field))
}

function isCancellation({ record }: Assembled): boolean {
  return record.record === 'order' && record.kind === 'cancellation'
}
