import { afterEach } from 'vitest'
import type { Change } from '../../renderer/data/port'
import { allRecords, getRecord } from '../../renderer/data/read/records'
import type { SealedRecord, SealedTable } from '../../renderer/data/records'
import { keyedId } from '../../renderer/data/sealing/blind'
import { command } from '../../renderer/data/write/command'
import { startDesk } from './desks'
import type { TestBookDesk } from './desks'
import { goods } from './samples'

/** What officers at desks do in tests; a desk that was started here is closed after the test that did. */

const opened: TestBookDesk[] = []
/** To be called once by a file whose tests start desks. */
export function closeDesksAfterEach(): void {
  afterEach(async () => {
    for (const { book } of opened.splice(0)) await book.close()
  })
}
export async function desk(code: string, change = {}) {
  const made = await startDesk(code, change)
  opened.push(made)
  return made
}

export async function save(at: TestBookDesk, name: string, ...changes: Change[]) {
  return command(at.context, name, at.who, '', changes)
}
export async function saveGoods(at: TestBookDesk, sku: string, change: object = {}) {
  const id = await keyedId(at.context.keys, 'goods', [sku])
  const rev = (await getRecord(at.context, 'goods', id))?.rev ?? 0
  return save(at, 'goods.save', { table: 'goods', op: 'put', id, rev, record: goods(sku, change) })
}
export async function readGoods(at: TestBookDesk, sku: string) {
  return (await getRecord(at.context, 'goods', await keyedId(at.context.keys, 'goods', [sku])))?.record
}
/** The officer compared the key with the other computer. */
export const confirmed = { fingerprint: 'AA:01', confirmed: true }
/** Both carry a file to the other; files may be carried any number of times. */
export async function swap(a: TestBookDesk, b: TestBookDesk) {
  const fromA = await a.desks.exportFile()
  const fromB = await b.desks.exportFile()
  return [
    await a.desks.importFile(fromB, 'file', confirmed),
    await b.desks.importFile(fromA, 'file', confirmed),
  ]
}
export const all = async <T extends SealedTable>(at: TestBookDesk, table: T) =>
  (await allRecords(at.context, table)).map(({ record }) => record) as SealedRecord<T>[]

export async function conflicts(at: TestBookDesk) {
  return (await at.desks.conflicts()).map(({ name, fields }) => [name, ...fields.map(({ path }) => path)])
}
