import type { Goods } from '../model/goods'
import type { Text } from '../model/text'
import { successors, type CodeChange } from './code-changes'
import type { Tariff, TariffRow } from './tariff'

/**
 * `same`: the code stands. `one`: one successor. `choose`: several, a person decides. `gone`: dropped, or not in a complete
 * table and nothing says where it went.
 */
export type ConversionKind = 'same' | 'one' | 'choose' | 'gone'

/** A field of the goods that the new line has otherwise; `derived` cannot be known from the tariff and has to be given. */
export type FieldChange = {
  field: 'unit1' | 'unit2' | 'perUnit1' | 'perUnit2'
  before: string
  after: string
  derived?: true
}

/** What else the new line says otherwise: a licence, inspection, export duty or refund that came, went or changed. */
export type LineChange = {
  field: 'conditions' | 'inspection' | 'exportDuty' | 'rebateRate'
  before: string
  after: string
}

export type Candidate = {
  code: string
  name: string
  changes: readonly FieldChange[]
  line: readonly LineChange[]
}

/** What a new tariff does to one of the goods. */
export type Conversion = {
  sku: string
  name: string
  from: string
  kind: ConversionKind
  candidates: readonly Candidate[]
}

export type ConversionTables = {
  /** The tariff that holds from `on`. */
  tariff: Tariff
  changes: readonly CodeChange[]
  /** Day of the tariff the codes of the goods are of. */
  since: string
  on: string
  /** The tariff of that day, to tell what changed in a line beside its code. */
  before?: Tariff
  /** Refund rate of a code on a day as the 文库 has it; undefined where it has none, or more than one. */
  rebateRate?: (code: string, on: string) => string | undefined
}

/** What has to be looked at when a new tariff comes into force, and the sum of the rest. */
export type ConversionPlan = { conversions: readonly Conversion[]; counts: Record<ConversionKind, number> }

/**
 * Preview of 税则转版: nothing is changed. Goods whose code stands are only counted, unless their line changed: units,
 * conditions, export duty or refund. A code that the table of changes does not name but a complete tariff lacks is `gone`, with its neighbours of the
 * same eight or six digits as candidates.
 */
export function planConversion(goods: readonly Goods[], tables: ConversionTables): ConversionPlan {
  const rows = new Map(tables.tariff.rows.map((row) => [row.code, row]))
  const byPrefix = prefixes(tables.tariff.rows)
  const lineChange = lineChanges(tables, rows)
  const counts: Record<ConversionKind, number> = { same: 0, one: 0, choose: 0, gone: 0 }
  const targets = new Map<string, { kind: ConversionKind; codes: readonly string[] }>()
  const conversions = goods.flatMap((one): Conversion[] => {
    const target = targets.get(one.gcode) ?? targetOf(one.gcode, tables, rows, byPrefix)
    targets.set(one.gcode, target)
    counts[target.kind] += 1
    const candidates = target.codes.map((code) => ({
      ...candidateOf(one, code, rows.get(code)),
      line: lineChange(one.gcode, code),
    }))
    const isQuiet = candidates.every(({ changes, line }) => changes.length + line.length === 0)
    if (target.kind === 'same' && isQuiet) return []
    return [{ sku: one.sku, name: one.gname, from: one.gcode, kind: target.kind, candidates }]
  })
  return { conversions, counts }
}

function targetOf(
  code: string,
  { tariff, changes, since, on }: ConversionTables,
  rows: ReadonlyMap<string, TariffRow>,
  byPrefix: ReadonlyMap<string, readonly string[]>,
): { kind: ConversionKind; codes: readonly string[] } {
  const next = successors(code, changes, since, on)
  const lacks = (one: string) => tariff.complete && !rows.has(one)
  const there = next.filter((one) => !lacks(one))
  if (there.length === 0) {
    const near = byPrefix.get(code.slice(0, 8)) ?? byPrefix.get(code.slice(0, 6)) ?? []
    return { kind: 'gone', codes: near }
  }
  if (there.length > 1) return { kind: 'choose', codes: there }
  return { kind: there[0] === code ? 'same' : 'one', codes: there }
}

function prefixes(rows: readonly TariffRow[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { code } of rows) {
    if (code.length !== 10) continue
    for (const prefix of [code.slice(0, 8), code.slice(0, 6)]) {
      const known = found.get(prefix)
      if (known) known.push(code)
      else found.set(prefix, [code])
    }
  }
  return found
}

const lineFields = ['conditions', 'inspection', 'exportDuty'] as const

/** Compares the old line of a code with the new one of its candidate; without an old line only the refund is compared. */
function lineChanges(
  { before, since, on, rebateRate }: ConversionTables,
  rows: ReadonlyMap<string, TariffRow>,
): (from: string, to: string) => LineChange[] {
  const old = new Map(before?.rows.map((row) => [row.code, row]))
  return (from, to) => {
    const [was, is] = [old.get(from), rows.get(to)]
    const changes: LineChange[] = []
    const compare = (field: LineChange['field'], left: string, right: string) => {
      if (left !== right) changes.push({ field, before: left, after: right })
    }
    if (was && is)
      for (const field of lineFields) compare(field, plain(field, was[field]), plain(field, is[field]))
    if (rebateRate) compare('rebateRate', rebateRate(from, since) ?? '', rebateRate(to, on) ?? '')
    return changes
  }
}

