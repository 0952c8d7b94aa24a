import { spawn, type ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

/** Folder with initdb and postgres: on the path, or where Debian puts them. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions.sort().reverse()]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
}

const START_TIMEOUT_MS = 30_000

/**
 * A PostgreSQL server of its own in a temporary folder, on the loopback interface, with everything as it comes: fsync
 * and synchronous commit are on. It goes when `stop` is called.
 */
export class Postgres {
  #child: ChildProcess | undefined

  private constructor(
    readonly bin: string,
    readonly directory: string,
    readonly port: number,
    readonly owner: { uid: number; gid: number } | undefined,
  ) {}

  /** @throws when there are no binaries; ask `findPostgres` first */
  static async start(): Promise<Postgres> {
    const bin = findPostgres()
    if (!bin) throw new Error('no PostgreSQL binaries')
    const directory = await mkdtemp(join(tmpdir(), 'yiguan-postgres-'))
    const owner = unprivileged()
    if (owner) chownSync(directory, owner.uid, owner.gid)
    const postgres = new Postgres(bin, directory, await freePort(), owner)
    execFileSync(
      join(bin, 'initdb'),
      ['-D', postgres.#data, '-A', 'trust', '-U', 'yiguan', '-E', 'UTF8', '--no-locale'],
      { stdio: 'ignore', cwd: directory, ...owner },
    )
    await postgres.boot()
    return postgres
  }

  get #data(): string {
    return join(this.directory, 'data')
  }

  get url(): string {
    return `postgres://yiguan@127.0.0.1:${this.port}/postgres`
  }

  async boot(): Promise<void> {
    const sockets = join(this.directory, 'sockets')
    mkdirSync(sockets, { recursive: true })
    if (this.owner) chownSync(sockets, this.owner.uid, this.owner.gid)
    const args = [
      '-D',
      this.#data,
      '-p',
      String(this.port),
      '-k',
      sockets,
      '-c',
      'listen_addresses=127.0.0.1',
    ]
    // The shell waits for the end of its input: however this process goes, the server goes too.
    const keeper = '"$@" & cat > /dev/null; kill -INT $! && wait $!'
    this.#child = spawn('sh', ['-c', keeper, 'sh', join(this.bin, 'postgres'), ...args], {
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: this.directory,
      ...this.owner,
    })
    const end = Date.now() + START_TIMEOUT_MS
    for (;;) {
      const client = new pg.Client({ connectionString: this.url })
      try {
        await client.connect()
        await client.query('SELECT 1')
        return
      } catch (error) {
        if (Date.now() > end) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      } finally {
        await client.end().catch(() => undefined)
      }
    }
  }

  /** As a power cut of the server: nothing is flushed, the next start recovers from the log. */
  async crash(): Promise<void> {
    process.kill(Number.parseInt(readFileSync(join(this.#data, 'postmaster.pid'), 'utf8'), 10), 'SIGQUIT')
    await this.#end()
  }

  async stop(): Promise<void> {
    await this.#end()
    await rm(this.directory, { recursive: true, force: true })
  }

  async #end(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.stdin!.end()
    await ended
  }
}

/** The server refuses to run as root: then as the account made for it, or nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (option: string, name: string) =>
    Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) }
    } catch {
      continue
    }
  }
  return undefined
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
