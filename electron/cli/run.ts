import { commandNames, loadCommand } from './catalogue'
import { DONE, REFUSED, RefusedError, UsageError, WRONG_USE, type Command, type Io } from './command'

async function overview(): Promise<string> {
  const lines = ['yiguan COMMAND [ARGUMENTS]   yiguan COMMAND --help', '']
  for (const name of await commandNames()) {
    const command = await loadCommand(name)
    const [synopsis = name, what = ''] = command?.usage.split('\n') ?? []
    if (command) lines.push(`  ${synopsis}`, `      ${what.trim()}`)
  }
  lines.push('', 'Exit code: 0 done, 1 refused or faults found, 2 wrong use.')
  return lines.join('\n')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** A file that is named but cannot be opened, and arguments that node:util refuses, are the caller's mistake. */
function isWrongUse(error: unknown): boolean {
  return (
    error instanceof UsageError || /^(ENOENT|EISDIR|ENOTDIR|EACCES|ERR_PARSE_ARGS_.*)$/.test(codeOf(error))
  )
}

async function runCommand(command: Command, args: string[], io: Io): Promise<number> {
  try {
    return await command.run(args, io)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (isWrongUse(error)) {
      io.note(`${command.name}: ${message}\n\nyiguan ${command.usage}`)
      return WRONG_USE
    }
    const expected = error instanceof RefusedError
    io.note(`${command.name}: ${expected ? '' : 'unexpected fault: '}${message}`)
    return REFUSED
  }
}

/** Find the command that `argv` names and run it; returns the exit code. Help goes to stderr, so stdout stays JSON. */
export async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.note(await overview())
    return name === undefined ? WRONG_USE : DONE
  }
  const command = await loadCommand(name)
  if (!command) {
    io.note(`unknown command: ${name}\n\n${await overview()}`)
    return WRONG_USE
  }
  if (args.includes('--help') || args.includes('-h')) {
    io.note(`yiguan ${command.usage}`)
    return DONE
  }
  return runCommand(command, args, io)
}
