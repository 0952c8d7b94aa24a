import { expose } from 'comlink'
import type { Enterprise } from '#shared/model/enterprise'
import { Book } from '../../data/book'
import type { ExchangeFacts, ExchangeLink, SentinelPort } from '../../data/port'
import { keepRefusals } from '../refusal-transfer'
import type { BookTask } from '../job'
import { BookEngine } from './engine'

let engine: BookEngine | undefined

const api = {
  /** Take part in the exchange of a book; resolves when the engine waits for its turn or runs. */
  async start(
    { database, keys }: BookTask,
    enterprise: Enterprise,
    sentinel: SentinelPort,
    link: ExchangeLink,
    tell: (facts: ExchangeFacts) => void,
  ): Promise<void> {
    const book = await Book.open({ database, keys, sentinel })
    engine = new BookEngine({ book, database, enterprise, link }, tell)
    void engine.run()
  },
  foreground(is: boolean): void {
    engine?.foreground(is)
  },
  wake(): void {
    engine?.wake()
  },
  stop(): void {
    engine?.stop()
  },
}
export type EngineApi = typeof api

keepRefusals()
expose(api)
