import type { ServiceReceipt } from '../api'
import type { CarriedAnswer } from '../exchange-file'
import { readFacts } from './pull'
import type { CarriedNews, Codec, EngineStore } from './ports'
import type { JournalEntry } from './records'

/** Receipts and answers to batches taken in at once; a file may hold a season of them. */
const AT_ONCE = 500
const BATCHES_AT_ONCE = 20

/**
 * Take in what somebody brought back: answers to batches and receipts, through the transactions of the engine. Batches
 * that only the send journal knows (a backup was restored since) are remembered first, so that their answers count.
 * Doing it again, or with an older file, changes nothing.
 */
export async function bringBack(
  { store, codec, journal, now }: { store: EngineStore; codec: Codec; journal: JournalEntry[]; now: number },
  { answers, receipts }: { answers: readonly CarriedAnswer[]; receipts: readonly ServiceReceipt[] },
): Promise<CarriedNews> {
  const at = new Date(now).toISOString()
  const { epoch } = await store.nextWork(now, 1)
  if (journal.length > 0) await store.adopt(journal, now, { epoch })
  const sum: CarriedNews = { batches: 0, receipts: 0, unknown: [], differing: [] }
  for (let from = 0; from < answers.length; from += BATCHES_AT_ONCE) {
    const part = answers.slice(from, from + BATCHES_AT_ONCE)
    const news = await store.applyCarried({ answers: part, facts: [], originals: [], at }, { epoch })
    sum.batches += news.batches
    sum.unknown.push(...news.unknown)
    sum.differing.push(...news.differing)
  }
  for (let from = 0; from < receipts.length; from += AT_ONCE) {
    const originals = receipts.slice(from, from + AT_ONCE)
    const facts = originals.flatMap((receipt) => readFacts(receipt, codec))
    const part = await store.applyCarried({ answers: [], facts, originals, at }, { epoch })
    sum.receipts += part.receipts
  }
  return sum
}
