import { exchange } from './001-exchange'

/** A migration is never edited after a release: the next change is the next file. */
export type Migration = { name: string; statements: readonly string[] }

/** In order; the first one makes version 1. */
export const migrations: readonly Migration[] = [exchange]
