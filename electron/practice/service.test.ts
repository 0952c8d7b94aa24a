import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadCodeBook } from '#shared/codes/load'
import { decodeMessage } from '#shared/ceb/decode'
import { isAccepted } from '#shared/ceb/fault'
import { validateDecoded } from '#shared/ceb/validate'
import { Capabilities, BatchAnswer, ReceiptPage, DocumentPage } from '#shared/protocol/api'
import { foldDocument } from '#shared/protocol/states'
import { makeKeyPair } from '../single-window/batch-signature'
import { systemHost } from './host'
import { batch, document, dossier, enterprise } from './samples'
import { startService, type Service } from './service'
import { facts, statuses, testClient, type TestClient } from './test-client'

vi.setConfig({ testTimeout: 60_000 })

const TOKEN = 'test-token'
let directory: string
let service: Service
let made = 0

/** Each test is an enterprise of its own, so that they share one service without seeing each other. */
function someone(): { client: TestClient; send: typeof batch; code: string } {
  const code = `91131000000000${String((made += 1)).padStart(4, '0')}`
  const client = testClient(service.url, TOKEN, code)
  return {
    client,
    code,
    send: (documents, how) => batch(documents, { enterprise: { ...enterprise, code }, ...how }),
  }
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-practice-'))
  // The machine's clock stands still: time passes only when a test says so.
  const host = { ...systemHost, now: () => Date.parse('2026-03-01T04:00:00.000Z') }
  service = await startService({ port: 0, directory, token: TOKEN, pace: 1, host })
}, 60_000)
afterAll(async () => {
  await service.stop()
  await rm(directory, { recursive: true, force: true })
})

