import type { FieldTable } from '../profile'
import { waybillFields } from './waybills'

const { logisticsNo, grossWeight, billNo, totalPackageNo } = waybillFields as Required<typeof waybillFields>

/** What a column of a 称重装袋表 can mean: names are those of waybill files, the weight has to be there. */
export const weighingFields: FieldTable = {
  logisticsNo: logisticsNo!,
  grossWeight: { ...grossWeight!, required: true },
  totalPackageNo: totalPackageNo!,
  billNo: billNo!,
  voyageNo: {
    type: 'id',
    label: { zh: '航班航次号', en: 'Voyage' },
    synonyms: ['航班航次', '航班号', '航次', '航次号', '航班', 'flight', 'flight no', 'voyage', 'voyage no'],
  },
  trafName: {
    type: 'text',
    label: { zh: '运输工具名称', en: 'Means of transport' },
    synonyms: ['运输工具', '船名', '车牌号', 'vessel', 'vehicle', 'means of transport'],
  },
  weighedAt: {
    type: 'instant',
    label: { zh: '称重时间', en: 'Weighed at' },
    synonyms: ['过磅时间', '装袋时间', '扫描时间', 'weighed at', 'weighing time'],
  },
}
