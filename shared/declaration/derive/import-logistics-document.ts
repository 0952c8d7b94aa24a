import { derivation, type Derivation } from './derivation'
import type { Dossier } from './dossier'
import { YUAN } from './import-party'
import { carrierCode, carrierName, goodsInfo } from './logistics-document'
import { submission } from './submission'

/** Only goods that cross the border with the parcel have a bill of lading. */
const isDirect = ({ mode }: Dossier) => mode.template.includes('departureCountry')

export const importTransport = (field: 'trafNo' | 'voyageNo' | 'billNo') => (dossier: Dossier) =>
  isDirect(dossier) ? (dossier.waybill[field] ?? dossier.template[field]) : undefined

/** 进口日期 as the message has it; nobody has to know it yet. */
export const importDate = (dossier: Dossier) =>
  isDirect(dossier) ? (dossier.waybill.arrivedOn?.replaceAll('-', '') ?? dossier.template.ieDate) : undefined

/** Freight and insurance as the carrier charged them, in the yuan. Without its figure: what the order says of freight. */
export const importFreight = ({ waybill, order }: Dossier) => waybill.freight ?? order.freight
export const importInsurance = ({ waybill }: Dossier) => waybill.insuredFee ?? '0'

/** CEB511 进口运单. Who receives the parcel is what its file says, else what the order says. */
export const importLogisticsHead: readonly Derivation<Dossier>[] = [
  ...submission('logistics'),
  derivation('logisticsCode', 'template.logisticsCode', carrierCode),
  derivation('logisticsName', 'template.logisticsName', carrierName),
  derivation('logisticsNo', 'waybill.logisticsNo', ({ waybill }) => waybill.logisticsNo),
  derivation('billNo', 'waybill.billNo', importTransport('billNo')),
  derivation('orderNo', 'order.orderNo', ({ order }) => order.orderNo),
  derivation('freight', 'waybill.freight', importFreight),
  derivation('insuredFee', 'waybill.insuredFee', importInsurance),
  derivation('currency', 'fixed', () => YUAN),
  derivation('weight', 'waybill.grossWeight', ({ grossWeight }) => grossWeight),
  derivation('packNo', 'waybill.packNo', ({ waybill }) => String(waybill.packNo ?? 1)),
  derivation('goodsInfo', 'waybill.goodsInfo', goodsInfo),
  derivation(
    'consignee',
    'waybill.consignee',
    ({ waybill, order }) => waybill.consignee ?? order.retail?.consignee.name,
  ),
  derivation(
    'consigneeAddress',
    'waybill.address',
    ({ waybill, order }) => waybill.address ?? order.retail?.consignee.address,
  ),
  derivation(
    'consigneeTelephone',
    'waybill.phone',
    ({ waybill, order }) => waybill.phone ?? order.retail?.consignee.phone,
  ),
]
