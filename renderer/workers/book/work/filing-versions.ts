import { compareVersions, decideVersions, filedContent } from '#shared/filing/three-way'
import type { Filing, FilingKind } from '#shared/protocol/api'
import { filingMessage } from '#shared/protocol/dependencies'
import type { Reason } from '#shared/protocol/engine/records'
import type { Text } from '#shared/model/text'
import { readQueued } from '../../../data/engine/dossier'
import { documentMac } from '../../../data/engine/rows'
import { BookStore } from '../../../data/engine/store'
import { DataRefusal } from '../../../data/errors/refusal'
import type { FilingDecision, FilingVersions, ServiceFilings } from '../../../data/port'
import type { BookSession } from '../session'

/**
 * Our filing that was made from an old version beside the newest one at the service, and the version both were made from where
 * this book has it.
 */
export async function filingVersions(
  session: BookSession,
  account: string,
  there: ServiceFilings,
  kind: FilingKind,
  key: string,
): Promise<FilingVersions> {
  if (!there.ok) return there
  const found = await sidesOf(session, account, there.filings, kind, key)
  if ('reason' in found) return { ok: false, reason: found.reason }
  const { mine, theirs, base } = found
  const { version, state, updatedAt } = theirs
  const fields = compareVersions(base, filedContent(mine.document), theirs.content)
  return { ok: true, base: mine.base, version, state, updatedAt, fields }
}

/**
 * File what was decided, made from the newest version; or take ours back where theirs holds everything.
 * @throws DataRefusal `version-moved` when the service holds another version by now, `version-open` while a field is not decided
 */
export async function decideFiling(
  session: BookSession,
  account: string,
  there: ServiceFilings,
  { kind, key, version, choices }: FilingDecision,
  why: string,
): Promise<'filed' | 'theirs'> {
  if (!there.ok) throw DataRefusal.carried(there.reason.code, there.reason.text)
  const found = await sidesOf(session, account, there.filings, kind, key)
  if ('reason' in found) throw DataRefusal.carried(found.reason.code, found.reason.text)
  const { mine, theirs, base, store } = found
  if (theirs.version !== version) throw DataRefusal.carried('version-moved', words.moved)
  const fields = compareVersions(base, filedContent(mine.document), theirs.content)
  const made = decideVersions(mine.document, theirs.content, fields, choices)
  if ('open' in made) throw DataRefusal.carried('version-open', words.open)
  const { context } = session.book
  if (made.isTheirs) {
    if (!(await store.cancel(mine.id, context.now(), session.who, why)))
      throw DataRefusal.carried('version-settled', words.settled)
    return 'theirs'
  }
  const message = filingMessage(kind)
  const next = {
    id: crypto.randomUUID(),
    dossier: `${message} ${key}`,
    message,
    businessKey: key,
    mark: await documentMac(context.keys, message, key),
    guid: crypto.randomUUID(),
    waits: [],
    document: made.content,
    base: version,
  }
  const how = { name: 'filing.queue', isJournalled: true, replaces: [mine.id] }
  const result = await store.enqueueWith(session.who, why, () => Promise.resolve([next]), context.now(), how)
  if (!result.ok) throw DataRefusal.carried(result.reason.code, result.reason.text)
  return 'filed'
}

type Sides = {
  store: BookStore
  mine: { id: string; base: number; document: Awaited<ReturnType<typeof contentsOf>> }
  theirs: Filing
  base: Readonly<Record<string, unknown>> | undefined
}

async function sidesOf(
  { book: { context } }: BookSession,
  account: string,
  filings: readonly Filing[],
  kind: FilingKind,
  key: string,
): Promise<Sides | { reason: Reason }> {
  const store = new BookStore(context, account)
  const attempts = (await store.submissions(filingMessage(kind), key)).filter(
    ({ stage }) => stage !== 'cancelled',
  )
  const last = attempts.at(-1)
  if (last?.stage !== 'attention') return { reason: { code: 'version-settled', text: words.settled } }
  const theirs = filings.find((one) => one.kind === kind && one.key === key)
  if (!theirs) return { reason: { code: 'filing-unknown', text: words.unknown } }
  const { base: from = 0 } = last
  const before = attempts.find(({ version }) => version !== undefined && version === from)
  const [document, known] = await Promise.all([
    contentsOf(context, last.id),
    before && contentsOf(context, before.id),
  ])
  // From nothing: every field is new on both sides.
  const base = known ? filedContent(known) : from === 0 ? {} : undefined
  return { store, mine: { id: last.id, base: from, document }, theirs, base }
}

const contentsOf = async (context: BookSession['book']['context'], id: string) =>
  (await readQueued(context, [id])).get(id) ?? { head: {} }

const words = {
  moved: {
    zh: '单一窗口上又有了更新的版本，请重新比对后再决定',
    en: 'The single window holds a newer version by now; compare again, then decide',
  },
  open: {
    zh: '还有两边都改了的栏没有选定，请逐栏选定后再提交',
    en: 'Fields that both sides changed are not decided; choose a side for each, then file',
  },
  settled: {
    zh: '这份备案已不在等待处理，请看它的最新状态',
    en: 'This filing no longer waits for a decision; look at how it stands now',
  },
  unknown: {
    zh: '单一窗口上没有这个编号的备案，请重新提交备案',
    en: 'The single window has no filing under this key; file it anew',
  },
} satisfies Record<string, Text>
