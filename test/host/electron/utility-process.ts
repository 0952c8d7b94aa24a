import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isReady } from './readiness'
import { strict } from './strict'
import { StrictEmitter } from './strict-emitter'

const childSide = fileURLToPath(new URL('utility-child.mjs', import.meta.url))

class StandInUtilityProcess
  extends StrictEmitter
  implements Pick<Electron.UtilityProcess, 'pid' | 'stdout' | 'stderr' | 'postMessage' | 'kill'>
{
  protected readonly name = 'UtilityProcess'
  protected readonly events = ['spawn', 'exit', 'message', 'error']
  pid: number | undefined

  constructor(private readonly child: ChildProcess) {
    super()
    child.once('spawn', () => {
      this.pid = child.pid
      this.emit('spawn')
    })
    child.on('message', (message) => this.emit('message', message))
    child.once('exit', (code) => {
      this.pid = undefined
      this.emit('exit', code ?? 1)
    })
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.child.stdout
  }
  get stderr(): NodeJS.ReadableStream | null {
    return this.child.stderr
  }

  postMessage(message: unknown, transfer?: unknown[]): void {
    if (transfer?.length)
      throw new Error('stand-in: transferring ports to a utility process is not implemented')
    this.child.send(structuredClone(message) as object)
  }

  /** Documented: SIGTERM on POSIX. */
  kill(): boolean {
    return this.child.kill('SIGTERM')
  }
}

const slice: Pick<typeof Electron.UtilityProcess, 'fork'> = {
  fork(modulePath, args = [], options = {}) {
    if (!isReady()) throw new Error('utilityProcess cannot be created before app is ready')
    const { env = process.env, execArgv = [], stdio = 'inherit', cwd } = options
    if (stdio !== 'inherit' && stdio !== 'pipe' && stdio !== 'ignore') {
      throw new Error(`stand-in: stdio ${JSON.stringify(stdio)} is not implemented in utilityProcess.fork`)
    }
    const child = fork(modulePath, args, {
      env: env as NodeJS.ProcessEnv,
      cwd,
      execArgv: ['--import', childSide, ...execArgv],
      // The child's standard input is never connected in Electron.
      stdio: ['ignore', stdio, stdio, 'ipc'],
      serialization: 'advanced',
    })
    return strict('UtilityProcess', new StandInUtilityProcess(child))
  },
}

export const utilityProcess = strict<typeof Electron.UtilityProcess>('utilityProcess', slice)
