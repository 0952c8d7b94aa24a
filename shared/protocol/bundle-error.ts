import { fillText, type Text } from '../model/text'

type Params = Record<string, string | number>
type Words = { message: Text; fix: Text }

const copyAgain: Text = {
  zh: '请从原电脑重新导出，或重新复制一次（U 盘须安全弹出），再试；未作任何改动',
  en: 'Export it again on the machine it came from, or copy it once more (eject the stick properly); nothing was changed',
}
const ask: Text = {
  zh: '请勿使用此文件，向给您文件的人核实来源；未作任何改动',
  en: 'Do not use this file; ask whoever gave it to you where it comes from. Nothing was changed',
}

const words = {
  'bundle-not-zip': {
    message: {
      zh: '不是驿关交换文件，或文件没有复制完整',
      en: 'Not an exchange file of Yiguan, or not copied completely',
    },
    fix: copyAgain,
  },
  'bundle-entries': {
    message: { zh: '文件内超过 {max} 个条目', en: 'The file holds more than {max} entries' },
    fix: ask,
  },
  'bundle-size': {
    message: { zh: '文件解压后超过 {max} 字节', en: 'The file inflates to more than {max} bytes' },
    fix: ask,
  },
  'bundle-ratio': {
    message: {
      zh: '{file}：压缩比超过 {max}，疑为恶意文件',
      en: '{file}: compressed more than {max} times; suspicious',
    },
    fix: ask,
  },
  'bundle-name': {
    message: { zh: '文件内有不应出现的名称 {file}', en: 'The file holds an unexpected name {file}' },
    fix: ask,
  },
  'bundle-repeated': {
    message: { zh: '{file} 在文件内重复', en: '{file} occurs twice in the file' },
    fix: ask,
  },
  'bundle-index': {
    message: { zh: '文件目录缺失或有误：{detail}', en: 'The index is missing or wrong: {detail}' },
    fix: copyAgain,
  },
  'bundle-newer': {
    message: {
      zh: '文件由更新版本的驿关写成（格式 {version}）',
      en: 'The file was written by a newer version of Yiguan (format {version})',
    },
    fix: {
      zh: '请更新本机的驿关后再读入；未作任何改动',
      en: 'Update Yiguan on this machine; nothing was changed',
    },
  },
  'bundle-signature': {
    message: { zh: '文件没有签名，或签名与内容不符', en: 'The file is not signed, or not as it was signed' },
    fix: ask,
  },
  'bundle-missing': {
    message: { zh: '文件缺少 {file}', en: 'The file lacks {file}' },
    fix: copyAgain,
  },
  'bundle-unlisted': {
    message: { zh: '{file} 未列入文件目录', en: '{file} is not listed in the index' },
    fix: ask,
  },
  'bundle-hash': {
    message: { zh: '{file} 的内容与摘要不符', en: '{file} does not match its digest' },
    fix: copyAgain,
  },
  'bundle-kind': {
    message: {
      zh: '这是另一种文件（{kind}），不能用在这里',
      en: 'This is another kind of file ({kind}) and of no use here',
    },
    fix: {
      zh: '批次文件和应急包用在「上传」一步，回执文件用在「带回」一步，各工位之间的数据文件用在「多台电脑」',
      en: 'Batch files and outage packs belong to the step Upload, receipts files to Bring back, data of other desks to the room Desks',
    },
  },
  'bundle-enterprise': {
    message: {
      zh: '文件属于企业 {theirs}，本账套是 {ours}',
      en: 'The file belongs to enterprise {theirs}, this book to {ours}',
    },
    fix: {
      zh: '请打开该企业的账套再读入；未作任何改动',
      en: 'Open the book of that enterprise; nothing was changed',
    },
  },
  'bundle-book': {
    message: {
      zh: '演练账套的文件与正式账套、正式单一窗口不能混用（文件：{theirs}）',
      en: 'Files of practice books do not mix with real books or real services (file: {theirs})',
    },
    fix: {
      zh: '演练文件只用于演练账套和演练单一窗口，正式文件只用于正式的',
      en: 'Practice files belong to practice books and services, real ones to real ones',
    },
  },
} satisfies Record<string, Words>

export type BundleFault = keyof typeof words

/** What a file is called where it is chosen; a kind of a later version is shown as it is written. */
const kinds: Readonly<Record<string, Text>> = {
  exchange: { zh: '批次文件', en: 'batch file' },
  batch: { zh: '单个批次', en: 'single batch' },
  receipts: { zh: '回执文件', en: 'receipts file' },
  outage: { zh: '应急包', en: 'outage pack' },
  'desk-records': { zh: '各工位之间的数据文件', en: 'file of another desk' },
  'self-check': { zh: '退税自检文件', en: 'self-check file' },
  'self-check-answer': { zh: '退税自检结果', en: 'result of a self-check' },
}

/** A carried file that must not be used. `code` is stable; `text` and `fix` are for the screen. */
export class BundleError extends Error {
  readonly text: Text
  readonly fix: Text

  constructor(
    readonly code: BundleFault,
    readonly params: Params = {},
  ) {
    const { message, fix } = words[code]
    const shown = readable(params)
    const kind = typeof shown['kind'] === 'string' ? kinds[shown['kind']] : undefined
    const text = kind
      ? {
          zh: fillText(message, { ...shown, kind: kind.zh }).zh,
          en: fillText(message, { ...shown, kind: kind.en }).en,
        }
      : fillText(message, shown)
    super(text.en)
    this.name = 'BundleError'
    this.text = text
    this.fix = fix
  }
}

/** Names in a file from outside may hold anything; on the screen they are short and printable. */
function readable(params: Params): Params {
  const clean = (value: string | number) =>
    typeof value === 'number' ? value : value.replaceAll(/[\p{C}{}]/gu, '?').slice(0, 80)
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, clean(value)]))
}
