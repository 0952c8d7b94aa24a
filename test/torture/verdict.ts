import { testClient } from '../../electron/practice/test-client'
import type { State } from './client-words'

export type AtEnd = {
  port: number
  token: string
  orders: readonly string[]
  refused: ReadonlyMap<string, string>
  state: State | undefined
}

/** `lasting`: no time heals it. `passing`: what client and service may still be about to do. */
export type Faults = { lasting: string[]; passing: string[] }

/** What is broken, in words: every document must be taken in exactly once, and the client must know it. */
export async function faultsNow({ port, token, orders, refused, state }: AtEnd): Promise<Faults> {
  const documents = await documentsAt(port, token)
  if (!documents) return { lasting: [], passing: ['the service does not answer'] }
  if (!state) return { lasting: [], passing: ['the client says nothing any more'] }
  const lasting: string[] = []
  const passing: string[] = []
  for (const { message, businessKey, status, history } of documents) {
    const name = `${message} ${businessKey}`
    const taken = history.filter((entry) => entry.status === '2').length
    if (taken > 1) lasting.push(`${name} was taken in ${taken} times`)
    if (taken === 0) passing.push(`${name} was not taken in`)
    const refusals = history.filter((entry) => entry.status.startsWith('-')).length
    if (refusals > 0) lasting.push(`${name} was declared beside a living one (${refusals})`)
    const shown = state.states[name]
    if (shown !== undefined && shown !== status) passing.push(`${name} shows ${shown}, the service ${status}`)
  }
  const found = new Set(documents.map(({ businessKey }) => businessKey))
  for (const order of orders) {
    const keys = [`无|13109609ZZ|${order}`, `13109609WL|W-${order}`, `13109609ZZ|C-${order}`]
    const missing = keys.filter((key) => !found.has(key))
    if (missing.length > 0)
      passing.push(`${order} is lost: ${missing.join(', ')} ${refused.get(order) ?? ''}`.trim())
  }
  const open = state.stages.filter((stage) => stage !== 'done')
  if (open.length > 0) passing.push(`still ${[...new Set(open)].join(', ')}: ${open.length}`)
  if (state.hold) passing.push(`still held: ${state.hold}`)
  return { lasting, passing }
}

/** All documents of the service; undefined while nobody is there. */
async function documentsAt(port: number, token: string) {
  const client = testClient(`http://127.0.0.1:${port}`, token)
  const documents = []
  try {
    for (let cursor: string | undefined; ;) {
      const { status, body } = await client.documents({ limit: '500', ...(cursor ? { cursor } : {}) })
      if (status !== 200) return undefined
      documents.push(...body.documents)
      cursor = body.cursor
      if (!body.more) return documents
    }
  } catch {
    return undefined
  }
}
