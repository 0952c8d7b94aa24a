import { sm2 } from 'sm-crypto-v2'
import { ReferenceDelta, tableStatement } from '../../../shared/protocol/api'
import { sampleTariff } from '../../../shared/tariff/tariff.test-data'
import { memorySentinel } from '../../data/book-kit'
import { openTestWindow } from '../../data/sample-book'
import { offerOf, signedTable } from '../../data/take-plain'
import { withDatabase } from '../data'
import { timed, type Step } from '../step'
import { bookWorker } from './masters'

/** The longest time in which this thread let nobody else in, in ms, until the work is done. */
async function heldUp(work: () => Promise<unknown>): Promise<number> {
  let [longest, last, isOver] = [0, performance.now(), false]
  const beat = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setTimeout(beat)
  }
  beat()
  await work()
  isOver = true
  beat()
  return longest
}

/** A signed tariff read and compared by the book: how long all of it takes, and how long the window stands still at most. */
export const benchPublished = (size: number): Promise<Step[]> =>
  withDatabase(async (database) => {
    const rows = sampleTariff(size).map((line) => ({ ...line, from: '2027-01-01' }))
    const head = { key: '#', row: { edition: '2027', from: '2027-01-01', complete: true } }
    const put = [head, ...rows.map((row) => ({ key: `${row.code} ${row.from}`, row }))]
    const signed = await signedTable(sm2.generateKeyPairHex(), { table: 'tariff', to: '2027', put })
    const offer = offerOf(signed)
    const { port, worker } = await openTestWindow(database, memorySentinel(), bookWorker())
    try {
      await port.referenceEditions('tariff')
      const read = () => port.planReference(offer)
      const { ms, result } = await timed(read)
      if (result === 'stopped' || !('counts' in result)) throw new Error(JSON.stringify(result))
      const held = await heldUp(read)
      const bare = await timed(async () => {
        const { data } = ReferenceDelta.safeParse(JSON.parse(await offer.file.text()))
        return tableStatement(data!.put)
      })
      const table = { count: result.counts.added, unit: 'rows' }
      const beside = { bare: 'parsed and written for its digest on this thread', bareMs: bare.ms }
      return [
        { step: 'a published table read and compared', ms, ...table, ...beside },
        { step: 'the window held up meanwhile, at most', ms: held, ...table, ...beside },
      ]
    } finally {
      worker.terminate()
    }
  })
