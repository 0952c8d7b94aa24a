import type { EvidenceKind } from '../evidence/kinds'
import type { Constraint, Goods } from '../model/goods'
import { customsMode, directionOf } from '../model/mode'
import { fillText, type Text } from '../model/text'
import { within, type Basis } from '../rules/rule'
import type { Tariff, TariffRow } from '../tariff/tariff'
import type { ControlList, ListEntry, ListKind } from './list'
import { supervisionMarks } from './supervision'
import { hasWord } from './word-match'

/** The goods, how and when they are to go, and for which zone. */
export type FlagQuestion = { goods: RegulatedGoods; mode: string; on: string; zone?: string }
export type RegulatedGoods = Pick<Goods, 'sku' | 'name' | 'gname' | 'gmodel' | 'gcode'>

/**
 * One thing that is regulated about goods. `forbid`: they cannot go this way. `need`: they can with these papers. `ask`: a
 * person has to look. `ground`: what was hit, code or word, with the list and its version.
 */
export type RegulatoryFlag = {
  kind: ListKind | 'mark'
  effect: 'forbid' | 'need' | 'ask'
  needs: readonly EvidenceKind[]
  source: { id: string; name: Text; version: string }
  ground: string
  says: Text
  fix: Text
  basis: Basis
}

const effects: Readonly<Record<ListKind, RegulatoryFlag['effect']>> = {
  positive: 'forbid',
  supervision: 'forbid',
  forbidden: 'forbid',
  licence: 'need',
  'dual-use': 'need',
  special: 'need',
  'cold-chain': 'need',
}

/**
 * Everything the lists and the tariff in force on the day say about goods. A hit by word alone is never more than `ask`, the
 * papers it would need named with it: a name is no classification.
 */
export function flagsOf(
  question: FlagQuestion,
  lists: readonly ControlList[],
  tariff?: { edition: string; row?: TariffRow },
): RegulatoryFlag[] {
  const { on, zone } = question
  const inForce = lists.filter(
    (list) =>
      within(on, { from: list.from, ...(list.to !== undefined && { to: list.to }) }) &&
      (list.zones === undefined || (zone !== undefined && list.zones.includes(zone))),
  )
  const byList = inForce.flatMap((list) =>
    list.kind === 'positive' ? offList(list, question) : onList(list, question),
  )
  return [...byList, ...byMarks(question, tariff)]
}

const sourceOf = ({ id, name, version }: ControlList) => ({ id, name, version })

function onList(list: ControlList, question: FlagQuestion): RegulatoryFlag[] {
  const hits = list.entries.flatMap((entry) => hitOf(entry, question))
  // A hit by code says more than one by word; of each sort one is enough.
  const hit = hits.find(({ byCode }) => byCode) ?? hits[0]
  if (!hit) return []
  const effect = hit.byCode ? effects[list.kind] : 'ask'
  const needs = hit.entry.needs ?? []
  const params = { list: list.name, version: list.version, hit: hit.ground, note: hit.entry.note ?? '' }
  return [
    {
      kind: list.kind,
      effect,
      needs,
      source: sourceOf(list),
      ground: hit.ground,
      says: fillText(texts.on, params),
      fix: effect === 'forbid' ? texts.forbidFix : effect === 'ask' ? texts.askFix : texts.needFix,
      basis: list.basis,
    },
  ]
}

type Hit = { entry: ListEntry; ground: string; byCode: boolean }

function hitOf(entry: ListEntry, { goods, mode }: FlagQuestion): Hit[] {
  if (entry.modes && !entry.modes.includes(mode) && !entry.modes.includes(customsMode(mode))) return []
  const byCode = entry.code !== undefined && goods.gcode.startsWith(entry.code)
  if (entry.code !== undefined && !byCode) return []
  const word = entry.words?.find((one) =>
    [goods.name, goods.gname, goods.gmodel].some((text) => hasWord(text, one)),
  )
  if (entry.words && word === undefined) return []
  return [{ entry, ground: [byCode ? entry.code : undefined, word].filter(Boolean).join(' '), byCode }]
}

/** A positive list speaks of retail import only; one that is not complete keeps nothing out. */
function offList(list: ControlList, question: FlagQuestion): RegulatoryFlag[] {
  if (directionOf(question.mode) === 'export') return []
  const { gcode } = question.goods
  const isOn = list.entries.some(
    (entry) =>
      entry.code !== undefined &&
      gcode.startsWith(entry.code) &&
      (entry.modes === undefined || entry.modes.includes(question.mode)),
  )
  if (isOn || !list.complete) return []
  const params = { list: list.name, version: list.version, code: gcode }
  return [
    {
      kind: 'positive',
      effect: 'forbid',
      needs: [],
      source: sourceOf(list),
      ground: gcode,
      says: fillText(texts.off, params),
      fix: texts.offFix,
      basis: list.basis,
    },
  ]
}

