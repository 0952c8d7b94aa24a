import { customsMode } from '../../model/mode'
import { derivation, type Derivation, type LineOf } from './derivation'
import type { Dossier } from './dossier'
import { importBuyer, YUAN } from './import-party'
import { importDate, importFreight, importInsurance, importTransport } from './import-logistics-document'
import { ITEM_NO, ofMode } from './inventory-document'
import { carrierCode, carrierName } from './logistics-document'
import { declaredName } from './order-document'
import { enterprise, platform, submission } from './submission'

/** CEB621 进口清单 head. What crosses the border is named for 9610, the account book and its company for 1210. */
export const importInventoryHead: readonly Derivation<Dossier>[] = [
  ...submission('inventory'),
  derivation('orderNo', 'order.orderNo', ({ order }) => order.orderNo),
  ...platform,
  ...enterprise,
  derivation('logisticsNo', 'waybill.logisticsNo', ({ waybill }) => waybill.logisticsNo),
  derivation('logisticsCode', 'template.logisticsCode', carrierCode),
  derivation('logisticsName', 'template.logisticsName', carrierName),
  derivation('copNo', 'system', ({ copNo }) => copNo),
  derivation('preNo', 'system', ({ preNo }) => preNo),
  derivation('assureCode', 'template.assureCode', ofMode('assureCode')),
  derivation('emsNo', 'template.emsNo', ofMode('emsNo')),
  derivation('invtNo', 'system', ({ invtNo }) => invtNo),
  derivation('ieFlag', 'fixed', () => 'I'),
  derivation('declTime', 'system', ({ appTime }) => appTime.slice(0, 8)),
  derivation('customsCode', 'template.customsCode', ({ template }) => template.customsCode),
  derivation('portCode', 'template.portCode', ({ template }) => template.portCode),
  derivation('ieDate', 'waybill.arrivedOn', importDate),
  ...importBuyer,
  derivation('consigneeAddress', 'order.address', ({ order }) => order.retail?.consignee.address),
  derivation('agentCode', 'enterprise.customsCode', ({ enterprise: own }) => own.customsCode),
  derivation('agentName', 'enterprise.name', ({ enterprise: own }) => own.name),
  derivation('areaCode', 'template.iacCode', ofMode('iacCode')),
  derivation('areaName', 'template.iacName', ofMode('iacName')),
  derivation('tradeMode', 'template.tradeMode', ({ template }) => customsMode(template.tradeMode)),
  derivation('trafMode', 'template.trafMode', ({ template }) => template.trafMode),
  derivation('trafNo', 'waybill.trafNo', importTransport('trafNo')),
  derivation('voyageNo', 'waybill.voyageNo', importTransport('voyageNo')),
  derivation('billNo', 'waybill.billNo', importTransport('billNo')),
  derivation('loctNo', 'template.loctNo', ({ template }) => template.loctNo),
  derivation('licenseNo', 'goods.licenseNo', ({ licenseNo }) => licenseNo),
  derivation('country', 'template.departureCountry', ({ codes }) => codes.country),
  derivation('freight', 'waybill.freight', importFreight),
  derivation('insuredFee', 'waybill.insuredFee', importInsurance),
  derivation('currency', 'fixed', () => YUAN),
  derivation('wrapType', 'template.wrapType', ({ template }) => template.wrapType),
  derivation('packNo', 'waybill.packNo', ({ waybill }) => String(waybill.packNo ?? 1)),
  derivation('grossWeight', 'waybill.grossWeight', ({ grossWeight }) => grossWeight),
  derivation('netWeight', 'goods.netWeight', ({ netWeight }) => netWeight),
]

/** CEB621 lines, one to one with those of CEB311 by gnum. */
export const importInventoryLine: readonly Derivation<LineOf>[] = [
  derivation('gnum', 'system', ({ line }) => String(line.gnum)),
  derivation('itemRecordNo', 'goods.itemRecordNo', ({ dossier, line }) =>
    dossier.mode.recordNo ? line.goods.itemRecordNo : undefined,
  ),
  derivation('itemNo', 'goods.sku', ({ line }) => line.goods.sku.slice(0, ITEM_NO)),
  derivation('itemName', 'goods.itemName', ({ line }) => declaredName(line.goods)),
  derivation('gcode', 'goods.gcode', ({ line }) => line.goods.gcode),
  derivation('gname', 'goods.gname', ({ line }) => line.goods.gname),
  derivation('gmodel', 'goods.gmodel', ({ line }) => line.goods.gmodel),
  derivation('barCode', 'goods.barCode', ({ line }) => line.goods.barCode),
  derivation('country', 'goods.origin', ({ line }) => line.goods.origin),
  derivation('tradeCountry', 'template.tradeCountry', ({ dossier }) => ofMode('tradeCountry')(dossier)),
  derivation('currency', 'fixed', () => YUAN),
  derivation('qty', 'order.lines', ({ line }) => line.quantity),
  derivation('unit', 'goods.unit', ({ line }) => line.goods.unit),
  derivation('qty1', 'goods.perUnit1', ({ line }) => line.quantity1),
  derivation('unit1', 'goods.unit1', ({ line }) => line.goods.unit1),
  derivation('qty2', 'goods.perUnit2', ({ line }) => line.quantity2),
  derivation('unit2', 'goods.unit2', ({ line }) => line.goods.unit2),
  derivation('price', 'order.lines', ({ line }) => line.price),
  derivation('totalPrice', 'order.lines', ({ line }) => line.amount),
]
