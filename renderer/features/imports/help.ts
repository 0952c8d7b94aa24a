import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'imports.files',
    room: 'imports',
    title: { zh: '读入文件，改好没导入的行', en: 'Reading files and mending refused rows' },
    sample: 'goods.xlsx, orders.csv, payments.csv, waybills.xlsx',
    steps: [
      {
        zh: '打开「导入」，选「商品」，放入 goods.xlsx；再选「订单」「收款单」「运单」，各放入一个文件。',
        en: 'Open Import, choose Goods and drop goods.xlsx; then choose Orders, Payments and Waybills and drop one file each.',
      },
      {
        zh: '逐个点开文件，看识别结果和前几行；回答文件里没有写明的问题（店铺、币制、时区等），同一店铺只问一次。',
        en: 'Click each file, look at how it was read and at its first rows; answer what the file does not say (shop, currency, time zone …). A shop is asked once.',
      },
      {
        zh: '点「开始导入」。完成后核对：读取 = 导入 + 未导入 + 已存在。',
        en: 'Press Start import. Then check: read = imported + refused + already stored.',
      },
      {
        zh: '有未导入的行时点「打开这次导入」，在标红的格子里直接改，再点「重新校验」，无误的行随即导入；不要的行选中后放弃并写明理由。',
        en: 'Where rows were refused, press Open this import, edit the red cells and press Check again: rows without a fault go in. Rows you do not want are selected and given up with a reason.',
      },
      {
        zh: '需要别人改时点「导出 Excel（含错误原因）」。',
        en: 'Press Export to Excel when somebody else has to mend them: the reason stands in a column.',
      },
      {
        zh: '到「订单」核对票数、件数和分币制金额；双击一行看订单全貌。然后到「三单对碰」。',
        en: 'Open Orders and check orders, pieces and the amount of each currency; double-click a row to see the whole order. Then go on to matching.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'imports.kind',
    title: { zh: '文件种类', en: 'Kind of file' },
    fill: {
      zh: '一个文件只装一种记录：订单（含退货、取消）、收款单、运单、称重装袋表或商品；退税用的进项发票、报关单明细、退税率文库、汇率；收汇用的银行流水、平台结算和机构流水、折算率、银行牌价。选错时会提示该文件像哪一种。',
      en: 'One file holds one kind of record: orders (with returns and cancellations), payments, waybills, weighings or goods, for a refund purchase invoices, declared items, rebate rates and exchange rates, for receipts bank statements, settlements and ledgers, SAFE’s rates and price lists. A file of another kind is refused with a hint.',
    },
    example: 'Shopify orders export, PayPal activity',
  },
  {
    id: 'imports.profile',
    title: { zh: '文件格式', en: 'Format of the file' },
    fill: {
      zh: '按表头自动识别。都不像时选「自行对应各列」，把列与字段对应起来；同一店铺记住一次。',
      en: 'Recognised by its headings. Where none fits, choose to map the columns yourself; it is remembered for the shop.',
    },
  },
  {
    id: 'imports.shop',
    title: { zh: '店铺', en: 'Shop' },
    fill: {
      zh: '平台和店铺与订单号一起决定一票订单。同一店铺请始终用同一写法，否则会被当作另一家店。',
      en: 'Platform, shop and order number together make one order. Always spell a shop the same way, or it counts as another shop.',
    },
    example: 'shopify / main',
  },
  {
    id: 'imports.direction',
    title: { zh: '进口还是出口', en: 'Import or export' },
    fill: {
      zh: '有「订购人证件号码」一列的按零售进口，其余按出口；文件没有这一列而是进口订单的，在这里改为进口。进口订单生成清单前还要有订购人姓名、证件号码、电话和收货人。',
      en: 'A file with the number of the buyer’s document is taken for retail import, any other for export; say here where it is an import all the same. Its lists then still want name, document and phone of the buyer, and the consignee.',
    },
  },
  {
    id: 'imports.update',
    title: { zh: '更新已有记录', en: 'Update what is stored' },
    fill: {
      zh: '勾选后，以前导入过、内容有变化的记录以本文件为准；不勾选则列入未导入的行。已申报的记录任何时候都不会被覆盖。',
      en: 'Ticked, records that an earlier import stored with other content are taken from this file; unticked, they are refused. A declared record is never overwritten.',
    },
  },
  {
    id: 'imports.errors',
    title: { zh: '未导入的行', en: 'Refused rows' },
    fill: {
      zh: '原行号、原因和改法写在左边，右边是文件的各列，可直接修改。订单缺少其中任何一行时不会申报。',
      en: 'Row number, reason and remedy on the left, the columns of the file on the right, to be edited in place. An order that lacks one of its rows is not declared.',
    },
  },
]
