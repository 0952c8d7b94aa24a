import type { BuildFault } from '#shared/declaration/build-fault'
import { buildList, type BuildInput } from '#shared/declaration/build-list'
import { declareParts } from '#shared/declaration/declare-one'
import type { Documents } from '#shared/declaration/declare-one'
import { sourceFault } from '#shared/declaration/build-fault'
import { orderTexts } from '#shared/declaration/order-texts'
import type { DeclarationList, FieldOverride, ListWarning } from '#shared/model/list'
import type { Book } from '../../data/book'
import type { BuildSummary, SealedRecord, Stored, WorkProgress } from '../../data/port'
import { getRecords } from '../../data/read/records'
import { command } from '../../data/write/command'
import type { StopSignal } from '../job'
import { newGuid, storedList } from './build'
import { OrderInputs } from './order-inputs'
import type { OrderInput } from './order-inputs'
import { templateFor } from './mode-template'
import { withPersonYears } from './person-years'
import { loadSources } from './sources'
import type { Sources } from './sources'
import { RuleTally } from './tally'

const perPart = 100

type StoredOne = Stored<SealedRecord<'lists'>>

/** Ids of 清单, and of all cancellation records of the book. */
export type ListTask = { lists: string[]; cancellations: string[]; why: string }

/** Build drafts again from their present sources. What was sent is left alone: it is corrected, not rebuilt. */
export async function rebuildLists(
  book: Book,
  who: string,
  { lists, cancellations, why }: ListTask,
  signal: StopSignal,
  progress: (p: WorkProgress) => void,
): Promise<Omit<BuildSummary, 'skipped'> & { left: number }> {
  const sources = await withPersonYears(book, await loadSources(book))
  const inputs = await OrderInputs.open(book, cancellations)
  const rules = new RuleTally()
  const remarks = new RuleTally()
  const group = crypto.randomUUID()
  let [seen, built, refused, left] = [0, 0, 0, 0]
  for (let i = 0; i < lists.length && !signal.aborted; i += perPart) {
    const part = lists.slice(i, i + perPart)
    const read = await inputs.read(await firstOrders(book, part))
    let faults = new Map<string, BuildFault[]>()
    let remarked: ListWarning[][] = []
    let written = 0
    await command(
      book.context,
      'list.rebuild',
      who,
      why,
      async (draft) => {
        faults = new Map()
        remarked = []
        written = 0
        for (const id of part) {
          const known = await draft.get('lists', id)
          if (known?.record.state !== 'draft') continue
          const now = again(known, read.get(known.record.orders[0] ?? ''), sources, book.context.now())
          if ('faults' in now) {
            const order = known.record.orders[0]!
            faults.set(id, now.faults)
            await draft.put('overlays', {
              aspect: 'refused',
              fact: order,
              at: book.context.now(),
              faults: now.faults.slice(0, 50),
            })
          } else {
            await draft.put('lists', storedList(now.list, now.template), id)
            if (now.list.warnings) remarked.push(now.list.warnings)
            written += 1
          }
        }
      },
      { group },
    )
    for (const one of faults.values()) rules.add(one)
    for (const one of remarked) remarks.add(one)
    seen += part.length
    built += written
    refused += faults.size
    left += part.length - written - faults.size
    progress({ stage: 'building', done: seen, total: lists.length })
  }
  const stopped = seen < lists.length
  const counts = { rules: rules.counts, remarks: remarks.counts }
  return { orders: seen, built, lists: built, refused, left, ...counts, group, stopped }
}

async function firstOrders({ context }: Book, lists: readonly string[]): Promise<string[]> {
  const found = await getRecords(context, 'lists', lists)
  return [...new Set(found.flatMap(({ record }) => record.orders.slice(0, 1)))]
}

/** A 清单 as its sources make it now; what officers replaced stays replaced. Nothing is written. */
export function again(
  { record }: StoredOne,
  input: OrderInput | undefined,
  sources: Sources,
  now: string,
  overrides: readonly FieldOverride[] | undefined = record.list.overrides,
): { list: DeclarationList; template: string } | { faults: BuildFault[] } {
  const part = partOf(record, input, sources, now)
  if ('faults' in part) return part
  const common = { ...sources, ...part.source, guid: newGuid, now }
  const built = buildList({
    ...common,
    ...part.documents,
    copNo: record.list.copNo,
    ...(overrides && { overrides }),
  })
  return built.list ? { list: built.list, template: part.source.template.id } : { faults: built.faults }
}

/** The declared order of a 清单 with its waybill and payment, and the template and mode, as its sources give them now. */
export function partOf(
  { list, template: id }: SealedRecord<'lists'>,
  input: OrderInput | undefined,
  sources: Sources,
  now: string,
): { documents: Documents; source: Pick<BuildInput, 'template' | 'path'> } | { faults: BuildFault[] } {
  const source = { record: 'order', key: list.orderNo, field: 'orderNo' } as const
  if (!input || input.orders.length === 0)
    return { faults: [sourceFault(orderTexts.gone, source, list.orderNo)] }
  const chosen = templateFor(sources, input, id)
  if (chosen.fault) return { faults: [chosen.fault] }
  const { template } = chosen
  const declared = declareParts({ ...input, ...sources, template, guid: newGuid, now })
  if (declared.faults) return { faults: declared.faults }
  const documents = declared.parts.find(({ order }) => order.orderNo === list.orderNo)
  const decided = { template, ...(input.path && { path: input.path }) }
  return documents
    ? { documents, source: decided }
    : { faults: [sourceFault(orderTexts.otherParts, source, list.orderNo)] }
}
