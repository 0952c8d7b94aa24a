import { copyFile, cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeSelfSigned } from '../../electron/practice/tls/self-signed'
import type { Random } from '../sim/random'
import type { Postgres } from '../support/postgres'
import type { State } from './client-words'
import type { Disaster } from './plan'
import type { Met } from './processes'
import type { Identity, Proxy } from './proxy'
import type { SmallDisk } from './small-disk'

/** What a disaster may do to a round. */
export type Site = {
  readonly directory: string
  readonly stormMs: number
  readonly disk: SmallDisk
  readonly proxy: Proxy
  readonly postgres: Postgres | undefined
  readonly identity: Identity
  readonly met: Met
  /** How often a client ended with an error. */
  readonly gaveUp: number
  declare(count: number): void
  readonly random: Random
  /** Looked at again and again, the client started again where it is gone; false when it does not hold in time. */
  within(ms: number, holds: (state: State | undefined) => boolean): Promise<boolean>
  /** The same with all the patience there is; throws when that is over. */
  until(what: string, holds: (state: State | undefined) => boolean): Promise<void>
  /** The same with a line that does nothing and nobody who is killed. */
  inCalm(work: () => Promise<void>): Promise<void>
  killClient(): Promise<void>
  /** Kill the service, and start it again after that. */
  killService(whenDown: () => Promise<void>): Promise<void>
  /** Another certificate is shown from now on: what comes through is a fault. */
  distrust(isOther: boolean): void
  /** The database is older than what left, until the officer accepts it: a batch that leaves is a fault. */
  suspect(): void
  /** What to do when the next batch has arrived as a whole. */
  ambush(arrived: () => void): void
}

/** Do what a seed's disaster is. It lasts until there is evidence that the client met it, however slow the machine. */
export const strike: Record<Disaster, (site: Site) => Promise<void>> = {
  none: async () => undefined,
  'disk-full': fillDisk,
  interception: intercept,
  'postgres-crash': crashPostgres,
  'service-put-back': putServiceBack,
  'rolled-back': (site) => replaceDatabase(site, false),
  emptied: (site) => replaceDatabase(site, true),
}

async function fillDisk(site: Site): Promise<void> {
  const { disk, met, stormMs } = site
  const [troubles, gaveUp, from] = [met.troubles.length, site.gaveUp, Date.now()]
  await disk.fill()
  // Who starts on a full disk may not get as far as saying so.
  const isMet = () =>
    met.troubles.slice(troubles).some((one) => one.includes('ENOSPC')) || site.gaveUp > gaveUp
  await site.until('a client meets the full disk', () => Date.now() - from > stormMs / 4 && isMet())
  await disk.free()
}

async function intercept(site: Site): Promise<void> {
  const { proxy, met, stormMs, identity } = site
  const refused = () => met.failures.get('tls') ?? 0
  const [before, from] = [refused(), Date.now()]
  proxy.show(makeSelfSigned(['localhost', '127.0.0.1'], Date.now()))
  site.distrust(true)
  await site.until(
    'a client refuses the other certificate',
    () => Date.now() - from > stormMs / 4 && refused() > before,
  )
  site.distrust(false)
  proxy.show(identity)
}

const AMBUSH_MS = 6_000
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The database server dies while the service works on a batch; if none comes, it dies all the same. */
async function crashPostgres(site: Site): Promise<void> {
  const postgres = site.postgres!
  let crash: Promise<void> | undefined
  const spring = () => (crash ??= postgres.crash())
  const soon = site.random.int(0, 60)
  site.ambush(
    () =>
      void pause(soon)
        .then(spring)
        .catch(() => undefined),
  )
  site.declare(1)
  await site.within(AMBUSH_MS, () => crash !== undefined)
  await spring()
  await postgres.boot()
}

/** Put back the database as it was before the last batches left, or none at all, behind the client's back. */
async function replaceDatabase(site: Site, emptied: boolean): Promise<void> {
  const database = join(site.disk.path, 'database/outbox.bin')
  const older = join(site.directory, 'older.bin')
  await copyFile(database, older).catch(() => undefined)
  await site.inCalm(() => takeInOneMore(site))
  await site.killClient()
  site.proxy.cut()
  await rm(database, { force: true })
  if (!emptied) await copyFile(older, database).catch(() => undefined)
  site.suspect()
  await site.until('the older database is noticed', (state) => state?.suspect === true)
}

/** The service goes on from files as they were before it took in the last batches. */
async function putServiceBack(site: Site): Promise<void> {
  const files = join(site.directory, 'service')
  const older = join(site.directory, 'service-before')
  await site.inCalm(async () => {
    await site.killService(() => cp(files, older, { recursive: true }))
    await takeInOneMore(site)
  })
  await site.killService(async () => {
    await rm(files, { recursive: true, force: true })
    await rename(older, files)
  })
}

/** At least one batch more must get through, else there is nothing to lose. */
async function takeInOneMore(site: Site): Promise<void> {
  const passed = () => site.proxy.counts.pass ?? 0
  const before = passed()
  site.declare(1)
  const isThrough = (stage: string) => stage === 'accepted' || stage === 'done'
  await site.until(
    'one more is taken in over a good line',
    (state) => state !== undefined && state.stages.every(isThrough) && passed() > before,
  )
}
