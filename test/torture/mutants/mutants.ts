/** One promise about the officer's data broken in the source, and the test that must find it. */
export type Mutant = {
  promise: string
  /** Where, what stands there exactly once, and what is put there instead. */
  file: string
  find: string
  put: string
  project: 'unit' | 'data' | 'torture'
  test: string
}

const unit = (promise: string, file: string, find: string, put: string, test: string): Mutant => ({
  promise,
  file,
  find,
  put,
  project: 'unit',
  test,
})
const data = (...of: Parameters<typeof unit>): Mutant => ({ ...unit(...of), project: 'data' })

const services = 'electron/services'
const stored = 'renderer/data'

export const mutants: readonly Mutant[] = [
  // Read by others
  unit(
    'wrong passwords wait longer and longer',
    `${services}/attempts.ts`,
    'failures < 3 ? 0',
    'failures < 3000 ? 0',
    `${services}/vault.test.ts`,
  ),
  unit(
    'a password is counted wrong over a restart',
    `${services}/vault-shelf.ts`,
    'attempts.failures += 1',
    'attempts.failures += 0',
    `${services}/vault.test.ts`,
  ),
  unit(
    'names of company and officer are sealed',
    `${services}/vault.ts`,
    'label: shelf.seal({ label, officer }),',
    'label: JSON.stringify({ label, officer }),',
    `${services}/vault.test.ts`,
  ),
  unit(
    'keys are overwritten when a session is locked',
    `${services}/sessions.ts`,
    'session.keys.dataKey.fill(0)',
    '',
    `${services}/sessions.test.ts`,
  ),
  unit(
    'a signing key lies under its password',
    `${services}/message-keys.ts`,
    'const wrap = await wrapWithPassword(Buffer.from(JSON.stringify(secretOf(key))), password)',
    "const wrap = await wrapWithPassword(Buffer.from(JSON.stringify(secretOf(key))), '')",
    `${services}/message-signing.test.ts`,
  ),
  unit(
    'the log holds no message of an error',
    'electron/shell/log.ts',
    'return { name: error.name, ...(code',
    'return { name: error.message, ...(code',
    'electron/shell/log.test.ts',
  ),
  data(
    'a sealed body belongs to its row',
    `${stored}/sealing/cipher.ts`,
    'encodeText(`${table}\\u0000${id}\\u0000${v}`)',
    'encodeText(`${table}\\u0000${v}`)',
    `${stored}/sealing/sealing.test.ts`,
  ),
  data(
    'equal numbers of two tables do not show as equal',
    `${stored}/sealing/blind.ts`,
    'mac(keys, `${table}\\u0000${kind}',
    'mac(keys, `${kind}',
    `${stored}/sealing/sealing.test.ts`,
  ),
  // Lost
  unit(
    'a backup counts when it was read back',
    `${services}/backup.ts`,
    'const read = await readBackup(temporary, key).catch(() => undefined)',
    "const read = { manifest, sha256: '', bytes: 1 }",
    `${services}/backup.test.ts`,
  ),
  unit(
    'a cut backup is no backup',
    `${services}/backup-file.ts`,
    'if (bytesRead < n) throw',
    'if (bytesRead > n) throw',
    `${services}/backup.test.ts`,
  ),
  unit(
    'a backup opens by its passphrase',
    `${services}/backup-read.ts`,
    'unwrapWithPassword(reader.header.wrap, passphrase)',
    "unwrapWithPassword(reader.header.wrap, 'a passphrase for backups')",
    `${services}/backup.test.ts`,
  ),
  unit(
    'an emptier state does not become a backup unasked',
    `${services}/backup.ts`,
    'if (less && !facts.confirmed)',
    'if (less && facts.confirmed)',
    `${services}/backup.test.ts`,
  ),
  unit(
    'a restored book knows what was sent',
    `${services}/restore.ts`,
    'await deps.journal.merge(id, sends)',
    '',
    `${services}/backup.test.ts`,
  ),
  unit(
    'restored beside its book it knows what was sent since',
    `${services}/restore.ts`,
    'await deps.journal.merge(id, await deps.journal.entries(about.book))',
    '',
    `${services}/backup.test.ts`,
  ),
  unit(
    'moved out stays moved out',
    `${services}/restore.ts`,
    '...(hasMoved && { moved: 1 }),',
    '',
    `${services}/backup.test.ts`,
  ),
  unit(
    'no signing key leaves before the desk moved out',
    `${services}/backup.ts`,
    'facts.moves && !(await',
    'facts.moves && (await',
    `${services}/backup.test.ts`,
  ),
  unit(
    'a plain backup has no signing key',
    `${services}/backup.ts`,
    '...(moves && { belongings:',
    '...({ belongings:',
    `${services}/backup.test.ts`,
  ),
  {
    ...unit(
      'what is being written has no name yet',
      `${services}/backup.ts`,
      'const temporary = `${target}.part`',
      'const temporary = target',
      'test/torture/safety/safety.test.ts',
    ),
    project: 'torture',
  },
  data(
    'a restore is compared with what the backup says',
    `${stored}/backup/restore.ts`,
    'return differences(source.stores, await summaryOf(db.backendDB()))',
    'return differences(source.stores, source.stores)',
    `${stored}/backup/backup.test.ts`,
  ),
  data(
    'a newer database is left alone',
    `${stored}/connection/open.ts`,
    'if (found > known) throw',
    'if (found > known + 1000) throw',
    `${stored}/connection/open.test.ts`,
  ),
  data(
    'a database that shows less is suspect',
    `${stored}/connection/sentinel.ts`,
    'if (shortfalls.length === 0) return',
    'if (shortfalls.length >= 0) return',
    `${stored}/connection/open.test.ts`,
  ),
  data(
    'an older revision is not written over a newer one',
    `${stored}/write/commit.ts`,
    'if (!sameRow(row, before)) {',
    'if (!row && before) {',
    `${stored}/write/command.test.ts`,
  ),
  data(
    'a desk that moved out writes nothing',
    `${stored}/write/commit.ts`,
    "if (context.sentinel.health.state === 'moved') throw new DataRefusal('moved-out')",
    '',
    `${stored}/desks/moved-out.test.ts`,
  ),
  data(
    'where a desk arrived it is another desk',
    `${stored}/desks/move.ts`,
    'id: crypto.randomUUID(),',
    '',
    `${stored}/desks/moved-out.test.ts`,
  ),
  data(
    'what was deleted comes back as it was',
    `${stored}/write/trash.ts`,
    'before: found.row, after',
    'before: undefined, after',
    `${stored}/write/journal.test.ts`,
  ),
  // Altered unseen
  data(
    'each journal entry follows the one before',
    `${stored}/write/verify.ts`,
    "if (row.prev !== head.hash) return 'chain'",
    '',
    `${stored}/write/journal.test.ts`,
  ),
  data(
    'a record put back to an older writing is found',
    `${stored}/write/verify.ts`,
    '(await digestRow(table, rows[k])) !== digest',
    'rows[k] === undefined',
    `${stored}/write/journal.test.ts`,
  ),
  data(
    'a chain made anew with the keys is found by what was sent',
    `${stored}/write/witness.ts`,
    "if ((entry?.hash ?? '') !== hash)",
    'if (!entry)',
    `${stored}/write/witness.test.ts`,
  ),
  // Attacked
  unit(
    'only our own page is served by a channel',
    'electron/shell/ipc.ts',
    '|| !isOwnUrl(frame.url)',
    '',
    'electron/shell/ipc.test.ts',
  ),
  unit(
    'arguments outside the contract run nothing',
    'electron/shell/ipc.ts',
    'if (!parsed.success) {',
    'if (parsed.error === null) {',
    'electron/shell/ipc.test.ts',
  ),
  unit(
    'a table that claims a million columns is refused',
    'shared/import/text/splitter.ts',
    'if (cells.length > MOST_COLUMNS) throw',
    'if (cells.length > Infinity) throw',
    'shared/import/hostile.test.ts',
  ),
  unit(
    'the app protocol serves what lies inside its folder',
    'electron/shell/scheme.ts',
    'if (!file.startsWith(base + path.sep)) return refuse(403)',
    '',
    'electron/shell/scheme.test.ts',
  ),
  unit(
    'no page navigates elsewhere',
    'electron/shell/guards.ts',
    'return isMainFrame && isOwnUrl(url)',
    'return isMainFrame',
    'electron/shell/guards.test.ts',
  ),
]
