import { openPglite } from './pglite'
import { openPostgres } from './postgres'
import type { Database } from './sql'

/** The database of a service: PostgreSQL where an address is given, else the embedded one in a folder. */
export const openDatabase = ({
  databaseUrl,
  directory,
}: {
  databaseUrl?: string
  directory: string
}): Promise<Database> => (databaseUrl ? openPostgres(databaseUrl) : openPglite(directory))
