import { exchange } from './001-exchange'
import { sessions } from './002-sessions'
import { uploads } from './003-uploads'
import { filings } from './004-filings'
import { snapshots } from './005-snapshots'
import { reference } from './006-reference'
import { lookUps } from './007-look-ups'
import { states } from './008-states'
import { desks } from './009-desks'
import { referenceDigests } from './010-reference-digests'
import type { Migration } from './migration'

export type { Migration } from './migration'

/** In order; the first one makes version 1. */
export const migrations: readonly Migration[] = [
  exchange,
  sessions,
  uploads,
  filings,
  snapshots,
  reference,
  lookUps,
  states,
  desks,
  referenceDigests,
]
