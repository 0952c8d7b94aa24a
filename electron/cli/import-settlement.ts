import { basename } from 'node:path'
import { settle } from '#shared/forex/settlement/balance'
import { readSettlement, type SettlementReading } from '#shared/forex/settlement/read-settlement'
import { settlementReport } from '#shared/forex/settlement/settlement-report'
import { tableRows } from '#shared/forex/settlement/table-rows'
import { refusalOf } from '#shared/import/file-refusals'
import { FileFault } from '#shared/table/file-fault'
import type { Bytes } from '#shared/table/ports'
import type { ImportOptions } from '#shared/import/profile'
import type { Mapping } from '#shared/table/mapping'
import type { RowError } from '#shared/model/import-report'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, type Io } from './command'
import { fileBytes } from './io/bytes'
import { TextWriter } from './io/text-writer'
import { refuseOverwriting } from './same-file'

/** Settlements are files of weeks or months and are read as a whole. */
const LARGEST = 256 * 1024 * 1024

const spoken = ({ message, fix, ...place }: RowError, lang: Language) => ({
  ...place,
  message: message[lang],
  fix: fix[lang],
})

/** Of several sheets the first that is a settlement; a template's own notes are none. */
function firstReadable(readings: readonly SettlementReading[]): SettlementReading | undefined {
  return readings.find((one) => !('unreadable' in one)) ?? readings[0]
}

type Asked = {
  out: string | undefined
  lang: Language
  /** Its fields were checked. */
  map: Mapping | undefined
  options: ImportOptions
}

/**
 * `import FILE --kind settlement`: settlements of platforms and ledgers of accounts at payment institutions. Rows go to
 * `--out`, one JSON document a line; what each settlement or account makes beside what it states to stdout. Exit code 1
 * when a row is refused or something does not balance.
 */
export async function importSettlement(
  path: string,
  { out, lang, map, options }: Asked,
  io: Io,
): Promise<number> {
  refuseOverwriting(out, { FILE: path })
  const bytes = await fileBytes(path)
  if ((bytes.size ?? 0) > LARGEST) {
    io.note(lang === 'zh' ? '文件大于 256 MB，不是结算文件' : 'larger than 256 MB: no settlement file')
    return REFUSED
  }
  const file = basename(path)
  const read = await tablesOf(bytes, file, lang, io)
  if (!read) return REFUSED
  const reading = firstReadable(read.tables.map(({ rows }) => readSettlement(rows, options, map)))
  if (!reading || 'unreadable' in reading) {
    const problem = reading && spoken(reading.unreadable, lang)
    io.out({
      file,
      encoding: read.encoding,
      columns: reading?.header ?? [],
      problems: problem ? [problem] : [],
    })
    if (problem) io.note(`${file}: ${problem.message}\n${problem.fix}`)
    return REFUSED
  }
  if (out !== undefined) {
    const writer = await TextWriter.open(out)
    try {
      for (const row of reading.rows) await writer.write(`${JSON.stringify(row)}\n`)
      await writer.commit()
    } finally {
      await writer.discard()
    }
  }
  const report = settlementReport(reading, settle(reading))
  io.out({
    file,
    encoding: read.encoding,
    ...report,
    problems: report.problems.map((one) => spoken(one, lang)),
  })
  return report.problems.length === 0 ? DONE : REFUSED
}

async function tablesOf(bytes: Bytes, file: string, lang: Language, io: Io) {
  try {
    return await tableRows(bytes, (encoding) => new TextDecoder(encoding))
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    const { rule, message, fix } = refusalOf(error, file, 'payments')
    io.out({ file, problems: [{ rule, message: message[lang], fix: fix[lang] }] })
    return undefined
  }
}
