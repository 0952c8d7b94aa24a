import { TrackedPiece } from '../control/pieces'
import { EvidenceDocument } from '../evidence/document'
import { Authorisation } from '../filing/authorisation'
import { Enterprise } from '../model/enterprise'
import { fieldMeta } from '../model/field'
import { Goods } from '../model/goods'
import { Template } from '../model/template'
import type { Text } from '../model/text'
import { print } from '../model/json'
import type { Json } from '../model/json'
import { EXISTS } from '../model/merge-record'
import { whole } from './view'
import type { Sameness } from './view'
import { settingLabels } from './setting-labels'

/** Kinds of records that desks of one enterprise exchange. */
export const mergeKinds = [
  'enterprise',
  'goods',
  'template',
  'mapping',
  'party',
  'paper',
  'piece',
  'authorisation',
  'setting',
  'order',
  'list',
  'note',
] as const
export type MergeKind = (typeof mergeKinds)[number]

/** How records of a kind merge. */
export type KindRule = {
  title: Text
  /** Can be made and deleted; others are laid over something that is there anyway. */
  exists: boolean
  /** Merged entry by entry. */
  tables: readonly string[]
  /** Merged member by member. */
  sets: readonly string[]
  /** Belong to a desk, not to the enterprise: never exchanged. */
  own: readonly string[]
  labels: Readonly<Record<string, Text>>
}

const labelsOf = (shape: Readonly<Record<string, Parameters<typeof fieldMeta>[0]>>): Record<string, Text> =>
  Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      const meta = fieldMeta(schema)
      return [name, { zh: meta?.zh ?? name, en: meta?.en ?? name }]
    }),
  )

const noteLabels = {
  note: { zh: '备注', en: 'Note' },
  labels: { zh: '标签', en: 'Labels' },
  owner: { zh: '负责人', en: 'Person in charge' },
  remindOn: { zh: '提醒日期', en: 'Reminder' },
}

/**
 * What merges with what. Keys are business keys: goods by SKU, templates by name, 列对应 by format and shop, settings by
 * their name, orders by platform, shop and number, 清单 by their own number, notes by what they are about.
 */
