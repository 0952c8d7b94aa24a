import type { Descriptor } from './descriptor'

/** A company that is registered with customs: 10-digit customs code or 18-character credit code. */
const company = (en: string, zh: string, what: string): Descriptor => ({
  en,
  identifier: 'party',
  meaning: [
    `${zh}的10位海关编码或18位统一社会信用代码`,
    `${what}: 10-digit customs code or 18-character credit code`,
  ],
})
const name = (en: string, code: string): Descriptor => ({
  en,
  meaning: [`与${code}对应的登记名称`, `The name registered for ${code}`],
})

/** Elements that name a company or a person. */
export const partyFields = {
  ebpCode: company('Platform code', '电商平台', 'The platform'),
  ebpName: name('Platform', 'ebpCode'),
  ebcCode: company(
    'E-commerce company code',
    '电商企业(清单的收发货人)',
    'The seller, consignor of the list',
  ),
  ebcName: name('E-commerce company', 'ebcCode'),
  ebcTelephone: {
    en: 'Telephone of the company',
    meaning: ['电商企业联系电话', 'Contact number of the seller'],
  },
  agentCode: company('Declarant code', '申报企业', 'The declarant'),
  agentName: name('Declarant', 'agentCode'),
  ownerCode: {
    ...company('Maker or seller code', '生产销售企业', 'The maker or seller'),
    besides: ['NO'],
    meaning: [
      '生产或销售企业的海关编码或信用代码；没有在海关登记的填NO',
      'Maker or seller: customs code or credit code; NO when not registered with customs',
    ],
  },
  ownerName: name('Maker or seller', 'ownerCode'),
  iacCode: company('Company in the zone', '特殊区域内企业', 'The company in the special zone'),
  iacName: name('Company in the zone', 'iacCode'),
  areaCode: company('Company in the zone', '特殊区域内仓储企业', 'The warehouse company in the zone'),
  areaName: name('Company in the zone', 'areaCode'),
  logisticsCode: company('Carrier code', '物流企业', 'The carrier'),
  logisticsName: name('Carrier', 'logisticsCode'),
  operatorCode: company('Site operator code', '监管场所经营人', 'The operator of the supervised site'),
  operatorName: name('Site operator', 'operatorCode'),
  declAgentCode: company('Customs broker code', '之后报关单的申报单位', 'The declarant of the later 报关单'),
  declAgentName: name('Customs broker', 'declAgentCode'),
  assureCode: company('Guarantor code', '担保税款的企业', 'Who guarantees the tax'),
  payCode: company('Payment company code', '支付企业', 'The payment company'),
  payName: { en: 'Payment company', meaning: ['支付企业登记名称', 'Registered name of the payment company'] },
  buyerRegNo: {
    en: 'Buyer account',
    personal: true,
    meaning: ['订购人在平台的账号', 'Account of the buyer on the platform'],
  },
  buyerName: { en: 'Buyer', personal: true, meaning: ['订购人真实姓名', 'Real name of the buyer'] },
  buyerTelephone: {
    en: 'Buyer telephone',
    personal: true,
    meaning: ['能联系到订购人的电话', 'A number where the buyer can be reached'],
  },
  buyerIdType: {
    en: 'Kind of buyer id',
    values: ['1'],
    meaning: ['只接受1居民身份证', 'Only 1, resident identity card, is accepted'],
  },
  buyerIdNumber: {
    en: 'Buyer id number',
    personal: true,
    identifier: 'resident',
    meaning: ['订购人18位居民身份证号', 'Resident identity number of the buyer, 18 characters'],
  },
  payerIdType: {
    en: 'Kind of payer id',
    values: ['1'],
    meaning: ['只接受1居民身份证', 'Only 1, resident identity card, is accepted'],
  },
  payerIdNumber: {
    en: 'Payer id number',
    personal: true,
    identifier: 'resident',
    meaning: ['支付人18位居民身份证号', 'Resident identity number of the payer, 18 characters'],
  },
  payerName: { en: 'Payer', personal: true, meaning: ['支付人真实姓名', 'Real name of the payer'] },
  telephone: { en: 'Payer telephone', personal: true, meaning: ['支付人电话', 'Telephone of the payer'] },
  consignee: {
    en: 'Consignee',
    personal: true,
    meaning: ['收货人姓名，订单与运单须一致', 'Name of the consignee, the same on order and waybill'],
  },
  consigneeTelephone: {
    en: 'Consignee telephone',
    personal: true,
    meaning: ['收货人电话，订单与运单须一致', 'Telephone of the consignee, the same on order and waybill'],
  },
  consigneeAddress: {
    en: 'Delivery address',
    personal: true,
    meaning: ['收货地址，订单与运单须一致', 'Address of delivery, the same on order and waybill'],
  },
  consigneeDistrict: {
    en: 'Division of the address',
    meaning: ['收货地址的6位行政区划代码', 'Administrative division of the address, 6 digits'],
  },
} satisfies Record<string, Descriptor>
