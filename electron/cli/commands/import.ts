import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { ImportOutcome, ImportRequest } from '#shared/import/api'
import { settlementFields } from '#shared/forex/settlement/fields'
import { fieldTables } from '#shared/import/fields/index'
import { importFile } from '#shared/import/import'
import { Mapping as MappingSchema } from '#shared/import/mapping'
import { readOptions } from '#shared/import/options'
import type { Signal } from '#shared/table/ports'
import type { Mapping } from '#shared/table/mapping'
import { findProfile, profiles } from '#shared/import/profiles/index'
import type { ImportReport, RecordKind, RowError } from '#shared/model/import-report'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, UsageError, type Command, type Io } from '../command'
import { fileBytes } from '../io/bytes'
import { EarlierImport, shortDigest } from '../io/earlier'
import { TempSpill } from '../io/temp-spill'
import { TextWriter } from '../io/text-writer'
import { refuseOverwriting } from '../same-file'
import { wrapped } from '../wrapped'
import { importBank } from '../import-bank'
import { importRates } from '../import-rates'
import { importSettlement } from '../import-settlement'

const usage = `import FILE --kind KIND [options]
Reads a CSV, TSV or XLSX file into records and reports every row: accepted, refused or duplicate.
  --kind KIND        orders, payments, waybills, weighings, goods, invoices, declarations, rates,
                     exchange-rates, handbooks, tariff, code-changes, warehouse-lots, warehouse-stock,
                     warehouse-outs, forex-refunds, forex-contracts or cost-documents;
                     bank for MT940, MT103, camt.052/053/054 and tables of online banks, settlement for
                     settlements of platforms and ledgers of payment institutions: both take --out, --lang,
                     --map and --option, and report balances beside what they state;
                     safe-rates for SAFE's table of a month (month=2026-10 source=…), bank-quotes for a
                     bank's price list (bank=… unit=100 quotedAt=…): --out, --lang and --option
  --profile P        a known format; without it (auto) the header decides:
${wrapped([...profiles.map(({ id }) => id), 'generic'], 21)}
  --map MAP.json     {"field": "column"} instead: "#3" is the third column, "=text" a fixed value,
                     "A+B" two columns; with "#n" alone the file has no header
  --against F        what an earlier import wrote with --out: equal records are duplicates,
                     changed ones are refused
  --update           take changed records in
  --out F            accepted records, one JSON document a line
  --errors F         refused rows: [{row, column, value, rule, message, fix}]
  --option KEY=VALUE what the file does not say; repeat for several:
                     currency=USD timezone=Asia/Shanghai platform=… shop=… dateOrder=dmy|mdy
                     direction=export|import (of orders; the file decides without it)
                     decimal=point|comma weightUnit=kg|g|lb sheet=… logisticsCode=…
                     logisticsName=… payCode=… payName=…
  --lang zh|en       language of message and fix (zh)
Fields for --map:
${Object.entries({ ...fieldTables, settlement: settlementFields })
  .map(([kind, table]) => `  ${kind}\n${wrapped(Object.keys(table), 4)}`)
  .join('\n')}
Exit code 1 when a row or the file is refused.`

function kindOf(text: string | undefined): RecordKind {
  if (text !== undefined && Object.hasOwn(fieldTables, text)) return text as RecordKind
  throw new UsageError(
    `--kind is one of ${[...Object.keys(fieldTables), 'bank', 'settlement', 'safe-rates', 'bank-quotes'].join(', ')}`,
  )
}

async function readMap(path: string, kind: RecordKind | 'settlement'): Promise<Mapping> {
  let json: unknown
  try {
    json = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is not JSON: ${error.message}`)
    throw error
  }
  const map = MappingSchema.safeParse(json)
  if (!map.success) {
    const fields = map.error.issues.map((issue) => String(issue.path[0] ?? '')).join(', ')
    throw new UsageError(`${path} is not {"field": "column"}: ${fields || 'no object'}`)
  }
  const table = kind === 'settlement' ? settlementFields : fieldTables[kind]
  const unknown = Object.keys(map.data).filter((field) => !Object.hasOwn(table, field))
  if (unknown.length > 0) throw new UsageError(`${path}: no such field of ${kind}: ${unknown.join(', ')}`)
  return map.data
}

function profileOf(id: string, kind: RecordKind): string {
  if (id === 'auto' || id === 'generic' || findProfile(id)?.kind === kind) return id
  throw new UsageError(`no profile ${id} for ${kind}`)
}

/** `[` error, error … `]`, written as they come. */
class ErrorList {
  readonly #writer: TextWriter
  readonly #language: Language
  #count = 0

  constructor(writer: TextWriter, language: Language) {
    this.#writer = writer
    this.#language = language
  }

  async add(errors: readonly RowError[]): Promise<void> {
    for (const error of errors) {
      const spoken = { ...error, message: error.message[this.#language], fix: error.fix[this.#language] }
      await this.#writer.write(`${this.#count++ === 0 ? '[\n' : ',\n'}  ${JSON.stringify(spoken)}`)
    }
  }

  async commit(): Promise<void> {
    await this.#writer.write(this.#count === 0 ? '[]\n' : '\n]\n')
    await this.#writer.commit()
  }

  discard(): Promise<void> {
    return this.#writer.discard()
  }
}

