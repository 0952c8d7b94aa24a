import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { bankReport } from '#shared/forex/import/bank-report'
import { readBankTable } from '#shared/forex/import/bank-table'
import { bankFormat, readBankFile } from '#shared/forex/import/read-bank-file'
import type { BankFile } from '#shared/forex/import/statement'
import { tableRows } from '#shared/forex/settlement/table-rows'
import { FileFault } from '#shared/table/file-fault'
import type { ImportOptions } from '#shared/import/profile'
import type { Mapping } from '#shared/table/mapping'
import { EncodingSniffer } from '#shared/table/text/encoding'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, type Io } from './command'
import { TextWriter } from './io/text-writer'
import { refuseOverwriting } from './same-file'

/** Bank files are statements of days or months; a larger one is no such file. */
const LARGEST = 64 * 1024 * 1024

type Asked = {
  out: string | undefined
  lang: Language
  /** For tables of online banks; their fields were checked. */
  map?: Mapping | undefined
  options?: ImportOptions
}

/**
 * `import FILE --kind bank`: MT940, MT103, camt, and the CSV or Excel tables of online banks. Entries and advices go to `--out`, one JSON document a line; counts
 * and balances by account and currency to stdout. Exit code 1 when a line or a balance is not as it should be.
 */
export async function importBank(path: string, { out, lang, map, options }: Asked, io: Io): Promise<number> {
  refuseOverwriting(out, { FILE: path })
  const bytes = await readFile(path)
  if (bytes.length > LARGEST) {
    io.note(lang === 'zh' ? '文件大于 64 MB，不是银行对账单' : 'larger than 64 MB: no bank statement')
    return REFUSED
  }
  const sniffer = new EncodingSniffer()
  sniffer.push(bytes)
  const { encoding } = sniffer.verdict()
  const text = new TextDecoder(encoding).decode(bytes)
  const table = bankFormat(text) === undefined ? await tableOf(bytes, options, map) : undefined
  const file = table?.file ?? readBankFile(text)
  if (out !== undefined) {
    const writer = await TextWriter.open(out)
    try {
      for (const { account, entries } of file.statements) {
        for (const entry of entries) await writer.write(`${JSON.stringify({ account, ...entry })}\n`)
      }
      for (const advice of file.advices) await writer.write(`${JSON.stringify(advice)}\n`)
      await writer.commit()
    } finally {
      await writer.discard()
    }
  }
  const report = bankReport(file)
  const problems = report.problems.map((one) => ({ ...one, message: one.message[lang], fix: one.fix[lang] }))
  io.out({ file: basename(path), encoding: table?.encoding ?? encoding, ...report, problems })
  return problems.length === 0 ? DONE : REFUSED
}

/** The first sheet that is a statement; undefined for what is no table of one. */
async function tableOf(
  bytes: Uint8Array,
  options: ImportOptions | undefined,
  map: Mapping | undefined,
): Promise<{ encoding: string; file: BankFile } | undefined> {
  const source = {
    size: bytes.length,
    async *open() {
      yield await Promise.resolve(bytes)
    },
  }
  try {
    const { encoding, tables } = await tableRows(source, (of) => new TextDecoder(of))
    for (const { rows } of tables) {
      const file = readBankTable(rows, options, map)
      if (file) return { encoding, file }
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
  }
  return undefined
}
