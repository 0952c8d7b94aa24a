import type { ServiceDocument } from '#shared/protocol/api'
import { isFiling } from '#shared/protocol/dependencies'
import { current } from '#shared/protocol/engine/lane'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import type { Book } from '../../../data/book'
import { eachSubmission } from '../../../data/engine/batches'
import { groupBy } from '../../../data/group-by'
import type { Comparison, ComparisonDifference, ExchangeLink } from '../../../data/port'

const perPage = 500

/**
 * Every document the service knows of this enterprise against the state this book gives it. What the service never
 * got (queued, turned away) is not compared; what one side has and the other lacks is a difference.
 */
export async function compareDocuments(
  { context }: Book,
  link: ExchangeLink,
  account: string,
): Promise<Comparison> {
  const theirs = new Map<string, ServiceDocument>()
  for (let cursor: string | undefined; ;) {
    const page = await link.documents(account, { limit: perPage, ...(cursor && { cursor }) })
    if (!page.ok) {
      const { code, message, fix } = page.failure
      return { ok: false, reason: { code, text: message, fix } }
    }
    for (const document of page.value.documents) theirs.set(keyOf(document), document)
    if (!page.value.more || page.value.cursor === undefined) break
    cursor = page.value.cursor
  }
  const heads: SubmissionHead[] = []
  for await (const chunk of eachSubmission(context))
    heads.push(...chunk.filter(({ message }) => !isFiling(message)))
  const byState: Record<string, number> = {}
  const differences: ComparisonDifference[] = []
  const compare = (message: string, businessKey: string, ours: string, service: string) => {
    byState[`${message} ${service}`] = (byState[`${message} ${service}`] ?? 0) + 1
    if (ours !== service) differences.push({ message, businessKey, ours, theirs: service })
  }
  for (const [key, attempts] of groupBy(heads, keyOf)) {
    const { message, businessKey } = attempts[0]!
    const service = theirs.get(key)
    theirs.delete(key)
    const last = current(attempts, { message, businessKey })
    const taken = attempts.some(
      ({ acceptedAt, turnedAway, state }) => (acceptedAt && !turnedAway) || state.proven,
    )
    if (service) compare(message, businessKey, stateOf(last), service.status)
    else if (taken) compare(message, businessKey, stateOf(last), '')
  }
  for (const { message, businessKey, status } of theirs.values()) compare(message, businessKey, '', status)
  const compared = Object.values(byState).reduce((sum, n) => sum + n, 0)
  return { ok: true, compared, byState, differences }
}

const keyOf = ({ message, businessKey }: { message: string; businessKey: string }) =>
  JSON.stringify([message, businessKey])

function stateOf(last: SubmissionHead | undefined): string {
  if (!last) return ''
  const { refusal, code } = last.state
  return refusal?.open ? refusal.code : code
}
