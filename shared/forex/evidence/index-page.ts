import type { ForexSeverity } from '../cite'
import type { Language, Text } from '../../model/text'
import { escaped, link, page, table } from '../../pack/html'
import { resultText } from '../verdict'
import type { PackIndex } from './pack-index'
import { roles } from './roles'

const severityWords: Readonly<Record<ForexSeverity, Text>> = {
  block: { zh: '阻断', en: 'Blocks' },
  review: { zh: '待判断', en: 'To be judged' },
  hold: { zh: '暂扣', en: 'Held' },
  duty: { zh: '义务', en: 'Duty' },
  warn: { zh: '提醒', en: 'Reminder' },
  info: { zh: '说明', en: 'Note' },
}

/** The page of each language. A pack has both: who reads it is not known when it is made. */
export const PAGES: Readonly<Record<Language, string>> = { zh: 'index.html', en: 'index.en.html' }
/** Digests of the originals as `sha256sum -c` reads them. */
export const SUMS = 'SHA256SUMS.txt'
/** From this version on a pack has both pages and the list of digests. */
const BOTH_PAGES = 2

export const sumsOf = ({ files }: PackIndex): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')

/** What a pack says of itself in words, by the name of the file that says it. */
export const wordsOf = (index: PackIndex): [name: string, text: string][] =>
  index.version < BOTH_PAGES
    ? [[PAGES.zh, indexPage(index, 'zh')]]
    : [
        [PAGES.zh, indexPage(index, 'zh')],
        [PAGES.en, indexPage(index, 'en')],
        [SUMS, sumsOf(index)],
      ]

/** The page a bank opens: no script, nothing loaded from outside, every paper with its role and what it carries. */
export function indexPage(index: PackIndex, language: Language): string {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const show = (text: Text): string => text[language]
  const pagesOf = (pages: number | undefined): string =>
    pages === undefined ? '' : say(`（${pages} 页）`, ` (${pages} ${pages === 1 ? 'page' : 'pages'})`)
  const { company, receipts, documents, files, mark } = index
  const both = index.version >= BOTH_PAGES
  const byName = new Map(files.map((file) => [file.name, file]))
  // Of several files of a paper the name it came with tells which is which.
  const shownName = (name: string): string => (both ? (byName.get(name)?.original ?? name) : name)
  const missing = documents.filter((one) => one.files.length === 0)
  const receiptBlocks = receipts.map((receipt) => {
    const own = documents.flatMap((document) => {
      const support = document.supports.find(({ creditId }) => creditId === receipt.id)
      return support ? [{ document, support }] : []
    })
    const rows = own.map(({ document: { role, no, currency = '', note = '', files: names }, support }) => [
      escaped(show(roles[role])),
      escaped(no),
      escaped(support.used === undefined ? '' : `${currency} ${support.used}`),
      escaped(support.left === undefined ? '' : `${currency} ${support.left}`),
      names.length === 0
        ? say('未附原件', 'No original')
        : names
            .map((name) => `${link(name, shownName(name))}${pagesOf(byName.get(name)?.pages)}`)
            .join('<br>'),
      escaped(note),
    ])
    const findings = receipt.findings.map(({ rule, severity, text, fix, basis, en }) => {
      const word = severityWords[severity as keyof typeof severityWords]
      const said = language === 'en' && en ? [en.text, en.fix] : [text, fix]
      return [rule, word ? show(word) : severity, ...said, basis].map(escaped)
    })
    return `<h2>${say('收款', 'Receipt')} ${escaped(receipt.id)}</h2>
${table(
  language === 'zh'
    ? ['起息日', '付款人', '入账金额', '预检结论', '可提交', '暂不可提交', '交易编码', '交易附言']
    : ['Value date', 'Payer', 'Credited', 'Pre-check', 'Ready to present', 'Held', 'Codes', 'Remark'],
  [
    [
      receipt.valueDate,
      receipt.payer,
      `${receipt.currency} ${receipt.credited}`,
      show(resultText[receipt.result]),
      `${receipt.currency} ${receipt.eligible}`,
      `${receipt.currency} ${receipt.held}`,
      receipt.codes.join(say('、', ', ')),
      receipt.remark,
    ].map(escaped),
  ],
)}
<h3>${say('单证', 'Papers')}</h3>
${table(
  language === 'zh'
    ? ['作用', '编号', '本笔使用', '单证余额', '文件', '备注']
    : ['Role', 'Number', 'Used here', 'Left', 'Files', 'Note'],
  rows,
)}
<h3>${say('预检说明', 'What the pre-check says')}</h3>
${
  findings.length === 0
    ? say('<p>没有需要说明的事项。</p>', '<p>Nothing.</p>')
    : table(
        language === 'zh'
          ? ['规则', '等级', '说明', '处理', '依据']
          : ['Rule', 'Grade', 'Finding', 'What to do', 'Basis'],
        findings,
      )
}`
  })
  const title = say('结汇证据包', 'Evidence for the conversion of receipts')
  return page(
    `${title} ${index.id}`,
    `<h1>${title}</h1>
${both ? `<p>${language === 'zh' ? link(PAGES.en, 'English') : link(PAGES.zh, '中文')}</p>\n` : ''}${mark === undefined ? '' : `<p class="mark">${escaped(mark)}</p>`}
<p>${say('企业：', 'Enterprise: ')}${escaped(company.name)}${say('（', ' (')}${escaped(company.uscc)}${say('）　编号：', '), number: ')}${escaped(index.id)}${say('　生成时间：', ', made at ')}${escaped(index.createdAt)}</p>
<p>${say(
      `法规截至 ${escaped(index.lawAsOf)}。预检由企业在本机完成，“可提交”表示资料齐备、可以提交银行，不代表银行审核结论；物流未在线核验。`,
      `Law as of ${escaped(index.lawAsOf)}. The pre-check was made by the enterprise on its own computer. “Ready to present” says that the papers are complete; it is not a decision of the bank. Logistics were not verified online.`,
    )}</p>
${receiptBlocks.join('\n')}
<h2>${say(`未附原件的单证（${missing.length}）`, `Papers without an original (${missing.length})`)}</h2>
${
  missing.length === 0
    ? say('<p>全部单证都附有原件。</p>', '<p>Every paper has its original.</p>')
    : table(
        language === 'zh' ? ['作用', '编号'] : ['Role', 'Number'],
        missing.map(({ role, no }) => [show(roles[role]), no].map(escaped)),
      )
}
<h2>${say('文件清单与校验值', 'Files and their digests')}</h2>
<p>${say(
      '核对方法：在 Windows 命令行执行 <code>certutil -hashfile 文件名 SHA256</code>，结果应与下表一致。',
      'To verify a file on Windows: <code>certutil -hashfile FILE SHA256</code>; the result is the one below.',
    )}${
      both
        ? say(
            `在其他系统的解压目录执行 <code>sha256sum -c ${SUMS}</code>，一次核对全部文件。`,
            ` Elsewhere: <code>sha256sum -c ${SUMS}</code> in the unpacked folder verifies all of them.`,
          )
        : ''
    }</p>
${table(
  language === 'zh'
    ? ['文件', '原文件名', '页数', '字节', 'SHA-256']
    : ['File', 'Original name', 'Pages', 'Bytes', 'SHA-256'],
  files.map(({ name, original, pages, bytes, sha256 }) => [
    link(name),
    escaped(original),
    pages === undefined ? '' : String(pages),
    String(bytes),
    `<code>${sha256}</code>`,
  ]),
)}
<p>${escaped(index.software)}</p>`,
    language,
  )
}
