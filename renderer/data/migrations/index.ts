import { book001 } from './001-book'
import { book002 } from './002-book'
import { book003 } from './003-book'
import { book004 } from './004-book'
import { book005 } from './005-book'
import { book006 } from './006-book'
import { book007 } from './007-book'
import { book008 } from './008-book'
import { book009 } from './009-book'
import { book010 } from './010-book'
import { book011 } from './011-book'
import { common001 } from './001-common'
import { common002 } from './002-common'
import type { Migration } from './migration'

/** Every version of a book, oldest first. A released migration is never edited: the next one is added. */
export const bookMigrations: readonly Migration[] = [
  book001,
  book002,
  book003,
  book004,
  book005,
  book006,
  book007,
  book008,
  book009,
  book010,
  book011,
]
export const commonMigrations: readonly Migration[] = [common001, common002]
