import { add, isZero, mul, sub, sum } from '../money/decimal'
import type { Order } from '../model/order'
import type { OrderArithmetic, Preview, PreviewOutcome, PreviewRequest } from './api'
import { assemblerFor } from './build/index'
import { DataRows } from './data-rows'
import { listFields } from './fields/index'
import { refusalOf } from './file-refusals'
import { FileFault } from '../table/file-fault'
import { Grouper } from './group'
import { openTable, type Table } from './open-table'
import { openQuestions } from './questions'
import { noFindings } from './read-cell'
import { RowReader } from './read-row'
import { COMPLETE, missingFields, type Recognition, type Wanted } from './recognise'
import { RowStage } from './row-stage'
import type { RawRow } from '../table/rows'
import { Survey } from './survey'

const SAMPLE_ROWS = 20

/**
 * What the mapping screen shows before an import: how the file is read, its columns with samples, the mapping by
 * header names, what is missing, what has to be asked, and one order's arithmetic. Reads the first rows only, so a
 * question that the rest of the file answers may still be listed. Never throws for a bad file.
 */
export async function previewFile(request: PreviewRequest): Promise<PreviewOutcome> {
  const { kind, map, profile = 'auto', options: { sheet } = {} } = request
  const wanted: Wanted = { kind, profile, ...(map ? { map } : {}) }
  try {
    const table = await openTable({ ...request, ...wanted, ...(sheet && { sheet }) })
    const [recognition] = table.recognitions
    if (!recognition) throw new FileFault('file.no-table')
    return { ok: true, preview: describe(request, table, recognition, wanted) }
  } catch (error) {
    if (error instanceof FileFault) return { ok: false, refusal: refusalOf(error, request.fileName, kind) }
    throw error
  }
}

function dataRows(table: Table, recognition: Recognition): RawRow[] {
  const rows = new DataRows(recognition)
  return table.head.filter((row) => row.row > recognition.headerRow && rows.isRecord(row))
}

function describe(request: PreviewRequest, table: Table, recognition: Recognition, wanted: Wanted): Preview {
  const { kind, fileName, options = {} } = request
  const { binding, header, headerRow, profile } = recognition
  const rows = dataRows(table, recognition)
  const survey = new Survey(binding)
  for (const row of rows) survey.add(row)
  const verdict = survey.verdict()
  const reader = new RowReader(
    binding,
    {
      decimal: options.decimal ?? verdict.decimal,
      cutIds: verdict.cutIds,
      dateOrder: options.dateOrder ?? verdict.dateOrder,
      timezone: profile.timezone ?? options.timezone,
    },
    header.length,
  )
  for (const row of rows) reader.read(row, noFindings(row.row))
  const arithmetic = kind === 'orders' ? firstArithmetic(rows, recognition, reader, request) : undefined
  const missing = new Set(missingFields(kind, recognition, !wanted.map))
  const fields = listFields(kind)
  const fieldOf = (column: number) => binding.fields.find((bound) => bound.columns.includes(column))?.field
  return {
    fileName,
    format: table.format,
    encoding: table.encoding,
    ...(table.delimiter === undefined ? {} : { delimiter: table.delimiter }),
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    headerRow,
    candidates: candidates(table, headerRow),
    columns: header.map((name, index) => {
      const field = fieldOf(index)
      const samples = [
        ...new Set(rows.map((row) => (row.cells[index] ?? '').trim()).filter((text) => text !== '')),
      ]
      return { index, header: name, samples: samples.slice(0, 3), ...(field ? { field } : {}) }
    }),
    rows: rows.slice(0, SAMPLE_ROWS).map((row) => row.cells),
    mapping: binding.mapping,
    fields,
    missing: fields.filter(({ field }) => missing.has(field)).map(({ field, label }) => ({ field, label })),
    questions: openQuestions({ profile, binding, options, verdict, sheets: table.sheets, reader }),
    ...(arithmetic ? { arithmetic } : {}),
  }
}

function candidates({ recognitions }: Table, headerRow: number): Preview['candidates'] {
  return recognitions
    .filter((recognition) => recognition.headerRow === headerRow && recognition.score >= COMPLETE)
    .map(({ profile, binding }) => ({
      profile: profile.id,
      title: profile.title,
      fields: binding.fields.length,
    }))
}

/** Orders of the sample, as the import would read them. */
function sampleOrders(
  rows: readonly RawRow[],
  recognition: Recognition,
  reader: RowReader,
  request: PreviewRequest,
): Order[] {
  const { profile, binding } = recognition
  const assembler = assemblerFor({ profile, binding, options: request.options ?? {} })
  const stage = new RowStage(reader, assembler, [binding.index.get('orderNo') ?? -1])
  const grouper = new Grouper(undefined)
  for (const row of rows) {
    const { line } = stage.take(row)
    if (line) void grouper.add(line)
  }
  return grouper
    .held()
    .flatMap((group) => assembler.assemble(group, () => {}))
    .flatMap(({ record }) => (record.record === 'order' ? [record] : []))
}

function firstArithmetic(
  rows: readonly RawRow[],
  recognition: Recognition,
  reader: RowReader,
  request: PreviewRequest,
): OrderArithmetic | undefined {
  const orders = sampleOrders(rows, recognition, reader, request).filter((order) => order.lines.length > 0)
  // An order with several lines and a total shows best whether the columns are understood.
  const telling = orders.find((order) => order.total !== undefined && order.lines.length > 1)
  const order = telling ?? orders.find((candidate) => candidate.total !== undefined) ?? orders[0]
  return order && orderArithmetic(order)
}

/** goods − discounts + freight + tax beside the order's own total. */
export function orderArithmetic(order: Order): OrderArithmetic {
  const goods = sum(order.lines.map((line) => line.amount ?? mul(line.quantity, line.price)))
  const discount = add(order.discount ?? '0', sum(order.lines.map((line) => line.discount ?? '0')))
  const freight = order.freight ?? '0'
  const tax = order.tax ?? '0'
  const computed = add(add(sub(goods, discount), freight), tax)
  const difference = order.total === undefined ? undefined : sub(order.total, computed)
  return {
    orderNo: order.orderNo,
    ...(order.currency ? { currency: order.currency } : {}),
    goods,
    discount,
    freight,
    tax,
    computed,
    ...(order.total === undefined ? {} : { total: order.total }),
    ...(difference === undefined || isZero(difference) ? {} : { difference }),
  }
}
