import { readFile } from 'node:fs/promises'
import { encodeRow } from '#shared/backup/rows'
import { rows, type Errand, type Told } from './errand'
import { installationAt, theWindow } from './installation'
import { strikeAt } from './strike'

async function backUp({ profile, book, keys }: Errand): Promise<void> {
  const { vault, sessions, backups } = installationAt(profile)
  const entry = (await vault.books()).find(({ id }) => id === book)!
  const dataKey = Buffer.from(keys.dataKey, 'base64')
  const indexKey = Buffer.from(keys.indexKey, 'base64')
  sessions.opened(theWindow.webContents.id, entry, {
    ...{ ...keys, dataKey, indexKey, former: [] },
    officerId: entry.officers[0]!.id,
    roles: ['chief'],
  })
  const facts = { schema: 1, counters: { journal: rows }, journal: { seq: rows, hash: 'h' } }
  const begun = { ...facts, rows, confirmed: false, moves: false }
  const id = await backups.begin(theWindow, book, begun)
  for (let i = 0; i < rows; i += 1) {
    await backups.part(
      theWindow,
      id,
      'goods',
      encodeRow({ id: `g${i}`, body: new Uint8Array(50_000).fill(i) }),
    )
  }
  await backups.finish(theWindow, id, { ...facts, stores: [{ store: 'goods', rows }] })
}

async function restore({ profile, file, passphrase, password }: Errand): Promise<void> {
  const { restores } = installationAt(profile, file)
  const { handle } = (await restores.choose(theWindow))!
  await restores.unlock(theWindow, handle, passphrase)
  while (await restores.next(theWindow, handle));
  await restores.adopt(theWindow, handle, { database: `restored-${crypto.randomUUID()}`, password })
}

const errand = JSON.parse(await readFile(process.argv[2]!, 'utf8')) as Errand
const acts = strikeAt(errand.strike)
const told: Told = { acts: 0 }
try {
  await (errand.task === 'backup' ? backUp(errand) : restore(errand))
} catch (error) {
  told.refused = (error as { code?: string }).code ?? String(error)
}
process.stdout.write(JSON.stringify({ ...told, acts: acts() } satisfies Told))
process.exit(0)
