import type { ChangeFeed } from './connection/changes'
import type { Connections } from './connection/connections'
import type { Sentinel } from './connection/sentinel'
import type { BookKeys } from './sealing/keys'

/** An open book, as every module of the data port gets it. */
export type BookContext = {
  keys: BookKeys
  connections: Connections
  feed: ChangeFeed
  sentinel: Sentinel
  /** Now, as ISO instant. */
  now: () => string
}
