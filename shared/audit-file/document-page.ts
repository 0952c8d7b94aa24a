import { escaped, link, page, table } from '../pack/html'
import type { AuditDocument, AuditPaper } from './document'
import { auditKinds } from './kinds'
import { shownRows } from './rows'

/** Where the pages of other documents are, seen from one of them. */
export type PageOf = (key: string) => { title: string; page: string } | undefined
type Placed = AuditPaper & { file?: string }
/** Where a message as received is in the 卷宗, or only its digest. */
export type PlacedOriginal = { sha256: string; file?: string }

/** From a page in a folder up to the top of the 卷宗. */
const up = (markup: string): string => markup.replaceAll('href="', 'href="../')

/** One document with its versions, receipts, papers and changes, in words. */
export function documentPage(
  document: AuditDocument,
  papers: readonly Placed[],
  pageOf: PageOf,
  labels: ReadonlyMap<string, string>,
  originals: ReadonlyMap<string, PlacedOriginal> = new Map(),
): string {
  const { kind, no, day, state, record, sources, decisions, attempts, receipts, changes, linked } = document
  const title = `${auditKinds[kind].zh} ${no}`
  const linkedTo = linked.flatMap((key) => {
    const found = pageOf(key)
    return found ? [up(link(found.page, found.title))] : []
  })
  const parts = [
    `<p>${up(link('index.html', '卷宗目录'))}</p><h1>${escaped(title)}</h1>`,
    `<p>日期：${escaped(day || '无')}　状态：${escaped(state || '无')}</p>`,
    linkedTo.length > 0 ? `<h2>相关单证</h2><p>${linkedTo.join('　')}</p>` : '',
    `<h2>内容</h2>${sheet(shownRows(record, labels))}`,
    ...sources.map((one, i) => `<h2>银行流水 ${i + 1}</h2>${sheet(shownRows(one, sourceLabels))}`),
    ...decisions.map((one, i) => `<h2>人工处理 ${i + 1}</h2>${sheet(shownRows(one, labels))}`),
    ...attempts.map(
      (one) => `<h2>第 ${one.attempt} 次申报（${escaped(one.message)}）</h2>
${table(
  ['进入队列', '去向', '报文 guid', '批次', '批次 SHA-256'],
  [
    [one.queuedAt, one.stage, one.guid, one.batch ?? '未发出', one.batchSha256 ?? ''].map((text) =>
      escaped(text),
    ),
  ],
)}
${one.content === undefined ? '<p>该次内容没有留存。</p>' : sheet(shownRows(one.content))}`,
    ),
    receipts.length > 0
      ? `<h2>回执</h2>${table(
          ['回执时间', '收到时间', '报文', '代码', '含义', '原文', '报文原件'],
          receipts.map(({ at, receivedAt, message, code, words, info, original }) => [
            ...[at, receivedAt, message, code, words, info].map(escaped),
            asReceived(originals.get(original)),
          ]),
        )}`
      : '',
    papers.length > 0
      ? `<h2>附件</h2>${table(
          ['名称', '种类', '编号', '原件', 'SHA-256'],
          papers.map(({ name, kind: sort, number, file, place = '', sha256 = '' }) => [
            escaped(name),
            escaped(sort),
            escaped(number),
            file ? up(link(file)) : `未附原件${place ? `，存放：${escaped(place)}` : ''}`,
            `<code>${escaped(sha256)}</code>`,
          ]),
        )}`
      : '',
    `<h2>修改记录</h2>${
      changes.length === 0
        ? '<p>导入后没有改动。</p>'
        : table(
            ['序号', '时间', '操作人', '操作', '原因', '改动前摘要', '改动后摘要'],
            changes.map(({ seq, at, who, name, why, before, after }) =>
              [String(seq), at, who, name, why, before, after].map(escaped),
            ),
          )
    }`,
  ]
  return page(title, parts.filter(Boolean).join('\n'))
}

function asReceived(original: PlacedOriginal | undefined): string {
  if (!original) return '没有留存'
  const { file, sha256 } = original
  return file ? up(link(file)) : `含个人信息，未附；SHA-256 <code>${escaped(sha256)}</code>`
}

/** What the parts of a bank's line are called. */
const sourceLabels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    account: '账户',
    line: '文件行号',
    side: '借贷',
    reversal: '冲正',
    amount: '金额',
    currency: '币制',
    valueDate: '起息日',
    bookedOn: '记账日',
    code: '业务代码',
    reference: '参考号',
    bankReference: '银行流水号',
    text: '附言',
    payer: '付款人',
    payerAccount: '付款账号',
    payerCountry: '付款国别',
    payee: '收款人',
    payeeAccount: '收款账号',
    instructed: '指示金额',
    booked: '入账金额',
    charges: '费用',
    senderCharges: '汇款行扣费',
    receiverCharges: '收款行扣费',
    rate: '汇率',
    bearer: '费用承担',
    uetr: 'UETR',
    told: '通知方式',
  }),
)

const sheet = (rows: readonly (readonly [string, string])[]): string =>
  table(
    ['栏目', '内容'],
    rows.map((row) => row.map(escaped)),
  )
