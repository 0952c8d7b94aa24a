import { templateCsv, type Row } from './template-csv'

/** A company, an officer and one order whose every value is unmistakable wherever it turns up. */
export const planted = {
  company: '朱雀拂晓进出口有限公司',
  uscc: '91330500QXWKPTHYA1',
  customsCode: '330596QX7Z',
  officer: '司徒拂晓',
  password: 'Ob5idian-Kestrel-41',
  shop: 'Zwielichtladen',
  orderNo: 'QXZ-ORDER-77190031',
  paymentNo: 'QXZPAY55120774',
  waybillNo: 'QXZWB90210077CN',
  sku: 'QXZ-SKU-4471',
  goods: 'Quarzglasvogel',
  declaredName: '石英玻璃鹧鸪摆件',
  price: '7919.37',
  buyerId: 'qxz.kaeufer.5512',
  buyer: 'Zyxwora Quillfeather',
  consignee: '欧阳琼琚',
  phone: '+4915777001234',
  address: 'Plumbago Gasse 7734',
  email: 'quill@qxzmail.example',
  note: '鹧鸪先生要求周四送达',
} as const

/** A licence with its scan, a receipt of money, a colleague and the reason of a 卷宗: what the rooms beside the main job keep. */
export const plantedBeside = {
  paper: '鹧鸪岭出口许可证',
  paperNo: 'QXZ-LIC-660417',
  scan: 'Quarzlizenz-Scan-8821',
  account: '6222QXZ7740',
  remittance: 'QXZ-REMIT-3307',
  customer: 'Vogelhaus Quillmann',
  colleague: '尉迟晚霞',
  firstPassword: 'F1rst-Dunlin-6602',
  auditReason: '鹧鸪稽查第七号',
} as const

/** The statement of a bank that tells of the receipt. */
export const plantedStatement = [
  ...[':20:X', `:25:${plantedBeside.account}`, ':60F:C250901USD0,'],
  ...[':61:250910C7919,37NTRFA//BANK1', `:86:${plantedBeside.remittance}`],
  ...[':62F:C250930USD7919,37', '-', ''],
].join('\n')

/** The files that bring it in, in our own templates. The price of the second row is no number: that row is refused. */
export const plantedFiles = {
  商品: templateCsv('goods', {
    货号: planted.sku,
    商品名称: planted.goods,
    申报品名: planted.declaredName,
    '规格型号/申报要素': '品牌:无|材质:石英玻璃',
    商品编码: '7013990000',
    '条形码(没有填 无)': '无',
    成交单位: '011',
    法定第一单位: '035',
    每件折第一单位: '0.500',
    '单件净重(千克)': '0.500',
    '单件毛重(千克)': '0.600',
    'A简化/B汇总': 'A',
  }),
  订单: templateCsv('orders', orderRow({}), orderRow({ 订单号: `${planted.orderNo}-B`, 单价: 'QXZ-WRONG' })),
  收款单: templateCsv('payments', {
    支付流水: planted.paymentNo,
    订单号: planted.orderNo,
    平台: 'shopify',
    金额: planted.price,
    币制: 'USD',
    到账时间: '2025-09-03T04:00:00Z',
    交易类型: '收款',
  }),
  运单: templateCsv('waybills', {
    运单号: planted.waybillNo,
    订单号: planted.orderNo,
    物流企业代码: '3305980001',
    '毛重(千克)': '0.700',
    件数: '1',
  }),
}

function orderRow(over: Row): Row {
  return {
    订单号: planted.orderNo,
    平台: 'shopify',
    店铺: planted.shop,
    下单时间: '2025-09-01T10:00:00+08:00',
    货号: planted.sku,
    商品名称: planted.goods,
    数量: '1',
    单价: planted.price,
    币制: 'USD',
    订单总额: planted.price,
    买家编号: planted.buyerId,
    买家姓名: planted.buyer,
    收货人: planted.consignee,
    电话: planted.phone,
    地址: planted.address,
    邮箱: planted.email,
    运抵国: 'DE',
    ...over,
  }
}
