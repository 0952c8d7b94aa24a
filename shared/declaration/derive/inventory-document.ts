import type { ModeTemplateField } from '../modes/modes'
import { derivation, type Derivation, type LineOf } from './derivation'
import type { Dossier } from './dossier'
import { carrierCode, carrierName } from './logistics-document'
import { declaredName } from './order-document'
import { enterprise, platform, submission } from './submission'

/** Mark of a total amount of freight or insurance. */
const TOTAL = '3'

/** The 清单 has room for 20 characters where the order has 30; customs compares the beginning. */
export const ITEM_NO = 20

const withFreight = (dossier: Dossier) =>
  dossier.waybill.freight !== undefined && dossier.codes.freight !== undefined
const withInsurance = (dossier: Dossier) =>
  dossier.waybill.insuredFee !== undefined && dossier.codes.freight !== undefined

/** A field of the template that only some modes declare: left out where it does not belong. */
export const ofMode =
  (field: ModeTemplateField) =>
  ({ mode, template }: Dossier) =>
    mode.template.includes(field) ? template[field] : undefined

/** CEB603 出口清单 head. Freight and insurance are the carrier's own figures where its file has them. */
export const inventoryHead: readonly Derivation<Dossier>[] = [
  ...submission('inventory'),
  derivation('customsCode', 'template.customsCode', ({ template }) => template.customsCode),
  ...platform,
  derivation('orderNo', 'order.orderNo', ({ order }) => order.orderNo),
  derivation('logisticsCode', 'template.logisticsCode', carrierCode),
  derivation('logisticsName', 'template.logisticsName', carrierName),
  derivation('logisticsNo', 'waybill.logisticsNo', ({ waybill }) => waybill.logisticsNo),
  derivation('copNo', 'system', ({ copNo }) => copNo),
  derivation('preNo', 'system', ({ preNo }) => preNo),
  derivation('invtNo', 'system', ({ invtNo }) => invtNo),
  derivation('ieFlag', 'fixed', () => 'E'),
  derivation('portCode', 'template.portCode', ({ template }) => template.portCode),
  derivation('ieDate', 'system', ({ appTime }) => appTime.slice(0, 8)),
  derivation('statisticsFlag', 'goods.statisticsFlag', ({ statisticsFlag }) => statisticsFlag),
  derivation('agentCode', 'enterprise.customsCode', ({ enterprise }) => enterprise.customsCode),
  derivation('agentName', 'enterprise.name', ({ enterprise }) => enterprise.name),
  ...enterprise,
  derivation('ownerCode', 'template.ownerCode', ({ template }) => template.ownerCode),
  derivation('ownerName', 'template.ownerName', ({ template }) => template.ownerName),
  derivation('iacCode', 'template.iacCode', ofMode('iacCode')),
  derivation('iacName', 'template.iacName', ofMode('iacName')),
  derivation('emsNo', 'template.emsNo', ofMode('emsNo')),
  derivation('tradeMode', 'template.tradeMode', ({ template }) => template.tradeMode),
  derivation('trafMode', 'template.trafMode', ({ template }) => template.trafMode),
  derivation('billNo', 'waybill.billNo', ({ waybill }) => waybill.billNo),
  derivation('totalPackageNo', 'waybill.totalPackageNo', ({ waybill }) => waybill.totalPackageNo),
  derivation('loctNo', 'template.loctNo', ({ template }) => template.loctNo),
  derivation('country', 'order.country', ({ codes }) => codes.country),
  derivation('POD', 'template.ports', ({ codes }) => codes.port),
  derivation('freight', 'template.freight', (dossier) =>
    withFreight(dossier) ? dossier.waybill.freight : dossier.template.freight,
  ),
  derivation('fCurrency', 'template.fCurrency', (dossier) =>
    withFreight(dossier) ? dossier.codes.freight : dossier.template.fCurrency,
  ),
  derivation('fFlag', 'template.fFlag', (dossier) => (withFreight(dossier) ? TOTAL : dossier.template.fFlag)),
  derivation('insuredFee', 'template.insuredFee', (dossier) =>
    withInsurance(dossier) ? dossier.waybill.insuredFee : dossier.template.insuredFee,
  ),
  derivation('iCurrency', 'template.iCurrency', (dossier) =>
    withInsurance(dossier) ? dossier.codes.freight : dossier.template.iCurrency,
  ),
  derivation('iFlag', 'template.iFlag', (dossier) =>
    withInsurance(dossier) ? TOTAL : dossier.template.iFlag,
  ),
  derivation('licenseNo', 'goods.licenseNo', ({ licenseNo }) => licenseNo),
  derivation('wrapType', 'template.wrapType', ({ template }) => template.wrapType),
  derivation('packNo', 'waybill.packNo', ({ waybill }) => String(waybill.packNo ?? 1)),
  derivation('grossWeight', 'waybill.grossWeight', ({ grossWeight }) => grossWeight),
  derivation('netWeight', 'goods.netWeight', ({ netWeight }) => netWeight),
]

/** CEB603 lines, one to one with those of CEB303 by gnum. itemName becomes the name for tax refund after 汇总. */
export const inventoryLine: readonly Derivation<LineOf>[] = [
  derivation('gnum', 'system', ({ line }) => String(line.gnum)),
  derivation('itemNo', 'goods.sku', ({ line }) => line.goods.sku.slice(0, ITEM_NO)),
  derivation('itemRecordNo', 'goods.itemRecordNo', ({ dossier, line }) =>
    dossier.mode.recordNo ? line.goods.itemRecordNo : undefined,
  ),
  derivation('itemName', 'goods.itemName', ({ line }) => declaredName(line.goods)),
  derivation('gcode', 'goods.gcode', ({ line }) => line.goods.gcode),
  derivation('gname', 'goods.gname', ({ line }) => line.goods.gname),
  derivation('gmodel', 'goods.gmodel', ({ line }) => line.goods.gmodel),
  derivation('barCode', 'goods.barCode', ({ line }) => line.goods.barCode),
  derivation('country', 'order.country', ({ dossier }) => dossier.codes.country),
  derivation('currency', 'order.currency', ({ dossier }) => dossier.codes.currency),
  derivation('qty', 'order.lines', ({ line }) => line.quantity),
  derivation('qty1', 'goods.perUnit1', ({ line }) => line.quantity1),
  derivation('qty2', 'goods.perUnit2', ({ line }) => line.quantity2),
  derivation('unit', 'goods.unit', ({ line }) => line.goods.unit),
  derivation('unit1', 'goods.unit1', ({ line }) => line.goods.unit1),
  derivation('unit2', 'goods.unit2', ({ line }) => line.goods.unit2),
  derivation('price', 'order.lines', ({ line }) => line.price),
  derivation('totalPrice', 'order.lines', ({ line }) => line.amount),
]
