import { elementOf } from '#shared/declaration/master-check'
import type { Text } from '#shared/model/text'
import { elementHelp } from '../../app/field-help'
import type { FieldHelp, HelpCard } from '../../app/help'
import { goodsFields, labelOf, type GoodsField } from './fields'

type More = Partial<Omit<FieldHelp, 'id' | 'title'>>

const unitRefusal: Text = {
  zh: '法定单位与税号不符；单位相同而数量不同',
  en: 'The statutory unit is not that of the HS code; same unit, other quantity',
}

/** What is added to the words of the message: the master's own meaning, an example, common refusals. */
const more: Partial<Record<GoodsField, More>> = {
  gname: {
    refusal: {
      zh: '品名笼统（如「礼品」「配件」），无法归类',
      en: 'Too vague to classify, as “gift” or “parts”',
    },
  },
  itemName: {
    refusal: {
      zh: '与采购发票品名不一致，汇总后不能退税',
      en: 'Differs from the invoice: no rebate after the summary',
    },
  },
  gmodel: {
    example: 'brand|material|350ml',
    fill: {
      zh: '品牌、规格、成分等申报要素，用 | 分隔',
      en: 'Brand, size, material and so on, divided by |',
    },
    refusal: { zh: '缺品牌或成分，要求补充申报要素', en: 'Brand or material missing' },
  },
  gcode: {
    example: '7323940000',
    refusal: {
      zh: '税号已作废或位数不对（Excel 丢了前面的 0）',
      en: 'Code no longer in force, or cut by Excel',
    },
  },
  barCode: {
    example: '6901234567892',
    refusal: {
      zh: '条码校验位不符；没有条码时应填「无」',
      en: 'Check digit wrong; without a bar code the word for none stands there',
    },
  },
  unit: { example: '011', refusal: unitRefusal },
  unit1: { example: '035', refusal: unitRefusal },
  unit2: { refusal: unitRefusal },
  perUnit1: {
    fill: {
      zh: '一件商品折合多少法定第一单位；制单时乘以件数，保留 5 位小数',
      en: 'First statutory units in one piece; times the pieces, 5 decimals',
    },
    example: '0.210',
  },
  perUnit2: {
    fill: {
      zh: '一件商品折合多少法定第二单位；没有第二单位时不填',
      en: 'Second statutory units in one piece; empty without a second unit',
    },
  },
  netWeight: {
    fill: { zh: '一件商品不含外包装的重量，千克', en: 'Weight of one piece without outer packing, kg' },
    example: '0.210',
    refusal: { zh: '净重合计大于毛重', en: 'Net weights add up to more than the gross weight' },
  },
  grossWeight: {
    fill: {
      zh: '一件商品含包装的重量，千克；运单有称重时以称重为准',
      en: 'Weight of one piece with packing, kg; the weighed parcel wins',
    },
    example: '0.227',
  },
  fairPrice: {
    fill: { zh: '赠品的申报单价；清单中不能为 0', en: 'Price a gift is declared at; never 0 in a list' },
    example: '0.50',
    refusal: { zh: '单价为 0 或明显低于行情', en: 'Price 0 or far below the market' },
  },
}

/** Statutory rates: only 零售进口 asks for them. */
const rate = (field: GoodsField, what: Text, example: string) => ({
  [field]: {
    fill: {
      zh: `${what.zh}，百分数，不写 %；只有零售进口用，不知道的留空`,
      en: `${what.en} in percent, without the sign; for retail import only, empty while nobody knows`,
    },
    example,
  },
})

