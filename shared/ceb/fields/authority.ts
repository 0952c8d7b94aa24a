import type { Descriptor } from './descriptor'

const tax = (en: string, zh: string): Descriptor => ({ en, meaning: [`应征${zh}，元`, `${en} due, CNY`] })

/** Elements that the single window or customs write, and those of the monthly summary. */
export const authorityFields = {
  returnStatus: {
    en: 'Receipt status',
    meaning: ['状态代码；负数是处理出错', 'Code of the status; a negative number is a processing error'],
  },
  returnTime: {
    en: 'Receipt time',
    time: 'millisecond',
    meaning: ['处理时间，17位到毫秒', 'When it was processed, 17 digits to the millisecond'],
  },
  returnInfo: { en: 'Receipt text', meaning: ['处理结果或退单原因', 'Result or reason of rejection'] },
  oriCopMsgId: {
    en: 'Failing transfer',
    meaning: ['出错的传输报文编号', 'Id of the transfer that failed'],
  },
  oriMessageType: {
    en: 'Failing message',
    meaning: [
      '出错的报文类型，认不出时为Unknown',
      'Type of the message that failed, Unknown when not recognised',
    ],
  },
  oriBizMessage: { en: 'Failing text', meaning: ['出错报文的原文', 'The text of the message that failed'] },
  sumNo: {
    en: 'Summary number',
    meaning: ['海关给的汇总申请编号', 'Number of the application, given by customs'],
  },
  startTime: {
    en: 'From',
    time: 'second',
    meaning: [
      '汇总区间的起点，与终点成对；填了就不看清单列表',
      'Start of the period; with it the list of numbers is ignored',
    ],
  },
  endTime: {
    en: 'To',
    time: 'second',
    meaning: ['汇总区间的终点，不早于起点', 'End of the period, not before its start'],
  },
  summaryFlag: {
    en: 'Grouped by company',
    values: ['1', '2'],
    meaning: ['1按收发货人，2按收发货人和生产销售单位', '1 by consignor, 2 by consignor and maker'],
  },
  itemNameFlag: {
    en: 'Grouped by name',
    meaning: ['1按企业商品名称归并，其他按商品类别', '1 by the seller’s name, otherwise by category'],
  },
  opDate: {
    en: 'Processed at',
    time: 'millisecond',
    meaning: ['海关汇总处理的时间，17位', 'When customs made the summary, 17 digits'],
  },
  declSeqNo: { en: 'Result number', meaning: ['每份形成的报关单一个编号', 'One for each resulting 报关单'] },
  decTmpNo: {
    en: 'Parking number',
    meaning: ['电子口岸暂存编号，后续结果才有', 'Comes with a later result'],
  },
  decPreNo: { en: 'Pre-entry number', meaning: ['预录入编号，后续结果才有', 'Comes with a later result'] },
  entryId: {
    en: '报关单 number',
    meaning: ['报关单编号，后续结果才有', 'Number of the 报关单, comes with a later result'],
  },
  decState: { en: '报关单 state', meaning: ['报关单的状态', 'State of the 报关单'] },
  gseqno: { en: '报关单 item', meaning: ['对应报关单的第几项', 'Which item of the 报关单 it became'] },
  rkdNo: { en: 'Storage number', meaning: ['海关给的入库单编号', 'Number given by customs'] },
  taxNo: { en: 'Tax bill', meaning: ['电子税单编号', 'Number of the tax bill'] },
  taxPrice: { en: 'Dutiable value', meaning: ['完税价格合计，元', 'Total dutiable value, CNY'] },
  customsTax: tax('Duty', '关税'),
  valueAddedTax: tax('VAT', '增值税'),
  consumptionTax: tax('Consumption tax', '消费税'),
  status: {
    en: 'Tax bill status',
    values: ['1', '2', '3'],
    meaning: ['1已生成，2已汇总，3作废', '1 made, 2 summarised, 3 void'],
  },
  entDutyNo: { en: 'Payment slip', meaning: ['缴款书编号', 'Number of the payment slip'] },
} satisfies Record<string, Descriptor>
