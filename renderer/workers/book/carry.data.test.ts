import { proxy } from 'comlink'
import { describe, expect, it, vi } from 'vitest'
import type { ExportRequest } from '#shared/ipc/carry'
import { endWithTest, openSample, startMain } from '../../../test/data/open-books'
import type { TestMain } from '../../../test/data/practice-link'
import { until } from '../../../test/data/sample-book'
import type { CarryLink } from '../../data/port'

vi.setConfig({ testTimeout: 180_000 })

endWithTest()

let main: TestMain

type Written = Omit<ExportRequest, 'handle'>

/** A book with three declared 清单, a line that is cut, and a stick whose files stay in memory. */
async function offline(exchanging: boolean) {
  main = await startMain()
  const { link } = main
  const { port } = await openSample()
  await port.match()
  await port.buildLists({ numbers: ['#2001', '#2002', '#2004'] })
  await main.line(false)
  if (exchanging) await port.startExchange(proxy(link) as never, proxy(() => undefined) as never)
  await port.declare({}, '断网')
  const stick: Written[] = []
  const carry = (write: CarryLink['write']): CarryLink =>
    proxy({
      sign: (bytes: Uint8Array) => link.sign(bytes),
      unsigned: () => link.unsigned(),
      signMessage: (message: string, xml: string) => link.signMessage(message, xml),
      journal: () => link.journal(),
      write,
    }) as never
  const write = (request: Written) => {
    stick.push(request)
    return Promise.resolve({ shownPath: '/stick/a.yiguan', bytes: 1 })
  }
  return { port, link, stick, carry, write }
}
const choice = { batches: 'open' as const, queued: true, why: '断网' }

describe('an exchange file of a book', () => {
  it('is the same batch that the line asks about once it is back: nothing is made anew', async () => {
    const { port, stick, carry, write } = await offline(true)
    const full = () => Promise.reject(new Error('disk full'))
    await expect(port.exportBatches(choice, carry(full))).rejects.toThrow()
    const [failed] = (await port.batches({ offset: 0, limit: 5 })).rows
    expect([failed!.stage, failed!.exportedAt]).toEqual(['sent', undefined])
    const summary = await port.exportBatches(choice, carry(write))
    expect(summary).toMatchObject({ batches: 1, documents: stick[0]!.batches[0]!.documents, more: false })
    expect(await port.exportable()).toMatchObject({ queued: 0, batches: 1 })
    const [before] = (await port.batches({ offset: 0, limit: 5 })).rows
    expect(before).toMatchObject({ stage: 'sent', exportedAt: expect.any(String) as string })

    await main.line(true)
    await port.retryNow()
    const rows = await until(
      async () => (await port.batches({ offset: 0, limit: 5 })).rows,
      (all) => all.every(({ stage }) => stage === 'answered'),
    )
    expect(rows.map(({ id }) => id)).toEqual([stick[0]!.batches[0]!.batchId])
    const asked = main.calls.indexOf('queryBatch')
    expect(asked).toBeGreaterThan(-1)
    expect(main.calls.indexOf('putBatch')).toBeGreaterThan(asked)
    const same = await until(
      () => port.compareWithService(),
      (found) => found.ok && found.differences.length === 0,
    )
    expect(same).toMatchObject({ ok: true, compared: stick[0]!.batches[0]!.documents })
  })

  it('uploaded elsewhere and brought back five times gives each batch its result once', async () => {
    const { port, link, stick, carry, write } = await offline(false)
    const nothing = { batches: [], queued: false, why: '' }
    await expect(port.exportBatches(nothing, carry(write))).rejects.toMatchObject({
      code: 'nothing-to-export',
    })
    await port.exportBatches(choice, carry(write))
    const [file] = stick
    await main.line(true)
    const at = new Date().toISOString()
    const answers = []
    for (const { batchId, bytes, sha256 } of file!.batches) {
      const { account } = file!
      const put = () => link.putBatch({ batchId, bytes, sha256, marks: [], account, epoch: 1 })
      const [first, again] = [await put(), await put()]
      expect(again).toMatchObject({ value: (first as { value: object }).value })
      if (first.ok) answers.push({ batchId, sha256, at, answer: first.value })
    }
    const page = await link.receipts(file!.account, undefined, 500)
    await main.line(false)
    const receipts = page.ok ? page.value.receipts : []
    const service = { name: 's', version: '1', practice: true, address: 'a' }
    const content = { service, answers, receipts }
    const taken = []
    for (let n = 0; n < 5; n += 1) taken.push(await port.bringBack(content, carry(write)))
    expect(taken[0]).toMatchObject({ batches: 1, receipts: receipts.length })
    expect(receipts.length).toBeGreaterThan(0)
    for (const again of taken.slice(1)) expect(again).toMatchObject({ batches: 0, receipts: 0 })
    expect((await port.batches({ offset: 0, limit: 5 })).rows).toMatchObject([{ stage: 'answered' }])
    expect(
      (await port.journal(0, 50)).entries.filter(({ name }) => name === 'exchange.bring-back'),
    ).toHaveLength(1)
    expect(await port.verifyJournal()).toMatchObject({ ok: true })
  })
})