const own: Partial<Record<GoodsField, More & { fill: Text }>> = {
  sku: {
    fill: {
      zh: '企业自己的货号，与订单文件中的写法一致；保存后不能改，可复制成新货号',
      en: 'Your own number, written as in the order file; fixed once saved, copy it for a new one',
    },
    length: '≤ 30',
    example: 'MUG-ENA-350',
    source: {
      zh: '订单报文 30 位、清单报文 20 位，超出部分按前 20 位申报',
      en: '30 characters in the order, the first 20 in the list',
    },
  },
  name: {
    fill: { zh: '企业自己的商品名称，只在本机使用', en: 'Your own name of the goods, on this computer only' },
  },
  statisticsFlag: {
    fill: {
      zh: 'A 简化申报（不涉证、不征出口税、不退税）；B 汇总申报',
      en: 'A simplified (no licence, duty or rebate); B summary',
    },
    length: '1',
    refusal: { zh: '需退税的商品误报为 A', en: 'Goods with rebate declared as A' },
  },
  licence: {
    fill: {
      zh: '出口要许可证件（监管条件）的填 Y，不要的填 N，不知道的留空',
      en: 'Y where export needs a licence, N where not, empty while nobody knows',
    },
    length: '1',
    refusal: { zh: '涉证商品按 A 简化申报', en: 'Licensed goods declared as A' },
    source: {
      zh: '报文规范 2022-05 statisticsFlag；B2B 清单不涉证见公告2020-75（二手，口径待确认）',
      en: 'Specification 2022-05; that B2B lists take none: Announcement 2020-75, second-hand, not confirmed',
    },
  },
  licenseNo: {
    fill: {
      zh: '涉许可证件的商品填许可证号，写进清单表头。一份清单只能写一个号，不同许可证的商品分开申报',
      en: 'For goods under licence; it goes into the head of the list. A list holds one number: declare goods of other licences apart',
    },
    length: '19',
    source: { zh: 'CEB603、CEB621 表头 licenseNo', en: 'CEB603 and CEB621, head, licenseNo' },
  },
  inspection: {
    fill: {
      zh: '法定检验检疫的填 Y；涉检商品用 B2B 清单会提醒（口径待确认）',
      en: 'Y for goods under statutory inspection; a B2B list of them is warned about (not confirmed)',
    },
    length: '1',
    source: { zh: '公告2020-75（二手）', en: 'Announcement 2020-75, second-hand' },
  },
  exportDuty: {
    fill: {
      zh: '征出口关税的税号填 Y；不能简化申报（A），也不能用 B2B 清单',
      en: 'Y for codes that bear export duty: neither simplified (A) nor by a B2B list',
    },
    length: '1',
    source: { zh: '报文规范 2022-05 statisticsFlag', en: 'Specification 2022-05, statisticsFlag' },
  },
  rebate: {
    fill: {
      zh: '要退税的填 Y：零售出口用 B 汇总，B2B 用报关单；A 和 B2B 清单不产生报关单，不能退税',
      en: 'Y where the tax is to be refunded: B summary in retail, a customs declaration in B2B; A and B2B lists lead to none',
    },
    length: '1',
    source: { zh: '公告2018-194；报文规范 2022-05', en: 'Announcement 2018-194; specification 2022-05' },
  },
  ...rate('vatRate', { zh: '这个税号的进口增值税率', en: 'Import VAT rate of the tariff line' }, '13'),
  ...rate(
    'consumptionRate',
    { zh: '这个税号的消费税率', en: 'Consumption tax rate of the tariff line' },
    '15',
  ),
  ...rate('dutyRate', { zh: '这个税号的关税税率', en: 'Duty rate of the tariff line' }, '10'),
  fairCurrency: {
    fill: {
      zh: '公允价的币制，用 ISO 字母，与订单一致',
      en: 'Currency of the fair price, ISO letters as in orders',
    },
    length: '3',
    example: 'USD',
  },
}

function helpOf(field: GoodsField): FieldHelp {
  const id = `goods.${field}`
  const mine = own[field]
  if (mine) return { id, title: labelOf(field), ...mine }
  const message = field === 'origin' ? 'CEB621' : 'CEB603'
  return elementHelp(id, labelOf(field), message, elementOf('goods', field)!, more[field])
}

