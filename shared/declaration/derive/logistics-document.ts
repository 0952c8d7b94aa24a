import { derivation, type Derivation } from './derivation'
import type { Dossier } from './dossier'
import { submission } from './submission'

/** Length of goodsInfo in CEB505 and CEB511. */
const GOODS_INFO = 200

/** CEB505 运单. What the carrier's file leaves out is had from the template (carrier) or from
 * the shop's own names of the goods: a corrected declared name then does not change the waybill too. */
export const logisticsHead: readonly Derivation<Dossier>[] = [
  ...submission('logistics'),
  derivation('logisticsCode', 'template.logisticsCode', carrierCode),
  derivation('logisticsName', 'template.logisticsName', carrierName),
  derivation('logisticsNo', 'waybill.logisticsNo', ({ waybill }) => waybill.logisticsNo),
  derivation('freight', 'waybill.freight', ({ waybill }) => waybill.freight ?? '0'),
  derivation('insuredFee', 'waybill.insuredFee', ({ waybill }) => waybill.insuredFee ?? '0'),
  derivation('currency', 'waybill.currency', ({ codes, template }) => codes.freight ?? template.fCurrency),
  derivation('grossWeight', 'waybill.grossWeight', ({ grossWeight }) => grossWeight),
  derivation('packNo', 'waybill.packNo', ({ waybill }) => String(waybill.packNo ?? 1)),
  derivation('goodsInfo', 'waybill.goodsInfo', goodsInfo),
  derivation('ebcCode', 'enterprise.customsCode', ({ enterprise }) => enterprise.customsCode),
  derivation('ebcName', 'enterprise.name', ({ enterprise }) => enterprise.name),
]

export function goodsInfo({ waybill, lines }: Dossier): string {
  const named = waybill.goodsInfo ?? [...new Set(lines.map(({ goods }) => goods.name))].join('、')
  return named.slice(0, GOODS_INFO)
}

/** The carrier as its file names it, else as the template does; the same in 运单 and 清单, or they do not match. */
export function carrierCode({ waybill, template }: Dossier): string {
  return waybill.logisticsCode || template.logisticsCode
}

export function carrierName({ waybill, template }: Dossier): string {
  const own = waybill.logisticsCode && waybill.logisticsCode !== template.logisticsCode
  return (own ? waybill.logisticsName : undefined) ?? template.logisticsName
}
