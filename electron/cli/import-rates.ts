import { basename } from 'node:path'
import { importForexFile } from '#shared/forex/files/import'
import type { ImportOptions } from '#shared/import/profile'
import type { RowError } from '#shared/model/import-report'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, type Io } from './command'
import { fileBytes } from './io/bytes'
import { shortDigest } from './io/earlier'
import { TextWriter } from './io/text-writer'
import { refuseOverwriting } from './same-file'

type Asked = {
  out: string | undefined
  lang: Language
  options: ImportOptions
}

const spoken = ({ message, fix, ...place }: Pick<RowError, 'rule' | 'message' | 'fix'>, lang: Language) => ({
  ...place,
  message: message[lang],
  fix: fix[lang],
})

/**
 * `import FILE --kind safe-rates|bank-quotes`: SAFE's table of a month, a bank's price list. Rates go to `--out`, one JSON document
 * a line; the counts of every import to stdout. Exit code 1 when a row is refused or something is to be asked first.
 */
export async function importRates(
  path: string,
  kind: 'safe-rates' | 'bank-quotes',
  { out, lang, options }: Asked,
  io: Io,
): Promise<number> {
  refuseOverwriting(out, { FILE: path })
  const lines: string[] = []
  const problems: RowError[] = []
  const outcome = await importForexFile({
    kind,
    bytes: await fileBytes(path),
    fileName: basename(path),
    options,
    decoder: (encoding) => new TextDecoder(encoding),
    digest: shortDigest,
    sink: {
      records: (items) => void lines.push(...items.map(({ record }) => `${JSON.stringify(record)}\n`)),
      refused: (rows) => void problems.push(...rows.flatMap(({ errors }) => errors)),
    },
  })
  if (!outcome.ok) {
    if ('refusal' in outcome) io.out(spoken(outcome.refusal, lang))
    return REFUSED
  }
  const { questions = [] } = outcome.report
  if (out !== undefined && questions.length === 0) {
    const writer = await TextWriter.open(out)
    try {
      await writer.write(lines.join(''))
      await writer.commit()
    } finally {
      await writer.discard()
    }
  }
  io.out({ ...outcome.report, problems: problems.map((one) => spoken(one, lang)) })
  for (const question of questions) io.note(`? ${question.id}: ${question[lang]}`)
  return problems.length === 0 && questions.length === 0 ? DONE : REFUSED
}
