import type { ManufacturerPeriod } from '../amounts/manufacturer-period'
import { levyRatesOn } from '../amounts/rates-on'
import { ratioOf } from '../handbooks'
import { claimKey } from '../keys'
import { itemKey } from '../match/index'
import type { LineTreatment } from '../treatment/treat'
import { claimedPart, type BatchFacts, type BatchLine } from './claim'
import { shareOf, type ItemFob } from './fob'

/** What the goods were levied at on their export day: by the 文库, else the standard rate of the day. */
export const levyRateOf = (exportDate: string, { levyRate }: Pick<LineTreatment, 'levyRate'>) =>
  levyRate ?? levyRatesOn(exportDate)?.standard

type PeriodExport = ManufacturerPeriod['exports'][number]

/** What one line adds to the period of a 生产企业; undefined where it is not refunded. */
export function exportOfLine(
  batch: BatchFacts['batch'],
  one: BatchLine,
  made: Omit<ItemFob, 'findings'>,
  treated: LineTreatment,
  handbooks: BatchFacts['handbooks'],
): PeriodExport | undefined {
  const { refundAllowed, rebateRate } = treated
  const { item } = one
  const claimed = claimedPart(batch, one)
  const part = (value: string | undefined) =>
    shareOf(value, claimed ?? '1', claimed === undefined ? '1' : item.qty)
  const { fxRate } = made
  const [fob, fobCny] = [part(made.fob), part(made.fobCny)]
  if (!refundAllowed || rebateRate === undefined) return undefined
  const levyRate = levyRateOf(item.exportDate, treated)
  const handbook = handbooks?.get(item.handbookNo ?? '')
  const ratio = handbook?.kind === 'purchased' ? ratioOf(handbook) : undefined
  return {
    line: claimKey(item.no, item.item),
    ...(claimed !== undefined && { part: `${claimed} ÷ ${item.qty ?? ''}` }),
    rebateRate,
    ...(levyRate !== undefined && { levyRate }),
    ...(item.currency !== undefined && { currency: item.currency }),
    ...(handbook && ratio !== undefined && { handbook: { number: handbook.number, ratio } }),
    ...(fob !== undefined && fxRate !== undefined
      ? { fobForeign: fob, fx: fxRate }
      : fobCny !== undefined && { fobCny }),
  }
}

/** The figures of a period as typed, with the exports of its batch. */
export const periodWith = (
  { manufacturer, period }: BatchFacts['batch'],
  exports: readonly PeriodExport[],
): ManufacturerPeriod => ({
  ...manufacturer,
  period: `${period.slice(0, 4)}-${period.slice(4)}`,
  exports: [...exports],
})

/** 生产企业: the period with its lines that are refunded. */
export const periodOf = (
  { batch, lines, handbooks }: BatchFacts,
  fobs: ReadonlyMap<string, ItemFob>,
  treated: readonly LineTreatment[],
): ManufacturerPeriod =>
  periodWith(
    batch,
    lines.flatMap((line, at) => {
      const fob = fobs.get(itemKey(line.item.no, line.item.item))
      return exportOfLine(batch, line, fob ?? {}, treated[at]!, handbooks) ?? []
    }),
  )