describe('a declared order', () => {
  it('is receipted by real CEB messages until the list is closed', async () => {
    const { client, send } = someone()
    const { status, body } = await client.put(await send([...dossier('A-1'), document('CEB403', 'A-1')]))
    expect(status).toBe(200)
    expect(BatchAnswer.parse(body)).toMatchObject({ state: 'accepted' })
    expect(body.items.map(({ outcome }) => outcome)).toEqual(Array(4).fill('accepted'))
    await client.pass(60)

    const receipts = await client.receipts()
    expect(statuses(receipts, 'CEB303')).toEqual(['2', '3', '120'])
    expect(statuses(receipts, 'CEB403')).toEqual(['2', '3', '120'])
    expect(statuses(receipts, 'CEB505')).toEqual(['2', '3', '120'])
    expect(statuses(receipts, 'CEB603')).toEqual(['2', '3', '120', '399', '800', '899'])
    const codes = await loadCodeBook()
    for (const { xml, message } of receipts) {
      const decoded = decodeMessage(xml)
      expect(decoded.message.type).toBe(message)
      const refused = validateDecoded(decoded, { codes, practice: true }).filter(
        (fault) => !isAccepted([fault]),
      )
      // The schema wants a list number that does not exist yet, and real early receipts lack it too.
      expect(refused.filter(({ path }) => path !== 'InventoryReturn[1]/invtNo')).toEqual([])
    }
    const list = facts(receipts).filter(({ message }) => message === 'CEB603')
    expect(list[0]).toMatchObject({ preNo: expect.stringMatching(/^B\d{17}$/) as string })
    expect(list[0]!.invtNo).toBeUndefined()
    expect(list.at(-1)!.invtNo).toMatch(/^0402\d{4}E\d{9}$/)
    expect(foldDocument('CEB603', [], list)).toMatchObject({ code: '899', good: true, final: true })
  })

  it('shows the same in the query as in the receipts', async () => {
    const { client, send } = someone()
    await client.put(await send(dossier('A-1')))
    await client.pass(60)
    const told = facts(await client.receipts())
    const { body } = await client.documents()
    expect(DocumentPage.parse(body).documents).toHaveLength(3)
    for (const { message, businessKey, history, status } of body.documents) {
      const own = told.filter((fact) => fact.message === message && fact.businessKey === businessKey)
      expect(history.map((entry) => [entry.status, entry.info])).toEqual(
        own.map((fact) => [fact.status, fact.info]),
      )
      expect(status).toBe(own.at(-1)!.status)
    }
    const one = await client.documents({
      message: 'CEB603',
      businessKey: body.documents.find((d) => d.message === 'CEB603')!.businessKey,
    })
    expect(one.body.documents).toHaveLength(1)
  })

  it('is rejected for a cause, corrected under the same number and released', async () => {
    const { client, send } = someone()
    await client.put(await send(dossier('A-1', { line: { gname: '礼品' } })))
    await client.pass(60)
    const rejected = facts(await client.receipts()).find(({ status }) => status === '100')!
    expect(rejected.info).toContain('[Code:Y101;Desc:')
    const again = await client.put(await send([document('CEB603', 'A-1', { appTime: '20260301110000' })]))
    expect(again.body.items[0]).toMatchObject({ outcome: 'accepted' })
    await client.pass(60)
    const all = facts(await client.receipts()).filter(({ message }) => message === 'CEB603')
    expect(all.at(-1)).toMatchObject({ status: '899', preNo: rejected.preNo })
  })

  it('is withdrawn by 605 with its invtNo, which frees the order for a new list', async () => {
    const { client, send } = someone()
    await client.put(await send(dossier('T500-1')))
    await client.pass(2)
    const { invtNo } = facts(await client.receipts()).findLast(({ message }) => message === 'CEB603')!
    await client.put(await send([document('CEB605', 'T500-1', { head: { invtNo: invtNo! } })]))
    await client.pass(60)
    expect(statuses(await client.receipts(), 'CEB605')).toEqual(['2', '3', '399'])
    await client.put(await send([document('CEB603', 'T500-1', { head: { copNo: 'C-2' } })]))
    await client.pass(60)
    const second = await client.documents({ message: 'CEB603', businessKey: '13109609ZZ|C-2' })
    expect(second.body.documents[0]!.status).toBe('899')
  })

  it('that breaks the format gets a negative receipt of its own kind, and may come again', async () => {
    const { client, send } = someone()
    await client.put(await send(dossier('A-1', { head: { netWeight: '0.9' } })))
    await client.pass(60)
    const list = facts(await client.receipts()).filter(({ message }) => message === 'CEB603')
    expect(list).toMatchObject([{ status: '-621001', info: expect.stringContaining('netWeight') as string }])
    await client.put(await send([document('CEB603', 'A-1')]))
    await client.pass(60)
    expect(statuses(await client.receipts(), 'CEB603').at(-1)).toBe('899')
  })
})

describe('many orders', () => {
  it('are all decided, though the desk looks at a part of them at a time', async () => {
    const { client, send } = someone()
    const orderNos = Array.from({ length: 160 }, (_, n) => `N-${n}`)
    for (const part of [orderNos.slice(0, 80), orderNos.slice(80)]) {
      await client.put(await send(part.flatMap((orderNo) => dossier(orderNo))))
    }
    await client.pass(60)
    const closed = statuses(await client.receipts(), 'CEB603').filter((status) => status === '899')
    expect(closed).toHaveLength(orderNos.length)
  })
})