export const fields: readonly FieldHelp[] = [
  ...goodsFields.map(helpOf),
  {
    id: 'provenance.field',
    title: { zh: '来源', en: 'Source' },
    fill: {
      zh: '锁着的值来自别处录过的资料：法定单位、涉证涉检来自税则，企业名称、账册编号来自备案主体。要改先写理由（手改），理由留在旁边；恢复来源就按来源的值。来源后来变了会标“来源已变”。',
      en: 'A locked value is told elsewhere: units and conditions by the tariff, names and account books by the masters of enterprises. It is replaced with a reason, which stays beside it, and goes back to its source at a click. When the source changes it is marked.',
    },
  },
  {
    id: 'provenance.moved',
    title: { zh: '来源已变', en: 'Source changed' },
    fill: {
      zh: '这些资料里有值与来源现在说的不同。按来源更新整批改过来，可撤销；写过理由、来源没有再变的不动。',
      en: 'Records with a value that its source tells otherwise by now. All take the source in one act that is undone as one; what was replaced with a reason over that very source stays.',
    },
  },
  {
    id: 'goods.filing',
    title: { zh: '商品备案', en: 'Filing of goods' },
    fill: {
      zh: '选中的（不选则为列表全部）一次入发送队列，断网也可以；有问题的按栏点名，改好再报。资料改过的在这里列出不同，再报一次即为变更。',
      en: 'What is ticked, else the whole list, is queued in one act, also offline; what is refused is named by field. What differs since is listed here: file it again as a change.',
    },
  },
  {
    id: 'goods.pieces',
    title: { zh: '件号与环节', en: 'Pieces and stations' },
    fill: {
      zh: '特殊商品（龙泉刀剑等）逐件登记件号、货号和订单号，依次登记下单、生产、发货、转运、报关，写真实发生时间，可以补登，不能跳过。订单申报几件，就要有几件到齐“转运”，否则清单不能申报。冷链商品每票登记一次，写要保持的温度，发货和转运各写一次读数。拆单的写子订单号。',
      en: 'Special goods are recorded piece by piece with SKU and order: ordered, made, shipped, transferred, declared, each with the time it really happened; late is fine, leaving out is not. A list is declared once as many pieces are transferred as it takes. What travels cold is recorded once for each parcel, with the temperatures to keep and a reading at shipping and transfer. Of a split order give the number of the part.',
    },
    source: {
      zh: '丽水方案：下单、生产、发货、转运、报关全流程跟踪；冷链的环节为企业内部口径',
      en: 'Plan of Lishui: followed from order to declaration; the stations of what travels cold are a rule of ours',
    },
  },
  {
    id: 'goods.brands',
    title: { zh: '品牌与授权', en: 'Brands and leaves' },
    fill: {
      zh: '品名里出现登记过的品牌而没有授权的，标出来请人核对，不拦申报。授权可限定期间、国家（三位代码）和货号。授权书的文件在「证照与文件」登记。',
      en: 'Goods whose name holds a brand without a leave are marked for a person to look at; nothing is stopped. A leave may be limited to days, countries (customs numbers) and SKU. Its paper is recorded in Papers.',
    },
  },
]

export const cards: readonly HelpCard[] = [
  {
    id: 'goods-first',
    room: 'goods',
    title: { zh: '第一批清单（二）：商品资料', en: 'First lists (2): goods master' },
    sample: 'goods.xlsx',
    steps: [
      {
        zh: '打开「商品资料」，点「导入」，选择样例文件',
        en: 'Open Goods, choose Import, and the sample file',
      },
      {
        zh: '看结果一行：读入 = 新增或更新 + 未变 + 未导入；未导入的行在下面改',
        en: 'Read the result: rows read = accepted + unchanged + refused; mend refused rows below it',
      },
      {
        zh: '导入订单后点「缺商品资料」：每行一个货号和被它卡住的订单数',
        en: 'After orders came in, choose Missing goods: a row for each SKU with the orders it holds up',
      },
      {
        zh: '在表中填写或从 Excel 粘贴，带 * 的列必填；也可导出填好再导入',
        en: 'Fill in the sheet or paste from Excel; columns with * are needed; or export, fill in and import',
      },
      {
        zh: '点「保存已填完的」，这些订单不再缺资料',
        en: 'Save what is complete; these orders no longer lack data',
      },
    ],
  },
  {
    id: 'goods-pieces',
    room: 'goods',
    title: { zh: '特殊商品逐件登记环节', en: 'Follow special goods piece by piece' },
    steps: [
      {
        zh: '打开「商品资料」，选「件号与环节」，点「登记件号」：写件号、货号、订单号和备案号',
        en: 'Open Goods, Pieces and stations, Record a piece: number, SKU, order and permit',
      },
      {
        zh: '点「登记环节」：下一环节已选好，核对时间、经手人、地点，写单证号',
        en: 'Record a station: the next one is chosen; check time, person and place, give the paper',
      },
      {
        zh: '每到一个环节登记一次；断网照常登记，补登的会标明何时补登',
        en: 'Do so at each station, also offline; what is written down late is marked',
      },
      {
        zh: '状态到「可申报」后，在「清单」申报；登记错的点「作废」再登',
        en: 'Once it may be declared, declare its list; a wrong record is voided and made anew',
      },
    ],
  },
  {
    id: 'goods-bulk',
    room: 'goods',
    title: { zh: '批量修改商品资料', en: 'Change many goods at once' },
    steps: [
      {
        zh: '用筛选或「粘贴号码」找出要改的商品；也可勾选',
        en: 'Find the goods by filter or pasted SKUs, or tick them',
      },
      { zh: '按 Alt+B，选字段，填新值', en: 'Press Alt+B, choose the field, write the value' },
      {
        zh: '看预览：改动几行、几行会不合格；有不合格的不能执行',
        en: 'Look at the preview; an edit that spoils rows is not done',
      },
      { zh: '执行后右上角可「撤销」', en: 'Afterwards the notice offers Undo' },
    ],
  },
]
