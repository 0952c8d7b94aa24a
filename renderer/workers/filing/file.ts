import { loadCodeBook } from '#shared/codes/load'
import type { FiledAttempt } from '#shared/filing/attempts'
import { sortBatch } from '#shared/filing/batch'
import { contentOf } from '#shared/filing/content'
import { goodsContent, goodsFaults } from '#shared/filing/goods'
import { canResend, pinnedReasons } from '#shared/filing/review'
import { viewOf } from '#shared/filing/views'
import type { CebDocument } from '#shared/model/list'
import { fillText, type Text } from '#shared/model/text'
import type { FilingKind } from '#shared/protocol/api'
import { filingMessage } from '#shared/protocol/dependencies'
import { documentMac } from '../../data/engine/rows'
import { BookStore } from '../../data/engine/store'
import { DataRefusal } from '../../data/errors/refusal'
import type { FilingBatch } from '../../data/port'
import { accountFor } from '../engine/account'
import { attemptsOf } from './party-histories'
import { isPractice, isUnderWay, masters, standingOf } from './masters'
import type { FilingStore } from './store'

type Left = FilingBatch['left'][number]
/** What goes into the queue under one key, from which version on. */
type Ready = { key: string; content: CebDocument; base: number }

const lastVersion = (attempts: readonly FiledAttempt[]): number =>
  Math.max(0, ...attempts.map(({ version = 0 }) => version))

/** All of them in one transaction: a power cut leaves all or none. */
async function queue(
  store: FilingStore,
  kind: FilingKind,
  ready: readonly Ready[],
  why: string,
): Promise<void> {
  if (ready.length === 0) return
  const enterprise = await store.enterprise()
  if (!enterprise) throw new DataRefusal('no-enterprise')
  const { context, who } = store
  const message = filingMessage(kind)
  const submissions = await Promise.all(
    ready.map(async ({ key, content, base }) => ({
      id: crypto.randomUUID(),
      dossier: `${message} ${key}`,
      message,
      businessKey: key,
      mark: await documentMac(context.keys, message, key),
      guid: crypto.randomUUID(),
      waits: [],
      document: content,
      base,
    })),
  )
  const result = await new BookStore(context, accountFor(enterprise)).enqueueWith(
    who,
    why,
    () => Promise.resolve(submissions),
    context.now(),
    { name: 'filing.queue', isJournalled: true },
  )
  if (!result.ok) throw DataRefusal.carried(result.reason.code, result.reason.text)
}

/** File masters. Sound ones go, each to the authorities its change touches; the others are named, and go alone later. */
export async function fileParties(
  store: FilingStore,
  keys: readonly string[],
  why: string,
): Promise<FilingBatch> {
  const all = await masters(store)
  const practice = await isPractice(store)
  const chosen = [...new Set(keys)].flatMap((key) => all.get(key) ?? [])
  const { fileable, refused } = sortBatch(chosen, practice)
  const attempts = await attemptsOf(
    store,
    'enterprise',
    fileable.map(({ key }) => key),
  )
  const left: Left[] = []
  const ready = fileable.flatMap(({ key, party }): Ready[] => {
    const own = attempts.get(key) ?? []
    const last = own.at(-1)
    const { reviews, standings } = standingOf(party, own, practice)
    const touched = standings.filter(({ differences }) => differences.length > 0)
    const stale = reviews.find(
      (review) => review.state === 'returned' && !canResend(review, viewOf(party, review.authority)),
    )
    if (isUnderWay(last)) left.push({ key, ...words.underWay })
    else if (last?.stage === 'rejected' && stale) {
      const fields = pinnedReasons(stale, viewOf(party, stale.authority))
        .filter(({ changed }) => !changed)
        .map(({ field }) => field)
      left.push({ key, why: fillText(words.asBefore, { fields: fields.join('、') }), fix: words.change })
    } else if (touched.length === 0) left.push({ key, ...words.same })
    else {
      const to = touched.map(({ authority }) => authority)
      return [{ key, content: contentOf(party, to), base: lastVersion(own) }]
    }
    return []
  })
  await queue(store, 'enterprise', ready, why)
  return { queued: ready.map(({ key }) => key), refused, left }
}

/** 商品备案 of goods by id; those that are filed as they are stay where they are. */
export async function fileGoods(
  store: FilingStore,
  ids: readonly string[],
  why: string,
): Promise<FilingBatch> {
  const units = await loadCodeBook({}, ['unit'])
  const { complete } = units.table('unit')
  const table = await store.table('goods')
  const goods = ids.flatMap((id) => table.get(id)?.record ?? [])
  const batch: FilingBatch = { queued: [], refused: [], left: [] }
  const sound = goods.filter((one) => {
    const faults = goodsFaults(one, (code) => !complete || units.lookup('unit', code) !== undefined)
    if (faults.length > 0) batch.refused.push({ key: one.sku, faults })
    return faults.length === 0
  })
  const attempts = await attemptsOf(
    store,
    'goods',
    sound.map(({ sku }) => sku),
  )
  const ready = sound.flatMap((one): Ready[] => {
    const own = attempts.get(one.sku) ?? []
    const last = own.at(-1)
    const content = goodsContent(one)
    const isSame = last !== undefined && sameHead(last.document, content)
    if (isUnderWay(last)) batch.left.push({ key: one.sku, ...words.underWay })
    else if (isSame && last.stage !== 'attention') {
      batch.left.push({ key: one.sku, ...(last.stage === 'rejected' ? words.asReturned : words.same) })
    } else return [{ key: one.sku, content, base: lastVersion(own) }]
    return []
  })
  await queue(store, 'goods', ready, why)
  return { ...batch, queued: ready.map(({ key }) => key) }
}

const sameHead = (a: CebDocument, b: CebDocument): boolean =>
  JSON.stringify(Object.entries(a.head).sort()) === JSON.stringify(Object.entries(b.head).sort())

const words = {
  underWay: {
    why: { zh: '上一次备案还在途中或审核中', en: 'The last filing is under way or under review' },
    fix: { zh: '等审核结果，或先撤回', en: 'Wait for the review, or take it back' },
  },
  same: {
    why: { zh: '与各部门留存的一致，没有要变更的', en: 'Nothing differs from what is held' },
    fix: { zh: '不用提交', en: 'There is nothing to file' },
  },
  asReturned: {
    why: { zh: '与被退回的一份相同', en: 'The same as was sent back' },
    fix: { zh: '按退回原因修改', en: 'Change what was named' },
  },
  asBefore: {
    zh: '退回时点名的“{fields}”没有改',
    en: 'Fields named when it was sent back are as they were: {fields}',
  },
  change: { zh: '按退回原因修改后再提交', en: 'Change them, then file again' },
} satisfies Record<string, { why: Text; fix: Text } | Text>
