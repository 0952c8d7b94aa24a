import type { ForexSeverity } from '../cite'
import { escaped, link, page, table } from '../../pack/html'
import { resultText } from '../verdict'
import type { PackIndex } from './pack-index'
import { roles } from './roles'

const severityWords: Readonly<Record<ForexSeverity, string>> = {
  block: '阻断',
  review: '待判断',
  hold: '暂扣',
  duty: '义务',
  warn: '提醒',
  info: '说明',
}

/** The page a bank opens: no script, nothing loaded from outside, every paper with its role and what it carries. */
export function indexPage(index: PackIndex): string {
  const { company, receipts, documents, files, mark } = index
  const byName = new Map(files.map((file) => [file.name, file]))
  const missing = documents.filter((one) => one.files.length === 0)
  const receiptBlocks = receipts.map((receipt) => {
    const own = documents.flatMap((document) => {
      const support = document.supports.find(({ creditId }) => creditId === receipt.id)
      return support ? [{ document, support }] : []
    })
    const rows = own.map(({ document: { role, no, currency = '', note = '', files: names }, support }) => [
      escaped(roles[role].zh),
      escaped(no),
      escaped(support.used === undefined ? '' : `${currency} ${support.used}`),
      escaped(support.left === undefined ? '' : `${currency} ${support.left}`),
      names.length === 0
        ? '未附原件'
        : names.map((name) => `${link(name)}${pagesOf(byName.get(name)?.pages)}`).join('<br>'),
      escaped(note),
    ])
    const findings = receipt.findings.map(({ rule, severity, text, fix, basis }) =>
      [rule, severityWords[severity as keyof typeof severityWords] ?? severity, text, fix, basis].map(
        escaped,
      ),
    )
    return `<h2>收款 ${escaped(receipt.id)}</h2>
${table(
  ['起息日', '付款人', '入账金额', '预检结论', '可提交', '暂不可提交', '交易编码', '交易附言'],
  [
    [
      receipt.valueDate,
      receipt.payer,
      `${receipt.currency} ${receipt.credited}`,
      resultText[receipt.result].zh,
      `${receipt.currency} ${receipt.eligible}`,
      `${receipt.currency} ${receipt.held}`,
      receipt.codes.join('、'),
      receipt.remark,
    ].map(escaped),
  ],
)}
<h3>单证</h3>
${table(['作用', '编号', '本笔使用', '单证余额', '文件', '备注'], rows)}
<h3>预检说明</h3>
${findings.length === 0 ? '<p>没有需要说明的事项。</p>' : table(['规则', '等级', '说明', '处理', '依据'], findings)}`
  })
  return page(
    `结汇证据包 ${index.id}`,
    `<h1>结汇证据包</h1>
${mark === undefined ? '' : `<p class="mark">${escaped(mark)}</p>`}
<p>企业：${escaped(company.name)}（${escaped(company.uscc)}）　编号：${escaped(index.id)}　生成时间：${escaped(index.createdAt)}</p>
<p>法规截至 ${escaped(index.lawAsOf)}。预检由企业在本机完成，“可提交”表示资料齐备、可以提交银行，不代表银行审核结论；物流未在线核验。</p>
${receiptBlocks.join('\n')}
<h2>未附原件的单证（${missing.length}）</h2>
${
  missing.length === 0
    ? '<p>全部单证都附有原件。</p>'
    : table(
        ['作用', '编号'],
        missing.map(({ role, no }) => [roles[role].zh, no].map(escaped)),
      )
}
<h2>文件清单与校验值</h2>
<p>核对方法：在 Windows 命令行执行 <code>certutil -hashfile 文件名 SHA256</code>，结果应与下表一致。</p>
${table(
  ['文件', '原文件名', '页数', '字节', 'SHA-256'],
  files.map(({ name, original, pages, bytes, sha256 }) => [
    link(name),
    escaped(original),
    pages === undefined ? '' : String(pages),
    String(bytes),
    `<code>${sha256}</code>`,
  ]),
)}
<p>${escaped(index.software)}</p>`,
  )
}

const pagesOf = (pages: number | undefined): string => (pages === undefined ? '' : `（${pages} 页）`)
