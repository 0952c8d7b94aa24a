import { sheetPrint } from '../rebate/tables/print'
import type { PrintDocument } from '../print/document'
import { printedTime } from '../print/marks'
import { tableOf, text } from '../rebate/tables/table'
import type { AuditIndex } from './audit-index'
import { auditKinds } from './kinds'

type Row = { kind: string; no: string; day: string; state: string; file: string }

/** The index of a 卷宗 on paper: what is in it, each with the digest of its file, and that of the index itself. */
export function auditPrint(index: AuditIndex, indexSha256: string): PrintDocument {
  const { company, documents, papers, journal, files, persons, mark, madeBy, createdAt, software } = index
  const digests = new Map(files.map(({ name, sha256 }) => [name, sha256]))
  const rows: Row[] = [
    ...documents.map(({ kind, no, day, state, page }) => ({
      kind: auditKinds[kind].zh,
      no,
      day,
      state,
      file: page,
    })),
    ...papers.map(({ kind, name, number, file, place = '' }) => ({
      ...{ kind: `附件 ${kind}`, no: number || name, day: '', file: file ?? '' },
      state: file ? '' : `未附原件${place && `，存放：${place}`}`,
    })),
    ...files
      .filter(({ name }) => name.startsWith('receipts/'))
      .map(({ name }) => ({ ...{ kind: '回执原件', no: '', day: '', state: '' }, file: name })),
  ]
  const columns = [
    text<Row>('种类', ({ kind }) => kind),
    text<Row>('编号', ({ no }) => no),
    text<Row>('日期', ({ day }) => day),
    text<Row>('状态', ({ state }) => state),
    text<Row>('文件', ({ file }) => file),
    text<Row>('SHA-256', ({ file }) => digests.get(file) ?? ''),
  ]
  const above = [
    `卷宗目录 ${index.id}`,
    `企业：${company.name}（${company.uscc}）　生成：${printedTime(createdAt)}　经手：${madeBy}`,
    `范围：${index.asked}`,
    `个人信息：${persons.masked ? '已遮盖' : `明文，原因：${persons.reason}`}`,
    ...(index.notFound.length > 0 ? [`本账套中没有：${index.notFound.join('、')}`] : []),
    `index.json SHA-256：${indexSha256}`,
    `操作记录：${journal.text.zh}链末第 ${journal.seq} 条 ${journal.hash}，摘录 ${journal.quoted} 条`,
  ]
  const context = { maker: madeBy, printer: madeBy, now: createdAt, software, tables: [] }
  return {
    ...sheetPrint(
      tableOf('卷宗目录', above, columns, rows),
      mark === undefined ? 'real' : 'practice',
      context,
    ),
    footer: [`经手 ${madeBy}`, `打印时间 ${printedTime(createdAt)}`, software].join('　'),
  }
}
