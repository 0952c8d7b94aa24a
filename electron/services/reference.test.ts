import { expect, it } from 'vitest'
import type { Outcome } from '#shared/protocol/engine/ports'
import { contract } from '#shared/ipc/contract'
import { networkFailure } from '#shared/protocol/errors'
import type { Handle } from '../shell/ipc'
import type { HttpTransport } from '../single-window/http'
import { publishedTables } from '../single-window/published-tables.test-data'
import { makeKeyPair, signatureOf } from '../single-window/batch-signature'
import { registerReference } from './reference'

const [{ table, first: put }] = publishedTables as [(typeof publishedTables)[0]]
const digest = '0'.repeat(64)
const content = { table, from: null, to: '7', base: null, digest, put, drop: [] }
const delta = { ...content, signature: signatureOf(new Uint8Array(), makeKeyPair()) }

/** What a window gets when the service answers that. */
async function gets(answer: Outcome<typeof delta>): Promise<unknown> {
  const served = new Map<string, (...args: never[]) => unknown>()
  const transport = { referenceDelta: () => Promise.resolve(answer) } as unknown as HttpTransport
  registerReference(
    ((channel: string, serve: never) => served.set(channel, serve)) as unknown as Handle,
    (_book, work) => work(transport),
  )
  const ask = { account: 'practice|13109609ZZ', table }
  return contract['reference.delta'].result.parse(
    await served.get('reference.delta')!(...(['', '', ask] as never[])),
  )
}

it('passes an update on in one piece, as it also comes in a file, and a failure as it is', async () => {
  const got = (await gets({ ok: true, value: delta })) as { ok: true; value: string }
  expect(JSON.parse(got.value)).toEqual(delta)
  const failed = { ok: false as const, failure: networkFailure('timeout') }
  expect(await gets(failed)).toEqual(failed)
})
