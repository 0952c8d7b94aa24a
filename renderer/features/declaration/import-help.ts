import type { FieldHelp, HelpCard } from '../../app/help'

/** From the file of an import order to the answer of customs. */
export const importCard: HelpCard = {
  id: 'declaration.retail-import',
  room: 'lists',
  title: {
    zh: '零售进口：订单、支付、运单到进口清单（9610、1210）',
    en: 'Retail import: order, payment, waybill, list (9610, 1210)',
  },
  steps: [
    {
      zh: '打开「申报参数模板」，新建一个贸易方式为直购进口（9610）或网购保税进口（1210）的模板：填担保企业代码；直购填起运国，保税填账册编号和区内企业。运输工具编号、航班航次号、提运单号、进口日期以运单文件为准，文件没有写的取模板的。演练账套点「用现成的演练模板」旁的箭头选零售进口。',
      en: 'Open Templates and make one whose mode is direct purchase (9610) or bonded import (1210): the guarantor; for 9610 the country of departure, for 1210 account book and zone company. Vehicle, voyage, bill and date of import come from the waybill file, else from the template. In a practice book choose it at the arrow beside the ready-made one.',
    },
    {
      zh: '打开「导入」，选文件种类后点「零售进口的空白模板」，按「示例」填写；用别的格式的，在「方向」选「零售进口订单」。订单要有订购人姓名、证件号码、电话，收货人、电话、地址，商品金额、运费、折扣（非现金抵扣）、税费（代扣税款）和订单总额（实际支付）；币制只能是人民币，时间是北京时间。',
      en: 'Open Import, choose the kind of file and press Blank template for retail import; fill it in like the sample. For a file of another format choose Orders of retail import as its direction. An order names the buyer with document number and phone, the consignee with phone and address, price, freight, discount (paid otherwise), tax and total (really paid), in CNY; times are those of China.',
    },
    {
      zh: '在「商品资料」补零售进口各项：原产国必填；填了进口增值税率、消费税率才估算税款。网购保税的商品还要账册备案料号。',
      en: 'Under Goods fill in Retail import: the country of origin is needed; rates of VAT and consumption tax are needed for an estimate. Bonded goods also need their number in the account book.',
    },
    {
      zh: '在「谁传输」核对：进口订单由本企业或平台，支付单由支付企业，进口运单由物流企业。别人传输的单证本机不生成，只比对它们的文件。',
      en: 'Under Who transmits check: the order by this company or the platform, the payment by the payment company, the waybill by the carrier. What others transmit is not made here; their files are compared.',
    },
    {
      zh: '打开「三单对碰」点「对碰有变化的」，再到「清单」生成清单：进口订单自动用进口的模板。没有通过的，在结果里看是哪一单哪一项、为什么、怎么办。一个订单一份支付单、一个运单，不能合单拆单，最多 99 项。',
      en: 'Match, then build under Lists: orders that come in take the template of import. What is refused says which record and field, why, and what to do. One order has one payment and one waybill, is neither merged nor split, and has at most 99 lines.',
    },
    {
      zh: '双击清单看「税款估算」：完税价格、单次限值 5000 元、个人年度限值 26000 元、按 70% 计的税款。年度合计只是本书已知部分（下限）；应征多少以海关电子税单为准。',
      en: 'Double click the list and read Tax estimate: dutiable value, limits of CNY 5,000 and 26,000, tax at 70%. The sum of the year is what this book knows, a lower bound; what is due stands in the tax bill.',
    },
    {
      zh: '点「申报（入发送队列）」。回执、退单更正与出口的清单一样，见任务卡 退单怎么改。平台向海关开放支付原始数据（公告2018-165、2018-179）由平台的服务器应答，不在本机。',
      en: 'Press Declare (to the send queue). Receipts and corrections are as for exports. The payment data a platform opens to customs (Announcements 2018-165, 2018-179) are answered by its server, not here.',
    },
  ],
}

export const importFields: readonly FieldHelp[] = [
  {
    id: 'declaration.retail',
    title: { zh: '税款估算', en: 'Tax estimate' },
    fill: {
      zh: '完税价格＝商品＋运费＋保费。限值以内关税为 0，消费税＝完税价格÷(1−消费税率)×消费税率×70%，增值税＝(完税价格＋不打折的消费税)×增值税率×70%。一件商品超过 5000 元而低于 26000 元的全额征税。从量税、复合税的从量部分没有计入；年度合计只是本书已知部分，是下限；海关同意退货的已扣回。',
      en: 'Dutiable value = goods + freight + insurance. Within the limits: no duty; consumption tax = value ÷ (1 − rate) × rate × 70%; VAT = (value + undiminished consumption tax) × rate × 70%. A single article above CNY 5,000 and below 26,000 pays in full. Specific duties, and the specific part of compound ones, are left out. The year is what this book knows, a lower bound; granted returns are given back.',
    },
    source: {
      zh: '财关税〔2018〕49号（2019-01-01 起）；70% 与公式为二手资料，口径待确认',
      en: 'Caiguanshui [2018] 49 (from 2019-01-01); 70% and the formulas are second-hand, not confirmed',
    },
  },
]
