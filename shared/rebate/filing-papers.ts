import type { Text } from '../model/text'
import { addDays, addMonths, yearOf } from '../rules/days'
import { text, tableOf, type ExportTable } from './tables/table'

/** What 备案单证 of a 报关单 are made of, and what may stand for them. */
export const paperKinds = [
  'exportContract',
  'purchaseContract',
  'transport',
  'brokerAgreement',
  'brokerInvoice',
] as const
export type PaperKind = (typeof paperKinds)[number]
export const paperNames: Readonly<Record<PaperKind, Text>> = {
  exportContract: {
    zh: '出口合同（9810 可用订仓单或海外仓证明）',
    en: 'Export contract (9810: booking note or proof of the warehouse)',
  },
  purchaseContract: { zh: '购进合同', en: 'Purchase contract' },
  transport: { zh: '运输单据', en: 'Transport document' },
  brokerAgreement: { zh: '委托报关协议', en: 'Agreement with the broker' },
  brokerInvoice: { zh: '报关服务发票', en: 'Invoice of the broker' },
}

export type PaperFile = { kind: PaperKind; number: string; sha256?: string; substitute?: boolean }
export type PaperCase = {
  declarationNo: string
  claimedOn?: string
  /** Own goods need no purchase contract, own customs declaration no broker. */
  purchased: boolean
  brokered: boolean
  files: readonly PaperFile[]
  place: string
  kept: 'paper' | 'image' | 'digital'
}

const needs = ({ purchased, brokered }: PaperCase): PaperKind[] =>
  paperKinds.filter(
    (kind) =>
      (kind !== 'purchaseContract' || purchased) &&
      ((kind !== 'brokerAgreement' && kind !== 'brokerInvoice') || brokered),
  )

/** The meter: what is there of what is needed. A missing paper warns before the claim and blocks from day 15 after it. */
export function completeness(
  papers: PaperCase,
  asOf: string,
): { have: number; needed: number; missing: PaperKind[]; severity?: 'warning' | 'blocking' } {
  const needed = needs(papers)
  const missing = needed.filter((kind) => !papers.files.some((file) => file.kind === kind))
  const late = papers.claimedOn !== undefined && asOf >= addDays(papers.claimedOn, 15)
  return {
    have: needed.length - missing.length,
    needed: needed.length,
    missing,
    ...(missing.length > 0 && { severity: late ? 'blocking' : 'warning' }),
  }
}

/**
 * Until when papers are kept: the years of the claim's law layer, counted from the end of the year of the last linked
 * document (企业内部口径; the text counts from the claim).
 */
export const keptUntil = (claimedOn: string, lastDocument = claimedOn): string => {
  const years = claimedOn >= '2026-01-01' ? 10 : 5
  const from = lastDocument > claimedOn ? lastDocument : claimedOn
  return addMonths(`${yearOf(from)}-12-31`, years * 12)
}

const ways = { paper: '纸质', image: '影像', digital: '数字' } as const

/** 备案单证目录. */
export const papersIndex = (period: string, batch: string, cases: readonly PaperCase[]): ExportTable =>
  tableOf<PaperCase>(
    '备案单证目录',
    ['备案单证目录', `申报年月：${period}　申报批次：${batch}`],
    [
      text('序号', (_, at) => String(at + 1)),
      text('报关单号', ({ declarationNo }) => declarationNo),
      text('合同', (row) => numbersOf(row, 'exportContract', 'purchaseContract')),
      text('运输单据', (row) => numbersOf(row, 'transport')),
      text('报关委托', (row) => numbersOf(row, 'brokerAgreement', 'brokerInvoice')),
      text('替代资料', ({ files }) =>
        files
          .filter(({ substitute }) => substitute)
          .map(({ number }) => number)
          .join('、'),
      ),
      text('存放方式', ({ kept }) => ways[kept]),
      text('存放地点', ({ place }) => place),
      text('保存至', ({ claimedOn }) => (claimedOn === undefined ? '' : keptUntil(claimedOn))),
    ],
    cases,
  )

const numbersOf = ({ files }: PaperCase, ...kinds: PaperKind[]): string =>
  files
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ number }) => number)
    .join('、')

/** The 报关单 a dropped file belongs to by the number in its name; undefined where none or several are named. */
export function declarationInName(fileName: string, known: ReadonlySet<string>): string | undefined {
  const named = new Set((fileName.match(/\d{18,21}/g) ?? []).map((digits) => digits.slice(0, 18)))
  const found = [...named].filter((number) => known.has(number))
  return found.length === 1 ? found[0] : undefined
}
