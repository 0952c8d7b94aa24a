import path from 'node:path'
import { SaxesParser } from 'saxes'
import { fillText, type Text } from '#shared/model/text'
import { FolderLayout, type Folders } from './folder-layout'

/** Where one business of the import client keeps its folders, as its own settings file says. */
export type ClientForm = Pick<Folders, 'out' | 'sent' | 'in' | 'failed'> & { form: string }

/**
 * Where the import client keeps its settings on Windows, by users of it: below the local or the roaming data of the
 * person who runs it. 口径待确认: no official word on either.
 */
export const clientSettingsFiles = (env: Readonly<Record<string, string | undefined>>): string[] =>
  [env['LOCALAPPDATA'], env['APPDATA']].flatMap((base) =>
    base ? [path.join(base, 'SIC', 'UserSetting', 'DFWJobSettings.xml')] : [],
  )

/** Every business of the settings file with its folders; a file that is not XML has none. */
export function readClientSettings(xml: string): ClientForm[] {
  const forms: ClientForm[] = []
  const parser = new SaxesParser()
  let broken = false
  parser.on('error', () => (broken = true))
  parser.on('doctype', () => (broken = true))
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== 'SubFormSetting') return
    const value = (key: string) => (attributes[key] ?? '').trim()
    const form = value('FormId').toUpperCase()
    const found = {
      out: value('OutBox'),
      sent: value('SentBox'),
      in: value('InBox'),
      failed: value('FailBox'),
    }
    if (form !== '') forms.push({ form, ...found })
  })
  parser.write(xml.replace(/^\ufeff/, '')).close()
  return broken ? [] : forms
}

/** The businesses of 跨境电商, the only ones whose messages are made here. */
const ours = ['EXPCEB', 'IMPCEB']

/** A business whose four folders lie below one root, as settings of this program write them. */
export type Adoptable = { form: string; root: string; layout: FolderLayout }

/** Businesses of 跨境电商 that can be taken over as they are: all four folders given, on one disk, below one another's root. */
export function adoptableForms(forms: readonly ClientForm[]): Adoptable[] {
  const found = forms.filter(({ form }) => ours.includes(form)).flatMap((one) => adoptable(one) ?? [])
  return found.filter(({ form }, at) => found.findIndex((one) => one.form === form) === at)
}

function adoptable({ form, ...folders }: ClientForm): Adoptable | undefined {
  const names = Object.keys(folders) as (keyof typeof folders)[]
  if (names.some((name) => folders[name] === '')) return undefined
  const parts = names.map((name) => folders[name].replace(/[\\/]+$/, '').split(/[\\/]/))
  const [first] = parts as [string[]]
  const shortest = Math.min(...parts.map(({ length }) => length)) - 1
  let depth = 0
  while (depth < shortest && parts.every((one) => comparable(one[depth]!) === comparable(first[depth]!)))
    depth += 1
  // A bare drive or the root of the disk is no folder of a business.
  if (depth < 2) return undefined
  const separator = folders.out.includes('\\') ? '\\' : '/'
  const below = Object.fromEntries(names.map((name, at) => [name, parts[at]!.slice(depth).join(separator)]))
  const layout = FolderLayout.safeParse({ form, ...below })
  return layout.success
    ? { form, root: first.slice(0, depth).join(separator), layout: layout.data }
    : undefined
}

/** Windows does not tell capitals apart, nor how a separator is written. */
const comparable = (folder: string): string => folder.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase()

const words = {
  noForm: {
    zh: '导入客户端的设置里没有业务 {form}（有：{others}）。请在导入客户端中添加该业务，或在这里改用它已有的业务',
    en: 'The settings of the import client have no business {form} (they have {others}). Add it there, or name one of those here',
  },
  differs: {
    zh: '{which}文件夹与导入客户端的设置不一致：这里是 {ours}，导入客户端是 {theirs}。两边必须完全一致，否则报文没人取、回执收不到',
    en: 'The {which} folder differs: {ours} here, {theirs} in the import client. Both must be the same, or nothing is fetched and nothing comes back',
  },
} satisfies Record<string, Text>

const labels = {
  out: { zh: '待发送', en: 'out' },
  sent: { zh: '已发送', en: 'sent' },
  in: { zh: '回执', en: 'in' },
  failed: { zh: '校验失败', en: 'failed' },
} satisfies Record<keyof Omit<ClientForm, 'form'>, Text>

/** What keeps our folders and those of the import client apart; empty when they are the same. */
export function folderDifferences(form: string, ours: Folders, theirs: readonly ClientForm[]): Text[] {
  // The same business can stand there more than once, and only one of them be filled in.
  const same = theirs.filter((one) => one.form === form.toUpperCase())
  const found = same.find(({ out }) => out !== '') ?? same[0]
  if (!found) {
    const others = theirs.map((one) => one.form).join('、') || '-'
    return [fillText(words.noForm, { form, others })]
  }
  return (Object.keys(labels) as (keyof typeof labels)[])
    .filter((name) => comparable(found[name]) !== comparable(ours[name]))
    .map((name) => {
      const params = { ours: ours[name], theirs: found[name] || '-' }
      return {
        zh: fillText(words.differs, { ...params, which: labels[name].zh }).zh,
        en: fillText(words.differs, { ...params, which: labels[name].en }).en,
      }
    })
}
