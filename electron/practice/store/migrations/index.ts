import { exchange } from './001-exchange'
import type { Migration } from './migration'

export type { Migration } from './migration'

/** In order; the first one makes version 1. */
export const migrations: readonly Migration[] = [exchange]