describe('exactly once', () => {
  it('answers the same batch the same, and makes nothing twice', async () => {
    const { client, send } = someone()
    const sent = await send(dossier('A-1'))
    const first = await client.put(sent)
    const second = await client.put(sent)
    expect([second.status, second.body]).toEqual([first.status, first.body])
    expect(await client.receipts()).toHaveLength(3)
    const query = await client.call('GET', `/v1/batches/${sent.id}`)
    expect(query.body).toEqual(first.body)
  })

  it('takes two equal batches that come at once for one', async () => {
    const { client, send } = someone()
    const sent = await send(dossier('A-1'))
    const answers = await Promise.all([client.put(sent), client.put(sent), client.put(sent)])
    for (const answer of answers) expect(answer.body).toEqual(answers[0].body)
    expect(await client.receipts()).toHaveLength(3)
  })

  it('refuses other bytes under a known id, and bytes that are not what their digest says', async () => {
    const { client, send } = someone()
    const sent = await send(dossier('A-1'))
    await client.put(sent)
    const other = await send(dossier('A-2'))
    const conflict = await client.put({ ...other, id: sent.id })
    expect([conflict.status, conflict.body.error?.code]).toEqual([409, 'batch-hash-differs'])
    const torn = await client.put({ ...other, sha256: '0'.repeat(64) })
    expect([torn.status, torn.body.error?.code]).toEqual([422, 'content-hash-differs'])
  })

  it('recognises documents in another batch by their key', async () => {
    const { client, send } = someone()
    const documents = dossier('A-1')
    await client.put(await send(documents))
    const same = await client.put(await send(documents))
    expect(same.body.items.map(({ outcome }) => outcome)).toEqual(Array(3).fill('duplicate'))
    const remade = await client.put(await send(dossier('A-1', { appTime: '20260301230000' })))
    expect(remade.body.items.map(({ outcome }) => outcome)).toEqual(Array(3).fill('duplicate'))
    expect(await client.receipts()).toHaveLength(3)
  })

  it('answers a lost response with the same bytes sent again', async () => {
    const { client, send } = someone()
    const sent = await send(dossier('A-1'))
    await expect(client.put(sent, { 'x-practice-fault': 'cut-after' })).rejects.toThrow()
    const known = await client.call<BatchAnswer>('GET', `/v1/batches/${sent.id}`)
    const again = await client.put(sent)
    expect(again.body).toEqual(known.body)
    expect(await client.receipts()).toHaveLength(3)
  })

  it('does nothing when the connection breaks before it read the batch', async () => {
    const { client, send } = someone()
    const sent = await send(dossier('A-1'))
    await expect(client.put(sent, { 'x-practice-fault': 'cut-before' })).rejects.toThrow()
    const unknown = await client.call('GET', `/v1/batches/${sent.id}`)
    expect([unknown.status, unknown.body.error?.code]).toEqual([404, 'unknown-batch'])
    expect((await client.put(sent)).status).toBe(200)
  })
})

describe('receipts', () => {
  it('come by cursor without a gap or a repetition, whatever the page size', async () => {
    const { client, send } = someone()
    await client.put(await send([...dossier('A-1'), ...dossier('A-2')]))
    await client.pass(60)
    const whole = await client.receipts()
    expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_, n) => n + 1))
    for (const limit of [1, 3, 7]) expect(await client.receipts(limit)).toEqual(whole)
    const { body } = await client.page()
    expect(ReceiptPage.parse(body).more).toBe(false)
    expect((await client.page(body.cursor)).body.receipts).toEqual([])
  })

  it('repeated and reordered by a fault still fold to the same state, and the cursor goes on', async () => {
    const { client, send } = someone()
    await client.put(await send(dossier('A-1')))
    await client.pass(60)
    const straight = await client.receipts()
    await client.faults(
      { kind: 'duplicate', operation: 'receipts' },
      { kind: 'reorder', operation: 'receipts' },
    )
    const { body } = await client.page()
    expect(body.receipts).toHaveLength(2 * straight.length)
    expect(body.receipts.slice(straight.length).toReversed()).toEqual(straight)
    const fold = (of: typeof straight) =>
      foldDocument(
        'CEB603',
        [],
        facts(of).filter(({ message }) => message === 'CEB603'),
      )
    expect(fold(body.receipts)).toEqual(fold(straight))
    expect((await client.page(body.cursor)).body.receipts).toEqual([])
  })

  it('start over for a cursor of a state that is gone, and refuse what never was a cursor', async () => {
    const { client, send } = someone()
    await client.put(await send(dossier('A-1')))
    const whole = await client.receipts()
    const gone = await client.page(`3.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`)
    expect(gone.body.receipts).toEqual(whole)
    expect((await client.page('nonsense')).status).toBe(400)
  })

  it('of one enterprise are not shown to another', async () => {
    const { client, send } = someone()
    await client.put(await send(dossier('A-1')))
    expect(await someone().client.receipts()).toEqual([])
  })
})

