import { testClient } from '../../electron/practice/test-client'
import type { State } from './client-words'

export type AtEnd = {
  port: number
  token: string
  orders: readonly string[]
  refused: ReadonlyMap<string, string>
  state: State | undefined
  troubles: readonly string[]
}

/** What was broken, in words: every document must be taken in exactly once, and the client must know it. */
export async function faultsAtEnd({
  port,
  token,
  orders,
  refused,
  state,
  troubles,
}: AtEnd): Promise<string[]> {
  if (!state) return ['the client says nothing any more']
  const client = testClient(`http://127.0.0.1:${port}`, token)
  const documents = []
  for (let cursor: string | undefined; ;) {
    const { body } = await client.documents({ limit: '500', ...(cursor ? { cursor } : {}) })
    documents.push(...body.documents)
    cursor = body.cursor
    if (!body.more) break
  }
  const faults: string[] = []
  for (const { message, businessKey, status, history } of documents) {
    const name = `${message} ${businessKey}`
    const taken = history.filter((entry) => entry.status === '2').length
    if (taken !== 1) faults.push(`${name} was taken in ${taken} times`)
    const refusals = history.filter((entry) => entry.status.startsWith('-')).length
    if (refusals > 0) faults.push(`${name} was declared beside a living one (${refusals})`)
    const shown = state.states[name]
    if (shown !== undefined && shown !== status) faults.push(`${name} shows ${shown}, the service ${status}`)
  }
  const found = new Set(documents.map(({ businessKey }) => businessKey))
  for (const order of orders) {
    const keys = [`无|13109609ZZ|${order}`, `13109609WL|W-${order}`, `13109609ZZ|C-${order}`]
    const missing = keys.filter((key) => !found.has(key))
    if (missing.length > 0)
      faults.push(`${order} is lost: ${missing.join(', ')} ${refused.get(order) ?? ''}`.trim())
  }
  const open = state.stages.filter((stage) => stage !== 'done')
  if (open.length > 0) faults.push(`still ${[...new Set(open)].join(', ')}: ${open.length}`)
  if (state.hold) faults.push(`still held: ${state.hold}`)
  if (faults.length > 0 && troubles.length > 0) faults.push(`last trouble: ${troubles.at(-1)}`)
  return faults
}
