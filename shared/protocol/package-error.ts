import { fillText, type Text } from '../model/text'

type Params = Record<string, string | number>
type Words = { message: Text; fix: Text }

const again: Text = {
  zh: '请在原电脑上重新导出该批次文件',
  en: 'Export the batch file again on the machine it came from',
}
const smaller: Text = { zh: '请减少每批单证数后重新生成', en: 'Build smaller batches' }

const words = {
  'package-not-zip': {
    message: { zh: '不是有效的批次文件（zip）', en: 'Not a batch file (zip)' },
    fix: again,
  },
  'package-entries': {
    message: { zh: '批次内文件超过 {max} 个', en: 'The batch holds more than {max} files' },
    fix: smaller,
  },
  'package-size': {
    message: { zh: '批次解压后超过 {max} 字节', en: 'The batch inflates to more than {max} bytes' },
    fix: smaller,
  },
  'package-ratio': {
    message: {
      zh: '{file}：压缩比超过 {max}，疑为恶意文件',
      en: '{file}: compressed more than {max} times; suspicious',
    },
    fix: again,
  },
  'package-name': {
    message: { zh: '批次内有不应出现的文件 {file}', en: 'The batch holds an unexpected file {file}' },
    fix: again,
  },
  'package-repeated': {
    message: { zh: '文件 {file} 在批次内重复', en: 'The file {file} occurs twice in the batch' },
    fix: again,
  },
  'package-manifest': {
    message: {
      zh: '清单文件 manifest.json 缺失或有误：{detail}',
      en: 'manifest.json missing or wrong: {detail}',
    },
    fix: again,
  },
  'package-missing': {
    message: { zh: '批次缺少文件 {file}', en: 'The batch lacks the file {file}' },
    fix: again,
  },
  'package-unlisted': {
    message: { zh: '文件 {file} 未列入 manifest.json', en: 'The file {file} is not listed in manifest.json' },
    fix: again,
  },
  'package-hash': {
    message: { zh: '文件 {file} 内容与摘要不符', en: 'The file {file} does not match its digest' },
    fix: again,
  },
  'package-document-repeated': {
    message: {
      zh: '{message} {businessKey} 在批次内重复',
      en: '{message} {businessKey} occurs twice in the batch',
    },
    fix: {
      zh: '同一单证一批只报一次，请删除重复项',
      en: 'A document is handed in once per batch; remove the repetition',
    },
  },
  'package-unsigned': { message: { zh: '批次没有签名', en: 'The batch is not signed' }, fix: again },
  'package-signature': {
    message: { zh: '批次签名验证失败', en: 'The signature of the batch does not verify' },
    fix: again,
  },
} satisfies Record<string, Words>

export type PackageFault = keyof typeof words

/** A batch file that must not be taken in. `code` is stable; `text` and `fix` are for the screen. */
export class PackageError extends Error {
  readonly text: Text
  readonly fix: Text

  constructor(
    readonly code: PackageFault,
    readonly params: Params = {},
  ) {
    const { message, fix } = words[code]
    const text = fillText(message, params)
    super(text.en)
    this.name = 'PackageError'
    this.text = text
    this.fix = fillText(fix, params)
  }
}