describe('faults and refusals', () => {
  it('say when to come back', async () => {
    const { client } = someone()
    await client.faults(
      { kind: 'rate-limited', operation: 'receipts', value: 7 },
      { kind: 'busy', operation: 'documents', value: 9, times: 2 },
    )
    const limited = await client.page()
    expect([limited.status, limited.retryAfter, limited.body.error]).toMatchObject([
      429,
      '7',
      { code: 'rate-limited', retryAfterSeconds: 7 },
    ])
    expect((await client.page()).status).toBe(200)
    const busy = [await client.documents(), await client.documents(), await client.documents()]
    expect(busy.map(({ status }) => status)).toEqual([503, 503, 200])
  })

  it('can be ordered for one enterprise, and cleared', async () => {
    const { client, code } = someone()
    const other = someone().client
    await client.faults({ kind: 'busy', operation: 'receipts', enterprise: code, times: 9 })
    expect((await other.page()).status).toBe(200)
    expect((await client.page()).status).toBe(503)
    await client.call('DELETE', '/v1/practice/faults')
    expect((await client.page()).status).toBe(200)
    expect((await client.faults({ kind: 'nonsense', operation: 'receipts' })).status).toBe(400)
  })

  it('take in half of a batch, and the rest when it comes again', async () => {
    const { client, send } = someone()
    const documents = dossier('A-1')
    const half = await client.put(await send(documents), { 'x-practice-fault': 'half-accepted' })
    expect(half.body.state).toBe('partial')
    const refused = half.body.items.filter(({ outcome }) => outcome === 'refused')
    expect(refused).toMatchObject([{ message: 'CEB505', code: 'try-later' }])
    const rest = await client.put(await send(documents))
    expect(rest.body.items.map(({ outcome }) => outcome)).toEqual(['duplicate', 'accepted', 'duplicate'])
    await client.pass(60)
    expect(statuses(await client.receipts(), 'CEB603').at(-1)).toBe('899')
  })

  it('refuse a message that cannot be read and take in the others; CEB900 names it', async () => {
    const { client, send } = someone()
    const { body } = await client.put(await send(dossier('A-1'), { garble: 'CEB505' }))
    expect(body.state).toBe('partial')
    expect(body.items.find(({ message }) => message === 'CEB505')).toMatchObject({
      outcome: 'refused',
      code: '0002',
    })
    const format = (await client.receipts()).find(({ message }) => message === 'CEB900')!
    expect(facts([format])[0]).toMatchObject({ message: 'CEB505', status: '-1' })
  })

  it('keep enterprises, books and keys apart', async () => {
    const { client, send } = someone()
    const code = async (sent: Awaited<ReturnType<typeof batch>>) => (await client.put(sent)).body.error?.code
    expect(await code(await batch(dossier('A-1')))).toBe('enterprise-differs')
    expect(await code(await send(dossier('A-1'), { book: 'real' }))).toBe('real-book')
    await client.put(await send(dossier('A-1')))
    expect(await code(await send(dossier('A-2'), { signer: makeKeyPair() }))).toBe('signer-differs')
    expect(await client.receipts()).toHaveLength(3)
  })

  it('refuse everything without the token', async () => {
    const stranger = testClient(service.url, 'guess')
    for (const route of ['/v1/capabilities', '/v1/receipts', '/v1/practice/faults', '/v1/nothing']) {
      const { status, body } = await stranger.call('GET', route)
      expect([status, body.error?.code]).toEqual([401, 'token-unknown'])
    }
  })

  it('tell limits and outcomes beforehand', async () => {
    const { client } = someone()
    const { body } = await client.call('GET', '/v1/capabilities')
    const { service: told, outcomes } = Capabilities.parse(body)
    expect(told.practice).toBe(true)
    expect(outcomes.map(({ prefix }) => prefix)).toContain('T100-')
  })
})
