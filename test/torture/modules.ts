import { join } from 'node:path'
import { bundle, cacheFolder } from '../support/bundle'
import { edited, type Edit } from '../support/edited'
import { ServiceProcess } from './processes'

/** The processes of a round as one file each, and a database of the service as it is before its first batch. */
export type Modules = { client: string; service: string; database: string }

/** Built once for all rounds: making a database takes longer than most of them. */
export async function buildModules(): Promise<Modules> {
  const client = await buildClient()
  const service = await bundle('torture-service', 'electron/practice/main.ts')
  const database = cacheFolder('torture-database')
  const options = { directory: database, token: 'token-of-no-round', pace: 0 }
  const first = await ServiceProcess.start(service, options, join(client, '../first-start.log'))
  await first.stop()
  return { client, service, database }
}

/** @param edits mistakes to put into the protocol's source on the client's side */
export const buildClient = async (edits: readonly Edit[] = []): Promise<string> =>
  bundle(`torture-client-${edits.length}`, 'test/torture/client.ts', [await edited(edits)])
