import { proxy } from 'comlink'
import { loadCodeBook } from '#shared/codes/load'
import {
  checkColumns,
  checkFacts,
  checkSheet,
  type CheckedDocument,
} from '#shared/declaration/print/outage-check'
import type { PrintContext } from '#shared/print/marks'
import { outageSheet } from '#shared/declaration/print/outage-sheet'
import { packedState } from '#shared/protocol/outage'
import type { Session } from '../../../app/book'
import { signingOf } from '../../../app/exchange'
import { practiceMark } from '../../../components/save/practice-mark'
import { saveExcel } from '../../../components/save/save-excel'
import { chooseTarget } from '../../../components/save/save-file'
import { savePdf } from '../../../components/save/save-pdf'
import { showTime } from '../../../components/time'
import { stamp } from '../file/carrying'
import type {
  OutageChoice,
  OutageDraft,
  OutageLink,
  OutagePackView,
  PackedDocument,
} from '../../../data/port'

const tables = ['country', 'currency', 'district', 'unit'] as const

function enterpriseOf({ enterprise }: Session) {
  if (!enterprise) throw new Error('[no-enterprise] the book has no enterprise yet')
  return enterprise
}

async function printing(session: Session): Promise<PrintContext> {
  const [book, info] = await Promise.all([loadCodeBook(), window.yiguan.invoke('app.info')])
  return {
    maker: enterpriseOf(session).officer,
    printer: session.officer,
    now: new Date().toISOString(),
    software: `Yiguan ${info.version}`,
    tables: tables.map((id) => `${book.table(id).id} ${book.table(id).edition}`),
  }
}

/** Ask where, then take the batches out, lay the sheet out and write the pack. undefined when the officer changed their mind. */
export async function makePack(session: Session, choice: OutageChoice): Promise<OutagePackView | undefined> {
  const { entry, port } = session
  const book = await loadCodeBook()
  const context = await printing(session)
  const { fingerprint } = await window.yiguan.invoke('network.identity', entry.id)
  const target = await chooseTarget(`yiguan-outage-${stamp(choice.statedAt)}`, 'zip')
  if (!target) return undefined
  const { handle } = target
  const write = ({ lists, orders, record, ...draft }: OutageDraft) => {
    const whole = { ...record, tables: [...context.tables] }
    const rows = lists.map(({ list, queuedAt }) => ({
      list,
      state: packedState,
      at: showTime(queuedAt ?? list.builtAt).slice(0, 16),
    }))
    const batch = {
      batchNo: [...new Set(lists.flatMap((one) => one.batchNo ?? []))].join(' ') || draft.id.slice(0, 8),
      rows,
    }
    const facts = { id: draft.id, record: whole, batches: draft.batches, fingerprint }
    const sheet = outageSheet(batch, enterpriseOf(session), book, { ...context, now: draft.createdAt }, facts)
    return window.yiguan.invoke('carry.outage', entry.id, {
      ...draft,
      handle,
      record: whole,
      lists: JSON.stringify(lists, null, 1),
      orders: JSON.stringify(orders, null, 1),
      sheet,
    })
  }
  const link: OutageLink = {
    ...signingOf(entry.id),
    write,
  }
  try {
    return await port.makeOutagePack(choice, proxy(link) as never)
  } catch (error) {
    await window.yiguan.invoke('files.abort', handle).catch(() => undefined)
    throw error
  }
}

const checked = (documents: readonly PackedDocument[]): CheckedDocument[] =>
  documents.map(({ words, at, ...rest }) => ({ ...rest, words: words.zh, at: at ? showTime(at) : '' }))

/** 核对表 of a pack, as PDF or Excel; both from the same columns. */
export async function saveCheck(
  form: 'pdf' | 'xlsx',
  session: Session,
  pack: OutagePackView,
  documents: readonly PackedDocument[],
  name: string,
) {
  const rows = checked(documents)
  const facts = { ...pack, madeAt: pack.at }
  if (form === 'pdf') {
    return savePdf(name, checkSheet(facts, rows, enterpriseOf(session), await printing(session)))
  }
  const { preamble = [] } = practiceMark(session.entry.kind)
  return saveExcel(name, [
    {
      name: name.slice(0, 31),
      preamble: [...preamble, ...checkFacts(facts, rows).map(({ label, value }) => `${label}: ${value}`)],
      columns: checkColumns.map(({ title, widthMm }) => ({
        title,
        width: Math.round(widthMm / 2),
        kind: 'text' as const,
      })),
      rows: rows.map((row, at) => checkColumns.map(({ value }) => value(row, at))),
    },
  ])
}
