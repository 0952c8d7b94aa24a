import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { configuration } from '../process/configuration'

let userData = configuration.profile

export function profile(): string {
  return userData
}

export function moveProfile(directory: string): void {
  userData = directory
}

/** A file of the stand-in itself inside the profile. */
export function ownFile(name: string): string {
  const folder = path.join(userData, 'stand-in')
  mkdirSync(folder, { recursive: true })
  return path.join(folder, name)
}

export function readOwn<T>(name: string, otherwise: T): T {
  try {
    return JSON.parse(readFileSync(ownFile(name), 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise
    throw error
  }
}

export function writeOwn(name: string, content: unknown): void {
  const file = ownFile(name)
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
