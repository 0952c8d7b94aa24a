import { cmp, isZero, normalize } from '../money/decimal'
import { raise, type Finding } from '../rules/rule'
import { head, house, read, unsure } from './cite'
import type { RateEntry } from '../model/rebate/common'

/** What the 文库 says of a code on a day. `candidates` are the rates a person has to choose between. */
export type RateAnswer =
  | { kind: 'found'; entry: RateEntry; ambiguous: false }
  | { kind: 'ambiguous'; candidates: string[]; entries: readonly RateEntry[] }
  | { kind: 'missing'; reason: 'shape' | 'no-entry' }

export const rateRules = {
  c02: head(
    'C02',
    'blocking',
    [
      '退税率取报关单出口日期当日有效的文库税率',
      'The rebate rate is that of the library in force on the export date',
    ],
    ['核对出口日期与文库版本', 'Check the export date and the version of the library'],
    [read('39号', '三（一）'), read('2026#2', '四'), unsure('11号', '三')],
  ),
  c18: head(
    'C18',
    'warning',
    [
      '文库版本比已知最新版本的发布日早 30 日以上',
      'The library is older than the newest known release by 30 days or more',
    ],
    ['导入最新文库后重新预检', 'Import the newest library and check again'],
    [house('practice')],
  ),
  c16: head(
    'C16',
    'blocking',
    [
      '出口日期跨过已公布的税率调整日，所用文库没有该日之后的版本',
      'A published change of rates lies between the library in use and the export date',
    ],
    [
      '导入调整后的文库，或由人确认税率',
      'Import a library made after the change, or have the rate confirmed',
    ],
    [read('2026#2', '一至四'), unsure('practice')],
  ),
  a14: head(
    'A14',
    'blocking',
    [
      '商品代码不足 10 位，或出口日期没有有效的文库条目，查不到退税率',
      'The goods code has not 10 digits, or the library has no entry in force on the export date',
    ],
    [
      '按出口日期的税则改正商品代码，或导入对应期间的文库',
      'Correct the code by the tariff of that day, or import the library of that period',
    ],
    [house('library')],
  ),
  b08: head(
    'B08',
    'blocking',
    [
      '同一商品代码有多个扩展码，税率或标识不同，须按实际货物选定',
      'Several extension codes of one goods code differ in rate or mark; the actual goods decide',
    ],
    ['按实际货物选定扩展码', 'Pick the extension code of the actual goods'],
    [house('library')],
  ),
} as const

/** Dates on which published announcements changed rates; an export date beyond one needs a library made after it. */
export const rateChanges: readonly { from: string; document: string; sure: boolean }[] = [
  { from: '2018-09-15', document: '财税〔2018〕93号', sure: false },
  { from: '2018-11-01', document: '财税〔2018〕123号', sure: true },
  { from: '2020-03-20', document: '财政部 税务总局公告2020年第15号', sure: false },
  { from: '2021-05-01', document: '财政部 税务总局公告2021年第16号', sure: true },
  { from: '2021-08-01', document: '财政部 税务总局公告2021年第25号', sure: false },
  { from: '2024-12-01', document: '财政部 税务总局公告2024年第15号', sure: true },
  { from: '2026-04-01', document: '财政部 税务总局公告2026年第2号', sure: true },
  { from: '2027-01-01', document: '财政部 税务总局公告2026年第2号', sure: true },
]

const none: readonly RateEntry[] = []

/** Entries by code, so that a line costs a handful of look-ups and not the whole library. */
export class RateIndex {
  readonly #byPrefix = new Map<string, RateEntry[]>()

  constructor(entries: readonly RateEntry[]) {
    for (const entry of entries) {
      // The exact code, and for extension codes the ten digits they extend.
      const keys = new Set([entry.code, entry.code.slice(0, 10)])
      for (const key of keys) {
        const list = this.#byPrefix.get(key)
        if (list) list.push(entry)
        else this.#byPrefix.set(key, [entry])
      }
    }
  }