/** 监管条件 are a set of letters, and a duty of 0 is none. */
function plain(field: (typeof lineFields)[number], text = ''): string {
  if (field === 'conditions') return [...new Set(text)].sort().join('')
  return field === 'exportDuty' && !/[1-9]/.test(text) ? '' : text
}

/** A unit that stays keeps its conversion; a new unit needs one, which no tariff knows. */
function candidateOf(goods: Goods, code: string, row: TariffRow | undefined): Omit<Candidate, 'line'> {
  const changes: FieldChange[] = []
  if (row?.unit1 !== undefined) {
    for (const [unit, per] of [
      ['unit1', 'perUnit1'],
      ['unit2', 'perUnit2'],
    ] as const) {
      const [before, after] = [goods[unit] ?? '', row[unit] ?? '']
      if (before === after) continue
      changes.push({ field: unit, before, after })
      changes.push({
        field: per,
        before: goods[per] ?? '',
        after: perOf(goods, after),
        ...mustGive(goods, after),
      })
    }
  }
  return { code, name: row?.name ?? '', changes }
}

const kilogram = '035'
/** How much of a unit is in a piece, where the goods say it already: kilograms, the deal unit, or the other unit. */
function perOf({ netWeight, unit, unit1, unit2, perUnit1, perUnit2 }: Goods, to: string): string {
  if (to === '') return ''
  if (to === unit1) return perUnit1
  if (to === unit2) return perUnit2 ?? ''
  if (to === kilogram) return netWeight
  return to === unit ? '1' : ''
}
const mustGive = (goods: Goods, to: string) =>
  to !== '' && perOf(goods, to) === '' && ({ derived: true } as const)

/** What a person decided for goods that are not converted by themselves. */
export type ConversionDecision = { code: string; perUnit1?: string; perUnit2?: string }
export type Converted = {
  /** Goods as they are after the change, only those that changed. */
  goods: Goods[]
  /** Goods that wait for a decision, and for which. */
  left: { sku: string; why: Text; fix: Text }[]
}

/**
 * Carry a plan out: goods with one successor and known units by themselves, the others by the decision of a person. A
 * decision for a code that is no candidate is not taken. What waits keeps its old code, so that it cannot be declared by
 * mistake with a code nobody chose.
 */
export function convertGoods(
  goods: readonly Goods[],
  { conversions }: ConversionPlan,
  decisions: ReadonlyMap<string, ConversionDecision>,
): Converted {
  const bySku = new Map(goods.map((one) => [one.sku, one]))
  const converted: Converted = { goods: [], left: [] }
  for (const { sku, kind, from, candidates } of conversions) {
    const before = bySku.get(sku)
    if (!before || before.gcode !== from) continue
    const decision = decisions.get(sku)
    const only = kind === 'choose' || kind === 'gone' ? undefined : candidates[0]
    const chosen = decision ? candidates.find(({ code }) => code === decision.code) : only
    if (!chosen) {
      const words = decision ? texts.foreign : kind === 'gone' ? texts.gone : texts.choose
      converted.left.push({ sku, ...words })
      continue
    }
    if (chosen.code === before.gcode && chosen.changes.length === 0) continue
    const values = chosen.changes.map(({ field, after, derived }) => {
      const given = field === 'perUnit1' || field === 'perUnit2' ? decision?.[field] : undefined
      return { field, value: given ?? after, missing: derived === true && given === undefined }
    })
    if (values.some(({ missing }) => missing)) {
      converted.left.push({ sku, ...texts.units })
      continue
    }
    const after: Record<string, unknown> = { ...before, gcode: chosen.code }
    for (const { field, value } of values) {
      if (value === '') delete after[field]
      else after[field] = value
    }
    converted.goods.push(after as Goods)
  }
  return converted
}

const texts = {
  choose: {
    why: { zh: '旧编码对应多个新编码', en: 'The old code went to several new ones' },
    fix: { zh: '按实际货物选定一个', en: 'Choose one by the goods themselves' },
  },
  gone: {
    why: { zh: '旧编码已取消，没有对照', en: 'The old code was dropped and nothing says where it went' },
    fix: { zh: '重新归类，或从相近编码中选定', en: 'Classify again, or choose one of its neighbours' },
  },
  foreign: {
    why: { zh: '选定的编码不在对照的新编码中', en: 'The code chosen is none of the successors' },
    fix: {
      zh: '从候选中选，或在商品资料中另行改归类',
      en: 'Choose a candidate, or classify in the goods master',
    },
  },
  units: {
    why: {
      zh: '法定单位变了，折算不能由税则得出',
      en: 'A statutory unit changed; the tariff gives no conversion',
    },
    fix: { zh: '填写每件折合的新单位数量', en: 'Give how much of the new unit is in a piece' },
  },
} satisfies Record<string, { why: Text; fix: Text }>