const marksBasis: Basis = { document: '税则监管条件', article: '', strength: 'to-confirm' }

function byMarks({ mode }: FlagQuestion, tariff?: { edition: string; row?: TariffRow }): RegulatoryFlag[] {
  const { row } = tariff ?? {}
  if (!tariff || !row?.conditions) return []
  return [...new Set(row.conditions)].flatMap((letter): RegulatoryFlag[] => {
    const mark = supervisionMarks[letter]
    if (mark && !mark.directions.includes(directionOf(mode))) return []
    const effect = mark ? (mark.constraint === 'forbidden' ? 'forbid' : 'need') : 'ask'
    const name = mark?.name ?? texts.unknownMark
    return [
      {
        kind: 'mark',
        effect,
        needs: mark?.needs ? [mark.needs] : [],
        source: { id: 'tariff', name: texts.tariff, version: tariff.edition },
        ground: `${row.code} ${letter}`,
        says: fillText(texts.mark, { letter, name }),
        fix: effect === 'forbid' ? texts.forbidFix : effect === 'ask' ? texts.askFix : texts.needFix,
        basis: marksBasis,
      },
    ]
  })
}

/** What the tariff says about one of the four things the goods master keeps as Y or N. */
export type Proposal = { field: Exclude<Constraint, 'rebate'>; value: 'Y' | 'N'; why: Text }

/**
 * Y or N for 涉证, 涉检 and 出口关税 by the line of the tariff, for export. N only where a complete table has the line and the
 * line is silent; of a letter nobody here knows it says nothing.
 */
export function proposalsOf(
  row: TariffRow,
  { edition, complete }: Pick<Tariff, 'edition' | 'complete'>,
): Proposal[] {
  const letters = [...new Set(row.conditions ?? '')]
  const marks = letters.map((letter) => ({ letter, mark: supervisionMarks[letter] }))
  const isKnown = marks.every(({ mark }) => mark !== undefined)
  const of = (constraint: Constraint) =>
    marks
      .filter(({ mark }) => mark?.constraint === constraint && mark.directions.includes('export'))
      .map(({ letter }) => letter)
  const duty = row.exportDuty !== undefined && /[1-9]/.test(row.exportDuty)
  const proposal = (field: Proposal['field'], hits: readonly string[], silent: boolean): Proposal[] => {
    const params = { code: row.code, edition, hit: hits.join('') }
    if (hits.length > 0) return [{ field, value: 'Y', why: fillText(texts.proposedYes, params) }]
    return silent && complete ? [{ field, value: 'N', why: fillText(texts.proposedNo, params) }] : []
  }
  return [
    ...proposal('licence', of('licence'), isKnown),
    ...proposal('inspection', of('inspection'), isKnown),
    ...proposal('exportDuty', duty ? [`${row.exportDuty!}%`] : [], row.exportDuty !== undefined),
  ]
}

const texts = {
  on: { zh: '命中“{list}”（{version}）：{hit} {note}', en: 'On "{list}" ({version}): {hit} {note}' },
  off: {
    zh: '{code} 不在“{list}”（{version}）内，不能按零售进口申报',
    en: '{code} is not on "{list}" ({version}) and cannot come in by retail',
  },
  mark: { zh: '监管条件 {letter}：{name}', en: 'Supervision {letter}: {name}' },
  tariff: { zh: '税则', en: 'Tariff' },
  unknownMark: { zh: '本软件不认识的监管条件', en: 'not known here' },
  forbidFix: {
    zh: '不能这样申报；核对归类，或改用其他方式',
    en: 'Cannot go like this; check the code or the mode',
  },
  needFix: { zh: '准备所列证件，挂到商品上', en: 'Get the papers listed and attach them to the goods' },
  askFix: { zh: '由关务核对后在商品资料中写明', en: 'Have it checked and say so in the goods master' },
  offFix: {
    zh: '按一般贸易进口，或核对清单版本和归类',
    en: 'Import as general trade, or check list and code',
  },
  proposedYes: { zh: '{edition} 税则 {code}：{hit}', en: 'Tariff {edition}, {code}: {hit}' },
  proposedNo: { zh: '{edition} 税则 {code} 没有这一项', en: 'Tariff {edition}, {code} says nothing of it' },
} satisfies Record<string, Text>
