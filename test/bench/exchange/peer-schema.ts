import { addRxPlugin, createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb'
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'

addRxPlugin(RxDBLocalDocumentsPlugin)

/** A document of ours as RxDB would keep it: a key, a state, and the content as it travels. */
export type PeerDocument = { id: string; status: string; content: string }
/** What customs said of it. */
export type PeerReceipt = { id: string; document: string; status: string; xml: string }

const text = (maxLength?: number) => ({ type: 'string', ...(maxLength ? { maxLength } : {}) }) as const
const documentSchema: RxJsonSchema<PeerDocument> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(80), status: text(8), content: text() },
  required: ['id', 'status', 'content'],
}
const receiptSchema: RxJsonSchema<PeerReceipt> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(80), document: text(80), status: text(8), xml: text() },
  required: ['id', 'document', 'status', 'xml'],
}

export type PeerCollections = {
  documents: RxCollection<PeerDocument>
  receipts: RxCollection<PeerReceipt>
}

/** A database of the peer in memory: nothing of it is on disk, at neither end. */
export async function peerDatabase(name: string) {
  const database = await createRxDatabase<PeerCollections>({
    name,
    storage: getRxStorageMemory(),
    multiInstance: false,
    eventReduce: false,
  })
  await database.addCollections({
    documents: { schema: documentSchema },
    receipts: { schema: receiptSchema },
  })
  return database
}