  #at(code: string, day: string): readonly RateEntry[] {
    const entries = this.#byPrefix.get(code)
    return entries ? entries.filter(({ from, to }) => day >= from && (to === null || day <= to)) : none
  }

  /** The answer for a code on a day: extension code, ten digits with their extensions, then 8, 6, 4 digits. */
  lookUp(hsCode: string, day: string, extensionCode?: string): RateAnswer {
    if (!/^\d{10}$/.test(hsCode)) return { kind: 'missing', reason: 'shape' }
    if (extensionCode !== undefined) {
      const chosen = this.#at(extensionCode, day).filter(({ code }) => code === extensionCode)
      if (chosen.length > 0) return answer(chosen)
    }
    for (const length of [10, 8, 6, 4]) {
      const found = this.#at(hsCode.slice(0, length), day)
      if (found.length > 0) return answer(found)
    }
    return { kind: 'missing', reason: 'no-entry' }
  }
}

const indexes = new WeakMap<readonly RateEntry[], RateIndex>()

/** The index of a library, made once for its entries: parts of a batch ask the same one. */
export function rateIndexOf(entries: readonly RateEntry[]): RateIndex {
  const known = indexes.get(entries)
  if (known) return known
  const index = new RateIndex(entries)
  indexes.set(entries, index)
  return index
}

function answer(entries: readonly RateEntry[]): RateAnswer {
  if (entries.length === 1) return { kind: 'found', entry: entries[0]!, ambiguous: false }
  const policies = new Set(
    entries.map(({ rebateRate, specialFlag }) => `${normalize(rebateRate)} ${specialFlag}`),
  )
  if (policies.size > 1) {
    const candidates = [...new Set(entries.map(({ rebateRate }) => normalize(rebateRate)))].sort(cmp)
    return { kind: 'ambiguous', candidates, entries }
  }
  const [entry] = [...entries].sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
  return { kind: 'found', entry: entry!, ambiguous: false }
}

/** What follows from the rate alone; everything else is decided per line. */
export function rateTreatment(found: RateAnswer): 'refund' | 'taxed' | 'exempt' | 'needs-confirmation' {
  if (found.kind !== 'found') return 'needs-confirmation'
  const { rebateRate, specialFlag } = found.entry
  if (!isZero(rebateRate)) return 'refund'
  return specialFlag === '1' ? 'taxed' : specialFlag === '2' ? 'exempt' : 'needs-confirmation'
}

/** What stands in the way of using an answer. */
export function rateFindings(found: RateAnswer, target: string, day: string): Finding[] {
  if (found.kind === 'missing') return [raise(rateRules.a14, { target, field: 'hsCode', day })]
  if (found.kind === 'ambiguous') {
    const message = {
      zh: '可选税率：{rates}；须选定扩展码',
      en: 'Rates to choose from: {rates}; pick the extension code',
    }
    const rates = found.candidates.join('、')
    return [raise(rateRules.b08, { target, field: 'extensionCode', message, params: { rates }, day })]
  }
  return []
}

const STALE_DAYS = 30

/**
 * What is wrong with the library itself: older than the newest release by 30 days, or made before a change of rates that
 * the export dates lie beyond. `published`: of the library in use; `newest`: of the newest release known here.
 */
export function libraryFindings(
  library: { version: string; published?: string },
  newest: string | undefined,
  exportDates: readonly string[],
): Finding[] {
  const { version, published } = library
  if (published === undefined) return []
  const target = `library:${version}`
  const findings: Finding[] = []
  const age = newest === undefined ? 0 : (Date.parse(newest) - Date.parse(published)) / 86_400_000
  if (age >= STALE_DAYS) {
    const message = {
      zh: '所用文库 {version} 发布于 {published}，最新版本发布于 {newest}',
      en: 'Library {version} was published on {published}, the newest on {newest}',
    }
    findings.push(
      raise(rateRules.c18, { target, message, params: { version, published, newest: newest ?? '' } }),
    )
  }
  const latest = exportDates.reduce((a, b) => (a > b ? a : b), '')
  // A library is published some weeks after the rates it brings: only one made well before the change lacks it.
  const missed = rateChanges.filter(({ from }) => from <= latest && addMonth(published) < from)
  for (const { from, document } of missed) {
    const message = {
      zh: '{document} 自 {from} 调整退税率，文库 {version} 发布于 {published}',
      en: '{document} changed rates on {from}; library {version} was published on {published}',
    }
    findings.push(
      raise(rateRules.c16, { target, field: from, message, params: { document, from, version, published } }),
    )
  }
  return findings
}

const addMonth = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 31 * 86_400_000).toISOString().slice(0, 10)
