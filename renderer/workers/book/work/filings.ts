import type { Filing, FilingKind } from '#shared/protocol/api'
import { filingMessage } from '#shared/protocol/dependencies'
import { readHistories, readQueued } from '../../../data/engine/dossier'
import { documentMac } from '../../../data/engine/rows'
import { BookStore } from '../../../data/engine/store'
import { DataRefusal } from '../../../data/errors/refusal'
import type { ExchangeLink, FilingDraft, FilingView, ServiceFilings } from '../../../data/port'
import type { BookSession } from '../session'

const mostKeys = 1000
const perPage = 100

/** A filing goes on from the last version this book knows of, unless it says from which. */
export async function queueFiling(
  { book: { context }, who }: BookSession,
  account: string,
  { kind, key, content, base }: FilingDraft,
  why: string,
): Promise<void> {
  const message = filingMessage(kind)
  const store = new BookStore(context, account)
  const intent = async () => {
    const before = await store.submissions(message, key)
    const known = before.map(({ version = 0 }) => version)
    const one = {
      id: crypto.randomUUID(),
      dossier: `${message} ${key}`,
      message,
      businessKey: key,
      mark: await documentMac(context.keys, message, key),
      guid: crypto.randomUUID(),
      waits: [],
      document: content,
      base: base ?? Math.max(0, ...known),
    }
    return [one]
  }
  const how = { name: 'filing.queue', isJournalled: true }
  const result = await store.enqueueWith(who, why, intent, context.now(), how)
  if (!result.ok) throw DataRefusal.carried(result.reason.code, result.reason.text)
}

export async function filingsOf(
  { book: { context } }: BookSession,
  kind: FilingKind,
  keys: readonly string[],
): Promise<FilingView[]> {
  const asked = keys.slice(0, mostKeys).map((businessKey) => ({ message: filingMessage(kind), businessKey }))
  const last = (await readHistories(context, asked)).flatMap((history) => history.last ?? [])
  const contents = await readQueued(
    context,
    last.map(({ id }) => id),
  )
  return last.map(({ id, businessKey: key, attempt, stage, queuedAt, base = 0, version, reason }) => ({
    kind,
    key,
    attempt,
    stage,
    queuedAt,
    base,
    ...(version !== undefined && { version }),
    ...(reason && { reason }),
    content: contents.get(id) ?? { head: {} },
  }))
}

/** All pages, each filing with its newest state; a page that gets nowhere is the last. */
export async function filingsThere(link: ExchangeLink, account: string): Promise<ServiceFilings> {
  const found = new Map<string, Filing>()
  for (let cursor: string | undefined; ;) {
    const page = await link.filings(account, cursor, perPage)
    if (!page.ok) {
      const { code, message, fix } = page.failure
      return { ok: false, reason: { code, text: message, fix } }
    }
    for (const filing of page.value.filings) found.set(`${filing.kind} ${filing.key}`, filing)
    if (!page.value.more || page.value.cursor === cursor) return { ok: true, filings: [...found.values()] }
    cursor = page.value.cursor
  }
}