function answer(outcome: ImportOutcome, io: Io, language: Language): number {
  if (outcome.ok) {
    const { report } = outcome
    io.out(report)
    for (const question of report.questions ?? []) io.note(`? ${question.id}: ${question[language]}`)
    return report.rowsRefused > 0 ? REFUSED : DONE
  }
  if ('refusal' in outcome) {
    const { refusal } = outcome
    const spoken = { ...refusal, message: refusal.message[language], fix: refusal.fix[language] }
    io.out(spoken)
    io.note(`${refusal.file}: ${spoken.message}\n${spoken.fix}`)
  } else io.note(language === 'zh' ? '已取消，没有写入任何文件' : 'cancelled, nothing was written')
  return REFUSED
}

/** Of each remark how often, and the first. */
function noteRemarks(
  { warnings = {} }: ImportReport,
  first: ReadonlyMap<string, RowError>,
  io: Io,
  language: Language,
): void {
  for (const [rule, { row, message, fix }] of first) {
    io.note(`! ${rule} ×${warnings[rule] ?? 1}, ${row}: ${message[language]} · ${fix[language]}`)
  }
}

/** Ctrl+C and SIGTERM stop the work at its next batch, so that temporary files are removed on the way out. */
async function untilStopped<T>(work: (signal: Signal) => Promise<T>): Promise<T> {
  const signal = { aborted: false }
  const stop = () => (signal.aborted = true)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    return await work(signal)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

export const command: Command = {
  name: 'import',
  usage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        profile: { type: 'string', default: 'auto' },
        map: { type: 'string' },
        against: { type: 'string' },
        update: { type: 'boolean', default: false },
        out: { type: 'string' },
        errors: { type: 'string' },
        option: { type: 'string', multiple: true, default: [] },
        lang: { type: 'string', default: 'zh' },
      },
    })
    const [path, ...rest] = positionals
    if (path === undefined || rest.length > 0) throw new UsageError('one FILE is needed')
    if (values.lang !== 'zh' && values.lang !== 'en') throw new UsageError('--lang is zh or en')
    const { options, faults } = readOptions(values.option)
    if (faults.length > 0) throw new UsageError(`--option: ${faults.join(', ')}`)
    if (values.kind === 'settlement' || values.kind === 'bank') {
      const map = values.map === undefined ? undefined : await readMap(values.map, 'settlement')
      const read = values.kind === 'bank' ? importBank : importSettlement
      return read(path, { out: values.out, lang: values.lang, map, options }, io)
    }
    if (values.kind === 'safe-rates' || values.kind === 'bank-quotes') {
      if (values.map !== undefined) throw new UsageError(`--map is not for ${values.kind}`)
      return importRates(path, values.kind, { out: values.out, lang: values.lang, options }, io)
    }
    const kind = kindOf(values.kind)
    const profile = profileOf(values.profile, kind)
    const map = values.map === undefined ? undefined : await readMap(values.map, kind)
    const bytes = await fileBytes(path)
    const { against, out, errors: errorFile, lang } = values
    const read = { FILE: path, '--against': against, '--map': values.map }
    refuseOverwriting(out, { ...read, '--errors': errorFile })
    refuseOverwriting(errorFile, read)
    const earlier = against === undefined ? undefined : await EarlierImport.read(against, kind)
    const records = out === undefined ? undefined : await TextWriter.open(out)
    const errors = errorFile === undefined ? undefined : new ErrorList(await TextWriter.open(errorFile), lang)
    const remarks = new Map<string, RowError>()
    const request: ImportRequest = {
      bytes,
      fileName: basename(path),
      kind,
      profile,
      ...(map ? { map } : {}),
      options,
      update: values.update,
      ...(earlier ? { existing: earlier.existing } : {}),
      decoder: (encoding) => new TextDecoder(encoding),
      digest: shortDigest,
      spill: new TempSpill(),
      sink: {
        async records(items) {
          await records?.write(items.map(({ record }) => `${JSON.stringify(record)}\n`).join(''))
        },
        async refused(rows) {
          await errors?.add(rows.flatMap((row) => row.errors))
        },
        warnings(warnings) {
          for (const warning of warnings) if (!remarks.has(warning.rule)) remarks.set(warning.rule, warning)
        },
      },
    }
    try {
      const outcome = await untilStopped((signal) => importFile({ ...request, signal }))
      if (outcome.ok) {
        await records?.commit()
        await errors?.commit()
      }
      const code = answer(outcome, io, lang)
      if (outcome.ok) noteRemarks(outcome.report, remarks, io, lang)
      return code
    } finally {
      await records?.discard()
      await errors?.discard()
    }
  },
}
