import type { Answerable, FormOrigins } from '#shared/forex/outputs/form-sources'
import { listImports } from '../../data/imports/begin'
import { importsOf, incomingNamed, sourcesOf } from './facts'
import type { ForexStore } from './store'

const answerable: readonly Answerable[] = ['payer', 'charges', 'isAdvance']

/** The records behind the forms of a receipt: files of the bank, the run that judged it, settlements it paid out. */
export async function originsOf(store: ForexStore, id: string): Promise<FormOrigins> {
  const record = store.creditNamed(id)?.record
  const names = await store.made('names of imports', async () => {
    const imports = await listImports(store.book.context)
    return new Map(imports.map(({ id: importId, record: { file } }) => [importId, file]))
  })
  const { sources } = await sourcesOf(store)
  const run = record?.presented?.run ?? store.runs()[0]?.record.run
  const bank = record?.answers.conversion?.bank
  return {
    files: importsOf(store, await incomingNamed(store, id)).flatMap((one) => names.get(one) ?? []),
    answered: answerable.filter((key) => record?.answers[key] !== undefined),
    settlements: sources.flatMap(({ creditId, settlementId }) => (creditId === id ? [settlementId] : [])),
    ...(run !== undefined && { run: String(run) }),
    ...(bank !== undefined && { bank }),
  }
}
