import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { AuditFileVerdict } from '#shared/audit-file/report'
import { readAuditFile } from '#shared/audit-file/read'
import { PackError } from '#shared/pack/fault'
import { DONE, REFUSED, UsageError, type Command } from '../command'

const usage = `audit-file verify FILE…
  Audit files (卷宗) that somebody handed over: every file inside is compared with its digest; what was changed, is
  missing or was added is named. Needs neither the book nor the program that made them.
  --index SHA256   digest of index.json as the journal of the book has it; one FILE only
  Report: yiguan schema audit-file-verdicts`

const digest = (bytes: Uint8Array) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))

async function judge(file: string, quoted: string | undefined): Promise<AuditFileVerdict> {
  try {
    const { index, indexSha256, files } = await readAuditFile(await readFile(file), { digest }, quoted)
    const { id, createdAt, company, documents, journal } = index
    return {
      ...{ file, ok: true, id, createdAt, company, indexSha256 },
      ...{
        documents: documents.length,
        files: files.size,
        journal: { seq: journal.seq, hash: journal.hash },
      },
    }
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return { file, ok: false, fault: error.fault, message: error.text, fix: error.fix }
  }
}

export const command: Command = {
  name: 'audit-file',
  usage,
  async run(args, io) {
    const options = { index: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [verb, ...files] = positionals
    if (verb !== 'verify') throw new UsageError('verify')
    if (files.length === 0) throw new UsageError('name at least one FILE')
    if (values.index !== undefined && files.length > 1) throw new UsageError('--index goes with one FILE')
    const verdicts: AuditFileVerdict[] = []
    for (const file of files) verdicts.push(await judge(file, values.index))
    io.out(verdicts)
    for (const verdict of verdicts) {
      if (!verdict.ok) io.note(`${verdict.file}: [${verdict.fault}] ${verdict.message.zh}。${verdict.fix.zh}`)
    }
    return verdicts.every(({ ok }) => ok) ? DONE : REFUSED
  },
}
