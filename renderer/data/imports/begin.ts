import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { newImportId } from '../facts/fact-id'
import { eachRecord } from '../read/records'
import type { ImportRecord } from '../records'
import type { Stored } from '../port'
import { command } from '../write/command'
import { readProgress } from './progress'

export type ImportStart = Pick<
  ImportRecord,
  'kind' | 'file' | 'bytes' | 'contentHash' | 'profile' | 'map' | 'options' | 'update'
>

/**
 * Begin an import, or take up the interrupted one of the same file and kind. While another file's import of the kind
 * is interrupted, none is begun: what it brought would be taken for duplicates, and then be gone when it is undone.
 * The caller holds the import lock, so a `running` import found here has nobody at work on it.
 */
export async function beginImport(
  context: BookContext,
  who: string,
  start: ImportStart,
): Promise<{ id: string; resumed: boolean }> {
  const running = await runningImports(context)
  const same = running.find(
    ({ record }) => record.kind === start.kind && record.contentHash === start.contentHash,
  )
  if (same) return { id: same.id, resumed: true }
  const other = running.find(({ record }) => record.kind === start.kind)
  if (other) {
    const { records } = await readProgress(context, other.id)
    throw new DataRefusal('interrupted', { file: other.record.file, records })
  }
  const id = newImportId((bytes) => crypto.getRandomValues(bytes))
  const record: ImportRecord = { ...start, who, state: 'running', startedAt: context.now() }
  await command(
    context,
    'import.begin',
    who,
    start.file,
    async (draft) => [await draft.put('imports', record, id)],
    { group: id },
  )
  return { id, resumed: false }
}

export async function runningImports(context: BookContext): Promise<Stored<ImportRecord>[]> {
  return (await listImports(context)).filter(({ record }) => record.state === 'running')
}

/** All imports, oldest first. */
export async function listImports(context: BookContext): Promise<Stored<ImportRecord>[]> {
  const all: Stored<ImportRecord>[] = []
  for await (const chunk of eachRecord(context, 'imports')) all.push(...chunk)
  return all.sort((a, b) => (a.record.startedAt < b.record.startedAt ? -1 : 1))
}
