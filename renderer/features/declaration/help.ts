import type { FieldHelp, HelpCard } from '../../app/help'
import { importCard, importFields } from './import-help'
import { messageHelp } from './message-help'
import { signatureCard, waitingFields } from './waiting-help'

export const cards: readonly HelpCard[] = [
  {
    id: 'declaration.first-batch',
    room: 'lists',
    title: { zh: '第一批清单（从导入到申报）', en: 'The first batch of lists, from files to the queue' },
    sample: 'goods.xlsx, orders.csv, payments.csv, waybills.xlsx',
    steps: [
      {
        zh: '打开「导入」，在「文件种类」选「商品」放入 goods.xlsx，再依次选「订单」「收款单」「运单」放入 orders.csv、payments.csv、waybills.xlsx；文件没有写明的店铺、币制、时区按提示选填。点「开始导入」，等各文件显示「已导入」。',
        en: 'Open Import. Under Kind of file choose Goods and drop goods.xlsx, then Orders, Payments and Waybills and drop orders.csv, payments.csv and waybills.xlsx; answer what the files do not say. Press Start import and wait until each file is imported.',
      },
      {
        zh: '打开「申报参数模板」，没有模板时点「用现成的演练模板」或新建一个。',
        en: 'Open Templates. Where there is none, take the practice template or make one.',
      },
      {
        zh: '打开「三单对碰」，点「对碰有变化的」。「阻断」的订单看「处理」一栏；只是号码写法不同的，点「手工对碰」，勾选单证，写明理由，点「确认对碰」。',
        en: 'Open Matching and press Match what changed. For orders that are stopped read What to do; where only the spelling of a number differs press By hand, tick the document, give the reason and press Confirm match.',
      },
      {
        zh: '打开「清单」，在「可申报」选模板和赠品处理，点「全部暂存（生成清单）」。超过 100 行或有几个运单的订单自动拆单。',
        en: 'Open Lists. Under Ready choose the template and what happens to gifts, press Save all (build lists). Orders of more than 100 lines or several waybills are split.',
      },
      {
        zh: '结果里有「未能生成」时点它，按「处理」改好来源，再生成一次。点「查看清单」，核对票数、件数、毛净重和分币制金额；双击一行看表头、表体和关联单证。',
        en: 'Where orders were refused open Not built, mend the source as told and build again. Press Show lists; check number, pieces, weights and the amount of each currency. A double click shows head, lines and documents.',
      },
      {
        zh: '点「批次表 PDF」或「批次表 Excel」留底；未申报的印有「未申报」，演练企业的印有「演练 · 不具申报效力」。',
        en: 'Press Batch table PDF or Excel to keep a copy; drafts are marked as not declared, those of a practice book as practice.',
      },
      {
        zh: '点「申报（入发送队列）」，在对话框核对份数和金额，再点「申报（入发送队列）」。没有网络也可以申报：单证排队，联网后自动发送，状态变为「已申报未回」。',
        en: 'Press Declare (to the send queue), check count and amounts, press it again in the dialog. It works without a line: documents wait and are sent when the line is back; the state is Waiting.',
      },
      {
        zh: '回执到达后状态自动更新；「退单待改」有数字时按任务卡「退单怎么改」处理。',
        en: 'States follow the receipts. When Sent back shows a number go on with the card on corrections.',
      },
    ],
  },
  {
    id: 'declaration.correct',
    room: 'lists',
    title: { zh: '退单怎么改', en: 'How to correct what customs sent back' },
    sample: 'orders.csv',
    steps: [
      {
        zh: '打开「清单」，点「退单待改」。相同原因（同一代码、同一字段或货号）只列一次，旁边是涉及的份数。',
        en: 'Open Lists and press Sent back. One cause (same code, same field or SKU) stands once with its number of lists.',
      },
      {
        zh: '看原始代码和原文，点「打开商品资料」，在来源处改一次，点「保存」。原因不在商品的，点「打开来源」或「打开清单」。',
        en: 'Read the raw code and text, press Open goods, mend it once there and press Save. Where goods are not the cause press Open source or Open list.',
      },
      {
        zh: '回到「退单待改」，在这个原因上点「更正重报」，写明理由，再点「更正重报」。只有受这个原因影响的清单重新生成并入队；企业唯一编号、订单号和电子口岸编号不变。',
        en: 'Back under Sent back press Correct and resend at this cause, give the reason and confirm. Only the lists of this cause are built again and queued; their numbers stay.',
      },
      {
        zh: '错在订单、收款单或运单时，客户端先发改后的这张单，等它入库后再发清单，不需要分两次操作。',
        en: 'Where the order, payment or waybill was wrong, that document goes first and the list follows once it is stored; it is one act.',
      },
      {
        zh: '双击清单，在「回执与时间线」看每一次申报的结果和原始代码。已入库、放行的清单不能修改；要撤回的，点「撤销申请（605）」请海关撤销。',
        en: 'Double click a list and read each attempt with its raw code under Receipts and timeline. Lists that customs holds or released cannot be edited; press Withdraw (605) to ask for them back.',
      },
    ],
  },
  importCard,
  signatureCard,
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'declaration.sources',
    title: { zh: '来源与手改', en: 'Sources and overrides' },
    fill: {
      zh: '每个值来自哪份资料。来自商品、模板、运单的可写理由手改；平台、支付机构告知的和用来核对的，只能改来源。手改后来源又变了，重新生成时会点名，重新确认或恢复来源。',
      en: 'Where each value comes from. What goods, template and waybill say may be overridden with a reason; what others told or documents are compared by is changed in its source. When the source of an override changes it is named at the next building.',
    },
  },
  ...importFields,
  ...waitingFields,
  {
    id: 'lists.chain',
    title: { zh: '谁传输', en: 'Who transmits' },
    fill: {
      zh: '本清单涉及的单证各由谁传输、到了哪一步。别人传输的单证本机不制作，得知已传输后点「勾记」，写明依据；规则在「称重与总分单」的「谁传输」里改。',
      en: 'Who transmits each message of this list and how far it is. What others transmit is not made here; tick it once you know, with what you know it from. The rule is changed under Weights and consolidation.',
    },
  },
  ...messageHelp,
  {
    id: 'declaration.template',
    title: { zh: '申报参数模板', en: 'Template' },
    fill: {
      zh: '申报地海关、口岸、运输方式、物流和支付企业、指运港等由模板带入。默认用默认模板；不同口岸或物流各建一个。',
      en: 'Customs, port, transport, carrier, payment company and port of discharge come from it. The default one is taken; make one for each port or carrier.',
    },
  },
  {
    id: 'declaration.gifts',
    title: { zh: '赠品处理', en: 'Gifts' },
    fill: {
      zh: '按公允价申报：取商品资料中的公允价，理由一并保留；不申报：实物没有寄出的赠品不进清单。清单里不会出现 0.00。税务和外汇仍按赠品·需确认显示。',
      en: 'At fair price: the price of the goods master with its reason; leave out: gifts that were not shipped. A list never holds 0.00.',
    },
  },
  {
    id: 'declaration.declare',
    title: { zh: '申报（入发送队列）', en: 'Declare (to the send queue)' },
    fill: {
      zh: '每份清单先全面校验，不合格的留下并写明原因；合格的一次写入发送队列并得到批次号，断网时等待，联网后自动发送。入队后内容不能改。',
      en: 'Each list is checked in full; those that fail stay with the reason, the others are queued at once under one batch number and sent when there is a line. What is queued cannot be edited.',
    },
  },
  {
    id: 'declaration.withdraw',
    title: { zh: '撤销申请（605）', en: 'Withdraw (605)' },
    fill: {
      zh: '请海关撤销已入库（120、300、500、399）或放行、还没有离境的清单，须写理由。海关同意（399）前清单保持有效；同意后清单作废，订单用新的企业唯一编号重新申报。结关后不能撤销。',
      en: 'Asks customs to withdraw a list it has stored or released and that has not left, with a reason. Until customs agrees (399) the list stands; then it is void and the order is declared under a new number. A closed list cannot be withdrawn.',
    },
    length: '1–1000',
    source: { zh: 'CEB605 出口撤销申请单，原因 reason', en: 'CEB605, element reason' },
    refusal: {
      zh: '清单状态已不允许撤销（-623005）；没有写原因（-623012）',
      en: 'The list can no longer be withdrawn (-623005); no reason given (-623012)',
    },
  },
  {
    id: 'declaration.takeBack',
    title: { zh: '撤回', en: 'Take back' },
    fill: {
      zh: '从发送队列取回还没有发出的清单或撤销申请，不需要海关同意。已发出的不能撤回。',
      en: 'Takes lists or withdrawals that have not left out of the queue; customs is not asked. What has left cannot be taken back.',
    },
  },
  {
    id: 'declaration.void',
    title: { zh: '作废', en: 'Void' },
    fill: {
      zh: '放弃海关没有接收的清单。订单和运单可以重新生成清单，企业唯一编号不再使用。海关已接收的用「撤销申请（605）」。',
      en: 'Gives up a list that customs does not hold. Order and waybill are free again, the number is not used twice. What customs holds is withdrawn by 605.',
    },
  },
  {
    id: 'declaration.correct',
    title: { zh: '更正重报', en: 'Correct and resend' },
    fill: {
      zh: '退单的清单按来源的现状重新生成并入发送队列，企业唯一编号不变；错在订单、收款单或运单时先发那张单。',
      en: 'Builds lists that were sent back again from their sources as they are now and queues them under the same numbers; where order, payment or waybill was wrong, that document goes first.',
    },
  },
  {
    id: 'declaration.cause',
    title: { zh: '退单原因', en: 'Cause of a rejection' },
    fill: {
      zh: '代码和文字是海关或单一窗口的原文。涉及货号的在商品资料改一次；改后点「更正重报」，只重报这个原因的清单。',
      en: 'Code and text are those of customs or the single window. Mend the SKU once in the goods master, then correct and resend only these lists.',
    },
  },
]
