import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ForexPrecheckFile } from '#shared/model/forex/input'
import { precheckReceipts } from '#shared/forex/precheck'
import { PrecheckFile } from '#shared/model/rebate/precheck'
import { precheck } from '#shared/rebate/precheck'
import { DONE, REFUSED, RefusedError, UsageError, type Command } from '../command'
import { TextWriter } from '../io/text-writer'
import { refuseOverwriting } from '../same-file'

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new RefusedError(`${file} is not JSON: ${error.message}`)
    throw error
  }
}

/** What a pre-check says of the facts in a file, and how many of it stop the work. */
type Check = (file: string) => Promise<{ result: unknown; counts: { blocking: number; warning: number } }>

async function readFacts<T>(file: string, form: z.ZodType<T>, schema: string): Promise<T> {
  const facts = form.safeParse(await readJson(file))
  if (facts.success) return facts.data
  throw new RefusedError(`${file}: ${z.prettifyError(facts.error)}\nyiguan schema ${schema} shows the form`)
}

const checks: Readonly<Record<string, Check>> = {
  rebate: async (file) => {
    const result = precheck(await readFacts(file, PrecheckFile, 'rebate-precheck'))
    return { result, counts: result.counts }
  },
  forex: async (file) => {
    const { asOf, ...facts } = await readFacts(file, ForexPrecheckFile, 'forex-precheck')
    const result = precheckReceipts(facts, asOf)
    const count = (...grades: readonly string[]) =>
      result.findings.filter(({ severity }) => grades.includes(severity)).length
    return { result, counts: { blocking: count('block'), warning: count('review', 'hold', 'warn') } }
  },
}

/** The pre-checks of the rooms, file in, file out. */
export const command: Command = {
  name: 'precheck',
  usage: `precheck rebate|forex IN.json OUT.json
rebate: a batch of an export rebate: treatment of every line, findings, amounts.
forex: receipts before they are presented: result, amounts, findings, declaration data.
IN.json holds the facts (yiguan schema rebate-precheck, forex-precheck), OUT.json gets
everything found; the counts come on stdout.
Exit code 1 when something blocks.`,
  async run(args, io) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
    const [room = '', from, to, ...more] = positionals
    const check = Object.hasOwn(checks, room) ? checks[room] : undefined
    if (!check) throw new UsageError(`${room || 'nothing'}: one of ${Object.keys(checks).join(', ')}`)
    if (from === undefined || to === undefined || more.length > 0)
      throw new UsageError('IN.json and OUT.json')
    refuseOverwriting(to, { 'IN.json': from })
    const { result, counts } = await check(from)
    const sink = await TextWriter.open(to)
    try {
      await sink.write(`${JSON.stringify(result, null, 2)}\n`)
      await sink.commit()
    } finally {
      await sink.discard()
    }
    io.out(counts)
    return counts.blocking === 0 ? DONE : REFUSED
  },
}