export const kindRules: Readonly<Record<MergeKind, KindRule>> = {
  enterprise: {
    title: { zh: '企业资料', en: 'Company' },
    exists: false,
    tables: [],
    sets: [],
    // The customs code says whose records these are; desk and officer are those of the computer.
    own: ['book', 'customsCode', 'desk', 'officer'],
    labels: labelsOf(Enterprise.shape),
  },
  goods: {
    title: { zh: '商品资料', en: 'Goods' },
    exists: true,
    tables: [],
    sets: [],
    own: [],
    labels: labelsOf(Goods.shape),
  },
  template: {
    title: { zh: '申报参数模板', en: 'Template' },
    exists: true,
    tables: ['ports'],
    sets: [],
    // Which template a desk proposes first is its own choice.
    own: ['isDefault'],
    labels: labelsOf(Template.shape),
  },
  mapping: {
    title: { zh: '列对应（导入映射）', en: 'Columns of an import' },
    exists: true,
    tables: ['map', 'options'],
    sets: [],
    own: [],
    labels: {
      profile: { zh: '文件格式', en: 'Format' },
      map: { zh: '字段对应的列', en: 'Column of a field' },
      options: { zh: '文件里没有的', en: 'Not said by the file' },
    },
  },
  setting: {
    title: { zh: '设置', en: 'Settings' },
    exists: false,
    // Which of their fields are tables, and what they are called, each setting says itself (`settings.ts`).
    tables: [],
    sets: [],
    own: [],
    labels: {},
  },
  party: {
    title: { zh: '备案主体', en: 'Master' },
    exists: true,
    tables: ['values'],
    sets: ['roles', 'modes'],
    own: [],
    labels: {
      roles: { zh: '主体类型', en: 'Roles' },
      modes: { zh: '业务模式', en: 'Modes' },
      values: { zh: '备案内容', en: 'What is filed' },
    },
  },
  paper: {
    title: { zh: '证照', en: 'Paper' },
    exists: true,
    tables: [],
    sets: ['subjects'],
    // Bytes of a file, and what it took the place of, stay on the computer they were attached on.
    own: ['id', 'file', 'earlier'],
    labels: { ...labelsOf(EvidenceDocument.shape), subjects: { zh: '对象', en: 'About' } },
  },
  piece: {
    title: { zh: '件号与环节', en: 'Piece and its stations' },
    exists: true,
    // What two desks write down of different stations is both true.
    tables: ['events'],
    sets: [],
    own: ['piece'],
    labels: { ...labelsOf(TrackedPiece.shape), events: { zh: '环节', en: 'Station' } },
  },
  authorisation: {
    title: { zh: '委托授权', en: 'Authorisation' },
    exists: true,
    tables: [],
    sets: ['acts', 'modes'],
    own: ['no'],
    labels: labelsOf(Authorisation.shape),
  },
  order: {
    title: { zh: '订单处理', en: 'Decisions on an order' },
    exists: false,
    tables: ['classes', 'gifts'],
    sets: [],
    own: [],
    labels: {
      decision: { zh: '处理决定（取消/恢复/拆单/合单）', en: 'Decision (cancel, reinstate, split, merge)' },
      match: { zh: '人工对碰', en: 'Matched by hand' },
      classes: { zh: '行类别', en: 'Class of a line' },
      gifts: { zh: '赠品处理', en: 'How a gift is declared' },
      mode: { zh: '申报方式', en: 'How it is declared' },
      classReason: { zh: '改类别的原因', en: 'Reason for the class' },
    },
  },
  list: {
    title: { zh: '清单', en: 'List' },
    exists: true,
    tables: ['declared'],
    sets: [],
    own: [],
    labels: {
      content: { zh: '草稿内容', en: 'Draft' },
      declared: { zh: '申报', en: 'Declared' },
    },
  },
  note: {
    title: { zh: '备注与负责人', en: 'Notes' },
    exists: false,
    tables: [],
    sets: ['labels'],
    own: [],
    labels: noteLabels,
  },
}

/** The kind of a record from another desk; undefined for one that a newer version made. */
export const kindOf = (kind: string): MergeKind | undefined => mergeKinds.find((one) => one === kind)

/**
 * Words for a field: `ports/502` → 运抵国→指运港 502.
 * @param key of the record; a setting names its fields by its own words
 */
export function fieldLabel(kind: MergeKind, path: string, key: readonly string[] = []): Text {
  if (path === EXISTS) return { zh: '是否保留', en: 'Kept or deleted' }
  const own = (kind === 'setting' && settingLabels[key[0]!]) || kindRules[kind].labels
  if (own[path]) return own[path]
  const at = path.indexOf('/')
  const name = at < 0 ? path : path.slice(0, at)
  const label = own[name] ?? { zh: name, en: name }
  const entry = at < 0 ? '' : ` ${path.slice(at + 1)}`
  return { zh: `${label.zh}${entry}`, en: `${label.en}${entry}` }
}

/** Differs at each building of the same draft. */
const passing = new Set(['builtAt', 'guid', 'appTime', 'outdated'])
const lasting = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(lasting)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([name]) => !passing.has(name))
  return Object.fromEntries(kept.map(([name, inner]) => [name, lasting(inner)]))
}

const special: Partial<Record<string, Sameness>> = {
  // Two desks that built the same draft anew from the same sources agree.
  list: (_path, value) => print(lasting(value)),
  // Why lines were given another class is told beside the classes; two wordings are nothing to decide.
  order: (path, value) => (path === 'classReason' ? path : print(value)),
}

/** What counts as the same value in records of a kind. */
export const samenessOf = (kind: string): Sameness => special[kind] ?? whole
