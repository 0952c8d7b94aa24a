import { tableOf } from '#shared/ceb/tables'
import type { FieldHelp, HelpCard } from '../../app/help'
import { elementHelp } from '../../app/field-help'

const element = (name: string) => tableOf('CEB607').head.fields.find((field) => field.name === name)!

export const cards: readonly HelpCard[] = [
  {
    id: 'departure.weigh-and-depart',
    room: 'departure',
    title: { zh: '称重、装袋、总分单', en: 'Weigh, bag and depart' },
    steps: [
      {
        zh: '打开「导入」，在「文件种类」选「称重装袋表」，放入仓库的文件（运单号、毛重、总包号、提运单号、航班航次），点「开始导入」。',
        en: 'Open Import, choose Weighing sheet, drop the file of the warehouse (waybill, gross weight, bag, bill, voyage) and press Start import.',
      },
      {
        zh: '打开「称重与总分单」，看「称重核对」。超出容差的排在前面：逐个点「称重」或「计算」，或点「全部以称重为准」，写明原因。',
        en: 'Open Weights and consolidation. What is over the tolerance stands first: press Weighed or Calculated for one, or decide all at once, and give the reason.',
      },
      {
        zh: '还没有申报的清单，在「清单」重新生成，毛重、总包号、提运单号随之更新，再申报。',
        en: 'Build lists that are not declared yet again under Lists; weight, bag and bill follow. Then declare them.',
      },
      {
        zh: '海关放行后点「提运单」。每个提运单写明可装几个、未上的原因；点「申报总分单（入发送队列）」，核对航班和运输工具，写明原因，确定。',
        en: 'After the release press Bills: each says how many may board and why others stay. Press Declare consolidation, check voyage and aircraft, give the reason.',
      },
      {
        zh: '点「总分单」看回执：海关入库（120）即完成；退单的按原文改好后「重报」。',
        en: 'Press Consolidations: stored (120) is the end; where it was sent back mend what the answer names and send it again.',
      },
      {
        zh: '监管场所告知运抵、物流企业告知离境后，点「勾记运抵」「勾记离境」，写明依据。清单的「谁传输」和时间线随之更新。',
        en: 'When site and carrier tell of arrival and departure press Tick arrival and Tick departure. The lists show it.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'departure.room',
    title: { zh: '称重与总分单', en: 'Weights and consolidation' },
    fill: {
      zh: '仓库的称重装袋表一次填好许多包裹的毛重、总包号和提运单号；清单总分单（607）把包裹归到提运单和航班。',
      en: 'The weighing sheet fills weight, bag and bill of many parcels at once; the consolidation (607) binds parcels to bill and voyage.',
    },
    source: { zh: '报文规范 2022-05 CEB607', en: 'Message specification 2022-05 CEB607' },
  },
  {
    id: 'departure.weights',
    title: { zh: '称重核对', en: 'Weights' },
    fill: {
      zh: '计算重量 = 商品资料的单件毛重 × 数量。一单多包裹的无法逐包比较，直接采用称重。超出容差、还没有处理的不采用称重，也不能装上总分单。',
      en: 'Calculated is gross weight per piece times quantity. Orders in several parcels cannot be compared and take the weighing. Beyond the tolerance nothing counts until somebody decides.',
    },
  },
  {
    id: 'departure.tolerance',
    title: { zh: '称重容差', en: 'Tolerance' },
    fill: {
      zh: '百分比和重量取大的一个。规范没有规定，属企业内部口径。',
      en: 'The larger of a share and a weight. No rule sets it; it is your own.',
    },
    example: '10 %, 0.1 kg',
  },
  {
    id: 'departure.depart',
    title: { zh: '申报总分单', en: 'Declare consolidation' },
    fill: {
      zh: '该提运单下清单已放行、称重已处理的包裹一次申报；申报地海关、申报企业、物流企业不同的分成几份。每个报文最多 1000 个包裹（企业内部口径）。',
      en: 'All parcels of the bill whose lists are released and weights decided, one document for each customs office, declarant and carrier, in parts of 1000 (our own choice).',
    },
  },
  elementHelp('departure.voyageNo', { zh: '航班航次号', en: 'Voyage' }, 'CEB607', element('voyageNo')),
  elementHelp(
    'departure.trafName',
    { zh: '运输工具名称', en: 'Means of transport' },
    'CEB607',
    element('trafName'),
  ),
  elementHelp(
    'departure.domesticTrafNo',
    { zh: '境内运输工具编号', en: 'Domestic vehicle' },
    'CEB607',
    element('domesticTrafNo'),
  ),
  {
    id: 'departure.departures',
    title: { zh: '总分单', en: 'Consolidations' },
    fill: {
      zh: '状态按回执（608）更新。运抵单（507）由监管场所、离境单（509）由物流企业传输，本机不制作，按对方告知勾记。',
      en: 'States follow the receipts (608). 507 and 509 are transmitted by site and carrier; they are never made here but ticked.',
    },
  },
  {
    id: 'departure.parties',
    title: { zh: '谁传输', en: 'Who transmits' },
    fill: {
      zh: '每项单证由谁传输；某个平台或物流企业不同的，另加一条。由别人传输的单证，生成清单时不再制作，清单显示在等谁。',
      en: 'Who transmits each message, with exceptions by platform or carrier. What others transmit is not made with a list; the list says whom it waits for.',
    },
  },
]
