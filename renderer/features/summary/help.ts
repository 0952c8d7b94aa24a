import { tableOf } from '#shared/ceb/tables'
import type { FieldHelp, HelpCard } from '../../app/help'
import { elementHelp } from '../../app/field-help'

const element = (name: string) => tableOf('CEB701').head.fields.find((field) => field.name === name)!

export const cards: readonly HelpCard[] = [
  {
    id: 'summary.month-end',
    room: 'summary',
    title: { zh: '月末汇总', en: 'Month-end summary' },
    steps: [
      {
        zh: '打开「月末汇总」，在「所属期」选要汇总的月份。只有结关（899）、未汇总的 B 类清单会进来；看截止日期。',
        en: 'Open Month-end summary and choose the month. Only B lists that are closed (899) and in no application are in it; mind the due day.',
      },
      {
        zh: '看「不在本期的清单」：放行未结关的下月再汇总，上期遗漏的选那个月补报。',
        en: 'Look at the lists outside this month: what is released but not closed goes next month, what an earlier month left out is made up there.',
      },
      {
        zh: '选「收发货人汇总」和「按商品名汇总」。点报关单前的「+」看每一项的数量、金额、重量和票数。',
        en: 'Choose how customs is to group. Open a form to see quantity, amount, weights and lists of each item.',
      },
      {
        zh: '点「汇总对账单 PDF」或「汇总对账单 Excel」，与业务、财务核对。',
        en: 'Press Statement PDF or Statement Excel and check it with sales and accounting.',
      },
      {
        zh: '点「汇总申报（入发送队列）」，核对合计，写明原因，再点「汇总申报（入发送队列）」。没有网络也可以申报，联网后自动发送。',
        en: 'Press Apply (to the send queue), check the sums, give the reason and press it again. It works without a line and is sent when the line is back.',
      },
      {
        zh: '点「汇总申请与结果」等回执。海关审结（399）后汇总结果（792）陆续到达；点申请前的「+」看报关单号，以及与预览的不同。',
        en: 'Press Applications and results and wait. After the grant (399) the results (792) come in; open the application to see the numbers and what differs from the preview.',
      },
      {
        zh: '退单的，按回执原文改好清单后点「重报」，编号不变；没有发出的可以「撤回」，再「作废」后清单可重新汇总。已审结、还没有报关单号的点「申请撤回汇总」（701 删除，口径待确认），海关同意后清单可重新汇总。',
        en: 'Where it was sent back, mend what the answer names and press Send again, the number stays. While it has not left it can be taken back and voided; its lists are free then. A granted one without a form number can be deleted by Ask to delete (appType 3, unconfirmed).',
      },
      {
        zh: '报关单结关后，点报关单行末的铅笔，补记「报关单结关」日期，或点「读入报关单号（Excel）」读入单一窗口导出的表，供退税使用。',
        en: 'Once a form is closed press the pencil at the end of its row and note the day for the rebate, or press Read form numbers (Excel) for a sheet of the single window.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'summary.room',
    title: { zh: '月末汇总', en: 'Month-end summary' },
    fill: {
      zh: '把上月结关的 B 类清单汇总申报（701），海关据此形成报关单，并以汇总结果单（792）告知每票清单每一行进了哪份报关单的第几项。',
      en: 'B lists closed last month are summarised (701); customs makes declaration forms of them and tells by 792 which line became which item.',
    },
    source: {
      zh: '公告2018-194（转引）；报文规范 2022-05 CEB701、CEB792',
      en: 'Announcement 2018-194 (second-hand); message specification 2022-05 CEB701, CEB792',
    },
  },
  {
    id: 'summary.period',
    title: { zh: '所属期', en: 'Month' },
    fill: {
      zh: '清单结关（899）的月份，按北京时间。上期遗漏的选那个月补报。',
      en: 'The month in which lists were closed (899), Beijing time. What was left out is made up under its own month.',
    },
    example: '202603',
  },
  elementHelp(
    'summary.summaryFlag',
    { zh: '收发货人汇总标志', en: 'Grouped by company' },
    'CEB701',
    element('summaryFlag'),
  ),
  elementHelp(
    'summary.itemNameFlag',
    { zh: '按商品名汇总标志', en: 'Grouped by name' },
    'CEB701',
    element('itemNameFlag'),
    {
      refusal: {
        zh: '“商品类别”怎样划分口径待确认，本机按商品编码预览',
        en: 'What a kind of goods is has to be confirmed; the preview goes by the HS code',
      },
    },
  ),
  {
    id: 'summary.due',
    title: { zh: '汇总截止', en: 'Due day' },
    fill: {
      zh: '次月 15 日前；15 日是休息日或节假日的，顺延到下一个工作日。放假安排按国务院办公厅通知，可在「税则与监管」「税表与清单」更新工作日历；没有的年份只避开周末。',
      en: 'Before the 15th of the next month, moved to the next working day. Holidays are those announced; update the work calendar under Tariff and control, Tables. For years without only weekends count.',
    },
    source: {
      zh: '公告2018-194（转引，未见原文）',
      en: 'Announcement 2018-194, seen in secondary pages only',
    },
  },
  {
    id: 'summary.entries',
    title: { zh: '将形成的报关单', en: 'Declaration forms to come' },
    fill: {
      zh: '表头相同：收发货人、运输方式、生产销售单位、运抵国、出境关别；表体相同：最终目的国、10 位商品编码、币制（及商品名称）。每份最多 50 项。以上八项名称口径待确认。单项重量按金额分摊，仅供参考。',
      en: 'Equal heads: consignor, transport, maker, country, port; equal lines: destination, HS code, currency (and name). At most 50 items. Which eight fields it are has to be confirmed. Weights of an item are shared out by value and a guide only.',
    },
  },
  {
    id: 'summary.excluded',
    title: { zh: '不在本期的清单', en: 'Lists outside this month' },
    fill: {
      zh: '每种原因列一行，写明怎么办；点「查看清单」打开这些清单。A 类清单不汇总，只计合计。',
      en: 'One line for each reason with what to do; Show lists opens them. A lists are only counted.',
    },
  },
  {
    id: 'summary.apply',
    title: { zh: '汇总申报（入发送队列）', en: 'Apply (to the send queue)' },
    fill: {
      zh: '按申报地海关和申报企业各一份汇总申请，列明清单编号；清单多的分几个报文（每个 2000 票，企业内部口径）。同一清单不会汇总两次。',
      en: 'One application for each customs office and declarant that names its lists, in parts of 2000 (our own choice). No list is summarised twice.',
    },
  },
  elementHelp(
    'summary.declarant',
    { zh: '报关单位', en: 'Declarant of the forms' },
    'CEB701',
    element('declAgentCode'),
  ),
  {
    id: 'summary.applications',
    title: { zh: '汇总申请与结果', en: 'Applications and results' },
    fill: {
      zh: '汇总申请的状态按回执自动更新；展开后是报关单和与预览的不同。报关单状态只显示原码，规范没有给出代码含义。',
      en: 'States follow the receipts; opened it shows the forms and what differs. The state of a form is shown raw, the specification does not explain it.',
    },
  },
  {
    id: 'summary.note',
    title: { zh: '补记报关单号和结关日期', en: 'Note number and closing' },
    fill: {
      zh: '汇总结果单没有带来报关单号、或报关单已结关时补记；谁、何时补记会留下。海关后来告知的报关单号优先。',
      en: 'Where no message brought the number, or the form is closed. Who and when is kept; a number customs tells later stands first.',
    },
    length: '18',
  },
]
