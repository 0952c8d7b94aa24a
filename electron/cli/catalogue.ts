import { readdir } from 'node:fs/promises'
import type { Command } from './command'

const folder = new URL('./commands/', import.meta.url)

/** Names of all commands: one file each in `commands/`. */
export async function commandNames(): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter((file) => /^[a-z][a-z-]*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

/** Load one command; undefined when there is none of that name. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  if (!(await commandNames()).includes(name)) return undefined
  const module = (await import(new URL(`${name}.ts`, folder).href)) as { command: Command }
  return module.command
}
