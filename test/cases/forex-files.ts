import { balanceOf, type BankFile } from '#shared/forex/import/statement'
import { readBankFile } from '#shared/forex/import/read-bank-file'
import { z } from 'zod'
import type { Answer, Case, ReadBeside } from './case'

const Files = z.object({
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      format: z.string(),
      sha256: z.string(),
      message: z.number().optional(),
      entryCurrency: z.string().optional(),
    }),
  ),
})

/** Bank files that lie beside a case, as the readers see them. */
export function readStatements(given: Case['given'], beside: ReadBeside | undefined): Answer {
  if (!beside) throw new Error('bank files are read from beside a case file')
  const { files } = Files.parse(given)
  return {
    files: Object.fromEntries(
      files.map(({ id, name, message = 1, entryCurrency }) => {
        const file = readBankFile(new TextDecoder().decode(beside(name)))
        return [
          id,
          { ...adviceOf(file, message), ...statementOf(file, message), ...entryOf(file, entryCurrency) },
        ]
      }),
    ),
  }
}

const adviceOf = ({ advices }: BankFile, message: number) => advices[message - 1] ?? {}

function statementOf({ statements }: BankFile, message: number) {
  const statement = statements[message - 1]
  if (!statement) return {}
  const { opening, closing } = statement
  return { opening, statedClosing: closing, ...balanceOf(statement) }
}

function entryOf({ statements }: BankFile, currency: string | undefined) {
  if (currency === undefined) return {}
  const entries = statements.flatMap((one) => [...one.entries, ...one.pending])
  const found = entries
    .flatMap((one) => one.transactions)
    .find(
      ({ amount, charges, rate }) =>
        amount?.currency === currency && rate !== undefined && charges !== undefined,
    )
  return found ?? {}
}
