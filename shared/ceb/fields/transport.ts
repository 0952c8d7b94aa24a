import type { Descriptor } from './descriptor'

/** Elements about parcels, transport and modes. */
export const transportFields = {
  logisticsNo: {
    en: 'Waybill number',
    meaning: [
      '包裹面单号，同一物流企业6个月内不重复使用',
      'Number on the parcel label; the carrier does not use it again within 6 months',
    ],
  },
  logisticsStatus: { en: 'Waybill status', values: ['S'], meaning: ['只有S签收', 'Only S, delivered'] },
  logisticsTime: {
    en: 'Time of the status',
    time: 'second',
    meaning: ['实际签收时间，14位', 'When it was delivered, 14 digits'],
  },
  goodsInfo: {
    en: 'Goods',
    meaning: ['物流企业能见到的主要货物信息', 'The goods as the carrier can see them'],
  },
  packNo: { en: 'Parcels', meaning: ['件数(包裹数)', 'Number of parcels'] },
  grossWeight: { en: 'Gross weight', meaning: ['含包装的重量，千克', 'Weight with packing, kg'] },
  netWeight: {
    en: 'Net weight',
    meaning: [
      '不含外包装的重量，千克，不大于毛重',
      'Weight without outer packing, kg, at most the gross weight',
    ],
  },
  weight: { en: 'Gross weight', meaning: ['含包装的重量，千克', 'Weight with packing, kg'] },
  wrapType: {
    en: 'Packing',
    codes: 'wrap',
    meaning: ['包装种类，旧版1位代码，如2纸箱', 'Packing, old 1-digit code, 2 is a carton'],
  },
  ieFlag: { en: 'Import or export', values: ['I', 'E'], meaning: ['I进口，E出口', 'I import, E export'] },
  ieDate: {
    en: 'Date of crossing',
    time: 'day',
    meaning: ['进出口日期，8位', 'Day of import or export, 8 digits'],
  },
  declTime: {
    en: 'Date of declaration',
    time: 'day',
    meaning: ['申报日期，8位', 'Day of declaration, 8 digits'],
  },
  portCode: {
    en: 'Port',
    codes: 'district',
    meaning: ['货物实际进出境的口岸，4位关区代码', 'Where the goods really cross the border, 4 digits'],
  },
  POD: {
    en: 'Port of discharge',
    codes: 'port',
    meaning: [
      '境外最终目的港，3至4位港口代码；用哪一版代码口径待确认',
      'Final foreign port, 3 or 4 characters; which edition of codes is meant is not confirmed',
    ],
  },
  trafMode: {
    en: 'Mode of transport',
    codes: 'transport-mode',
    meaning: ['1位运输方式代码，如5航空运输', '1-character transport code, 5 is air'],
  },
  trafName: { en: 'Vehicle', meaning: ['船名、航班或车牌', 'Vessel, flight or vehicle'] },
  trafNo: { en: 'Vehicle number', meaning: ['运输工具编号', 'Number of the vehicle'] },
  domesticTrafNo: {
    en: 'Domestic vehicle',
    meaning: [
      '把货物运到监管场所的车辆，如车牌号',
      'The vehicle that brings the goods to the site, e.g. plate number',
    ],
  },
  voyageNo: { en: 'Voyage or flight', meaning: ['航班航次号', 'Number of the voyage or flight'] },
  billNo: {
    en: 'Bill of lading',
    meaning: [
      '海运提单、空运总运单或汽车载货清单号',
      'Sea bill, air master waybill or truck manifest number',
    ],
  },
  totalPackageNo: {
    en: 'Bag number',
    meaning: ['总包、托盘或邮袋号', 'Number of the bag, pallet or mail bag'],
  },
  loctNo: {
    en: 'Supervised site',
    meaning: [
      '监管场所代码，同一海关有多个场所时才需要',
      'Needed only where one customs office has several sites',
    ],
  },
  leaveTime: {
    en: 'Time of departure',
    time: 'second',
    meaning: ['实际离境时间，14位', 'When it left, 14 digits'],
  },
  location: { en: 'Place of storage', meaning: ['退运货物堆放的位置', 'Where the returned goods are kept'] },
  unloadLocation: { en: 'Place of unloading', meaning: ['卸货的库位', 'Where the goods were unloaded'] },
  licenseNo: {
    en: 'Licence number',
    meaning: ['需要许可证的商品填许可证号', 'For goods that need a licence'],
  },
  emsNo: {
    en: 'Account book',
    meaning: ['保税账册编号，保税模式必填', 'Bonded account book, needed in bonded modes'],
  },
  tradeMode: {
    en: 'Trade mode',
    codes: 'supervision-mode',
    values: ['9610', '1210', '9710', '9810'],
    meaning: [
      '9610零售出口，1210特殊区域出口，9710 B2B直接出口，9810出口海外仓',
      '9610 retail, 1210 special zone, 9710 B2B direct, 9810 overseas warehouse',
    ],
  },
  statisticsFlag: {
    en: 'Declaration kind',
    values: ['A', 'B'],
    meaning: [
      'A简化申报(不涉证、不征出口税、不退税)，B汇总申报',
      'A simplified (no licence, export duty or rebate), B summary',
    ],
  },
} satisfies Record<string, Descriptor>
