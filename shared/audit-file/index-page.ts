import { escaped, link, page, table } from '../pack/html'
import { INDEX_JSON } from '../pack/prove'
import { SUMS, type AuditIndex } from './audit-index'
import { auditKinds, auditKindNames } from './kinds'

/** Digests as `sha256sum -c` reads them, so that anybody can check without this program. */
export const sumsOf = ({ files }: AuditIndex): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')

/** The page an inspector opens first. */
export function auditPage(index: AuditIndex): string {
  const { company, documents, papers, journal, files, mark, notFound, persons } = index
  const missing = papers.filter(({ file }) => file === undefined)
  const byKind = auditKindNames.flatMap((kind) => {
    const own = documents.filter((one) => one.kind === kind)
    if (own.length === 0) return []
    return [
      `<h2>${auditKinds[kind].zh}（${own.length}）</h2>
${table(
  ['编号', '日期', '状态', '申报次数', '回执', '抽查点名'],
  own.map(({ no, day, state, attempts, receipts, asked, page: at }) => [
    link(at, no),
    escaped(day),
    escaped(state),
    String(attempts),
    String(receipts),
    asked ? '是' : '',
  ]),
)}`,
    ]
  })
  const body = `<h1>卷宗</h1>
${mark === undefined ? '' : `<p class="mark">${escaped(mark)}</p>`}
<p>企业：${escaped(company.name)}（${escaped(company.uscc)}）　编号：${escaped(index.id)}　生成时间：${escaped(index.createdAt)}　经手：${escaped(index.madeBy)}</p>
<p>范围：${escaped(index.asked)}</p>
<p>个人信息：${persons.masked ? '已遮盖' : `明文，原因：${escaped(persons.reason)}`}</p>
${notFound.length === 0 ? '' : `<p class="mark">本账套中没有：${notFound.map(escaped).join('、')}</p>`}
${byKind.join('\n')}
<h2>附件（${papers.length}，其中未附原件 ${missing.length}）</h2>
${
  papers.length === 0
    ? '<p>所列单证没有登记附件。</p>'
    : table(
        ['名称', '种类', '编号', '原件', 'SHA-256'],
        papers.map(({ name, kind, number, file, place = '', sha256 = '' }) => [
          escaped(name),
          escaped(kind),
          escaped(number),
          file ? link(file) : `未附原件${place ? `，存放：${escaped(place)}` : ''}`,
          `<code>${escaped(sha256)}</code>`,
        ]),
      )
}
<h2>操作记录</h2>
<p>${escaped(journal.text.zh)}</p>
<p>生成时链末：第 ${journal.seq} 条，校验值 <code>${escaped(journal.hash)}</code>。本卷宗摘录 ${journal.quoted} 条，见 ${link(journal.sheet)}。
已发出的批次中有 ${journal.witnessed} 批在签名清单里写明了当时的链末，单一窗口留有同样的字节，可据以核对。</p>
<h2>文件清单与校验值</h2>
<p>核对方法：在本文件夹执行 <code>sha256sum -c ${SUMS}</code>；Windows 命令行用 <code>certutil -hashfile 文件名 SHA256</code> 逐个对照。${INDEX_JSON} 的校验值记在生成方的操作记录里。</p>
${table(
  ['文件', '字节', 'SHA-256'],
  files.map(({ name, bytes, sha256 }) => [link(name), String(bytes), `<code>${sha256}</code>`]),
)}
<p>${escaped(index.software)}</p>`
  return page(`卷宗 ${index.id}`, body)
}
