import type { Text } from '#shared/model/text'
import type { FieldHelp } from '../../app/help'
import { formHelp } from './enterprise/help'

const help = (id: string, title: Text, fill: Text, more: Partial<FieldHelp> = {}): FieldHelp => ({
  id: `rebate.${id}`,
  title,
  fill,
  ...more,
})

export const fields: readonly FieldHelp[] = [
  help(
    'room',
    { zh: '出口退税', en: 'Export rebate' },
    {
      zh: '准备一批申报并预检：处理方式、配单、疑点、金额、期限、备案单证。断网可用。各页用 Alt+1 到 Alt+9 打开。结论最多是“可提交”，正式申报和审核在税务机关。',
      en: 'Prepares and pre-checks a claim, offline: treatment, linking, findings, amounts, terms, papers. Alt+1 to Alt+9 open its pages. Its best word is ready to claim.',
    },
  ),
  help(
    'batches',
    { zh: '批次', en: 'Batches' },
    {
      zh: '双击或点批次号打开。最近期限按本批最早的出口日期算。没有明细的批次可以删除，批次号不再使用。',
      en: 'Double click opens. The next term is that of the earliest export. An empty batch can be deleted, its number stays used.',
    },
  ),
  help(
    'batch',
    { zh: '一批', en: 'A batch' },
    {
      zh: '所属期、批次、状态和本批的合计，始终在屏幕上。',
      en: 'Period, batch, state and sums, always on the screen.',
    },
  ),
  help(
    'period',
    { zh: '所属期', en: 'Period' },
    {
      zh: '申报年月，6 位。批次号在所属期内顺排，3 位。',
      en: 'Year and month of the claim; batches count within it.',
    },
    { length: '6', example: '202611' },
  ),
  help(
    'kind',
    { zh: '类型', en: 'Kind' },
    {
      zh: '外贸企业免退税，生产企业免抵退税。应与备案的退税办法一致。',
      en: 'Trading companies refund, manufacturers credit and refund, as filed.',
    },
  ),
  help(
    'items',
    { zh: '报关单明细', en: 'Declared items' },
    {
      zh: '导入的报关单、月末汇总结果形成的报关单、本账套登记的报关单，每项一行。已在批次中的写明批次和状态，不会再被取走。',
      en: 'Imported declarations, those of summaries, and those noted here, a row an item. What stands in a batch says so.',
    },
    { example: '310420260000000001-1' },
  ),
  help(
    'invoices',
    { zh: '进项发票', en: 'Purchase invoices' },
    {
      zh: '专用发票、数电票、海关缴款书，每行货物一行。剩余 = 金额、数量减去各期各关联号已用的。用途须为退税。',
      en: 'Special and digital invoices and customs payments, a row a line. Left is what no link has taken. The use must be rebate.',
    },
  ),
  help(
    'editions',
    { zh: '退税率文库', en: 'Rate library' },
    {
      zh: '税务机关发布的文库（DBF、CSV、JSON）。按出口日期取当时有效的退税率，用最近导入的一版。',
      en: 'The library as published. The rate in force on the export date is taken, of the edition imported last.',
    },
    { source: { zh: '出口退税率文库', en: 'Library of rebate rates' } },
  ),
  help(
    'fx',
    { zh: '汇率', en: 'Exchange rates' },
    {
      zh: '写明种类、日期、来源。缺的不用别的代替，预检会说缺哪天哪个币种。',
      en: 'With kind, day and source. A missing one is named and never replaced.',
    },
  ),
  help(
    'enterprise',
    { zh: '企业与口径', en: 'Enterprise and rules' },
    {
      zh: '按税务备案填写。没有填的不当作“是”。汇率口径一年一定，12 个月内改要有理由。',
      en: 'As filed with the tax office; what is not told is not taken for yes. The rate rule holds a year.',
    },
  ),
  ...formHelp,
  help(
    'lines',
    { zh: '出口明细', en: 'Lines' },
    {
      zh: '取单时只列没有进批次的报关单项，可按出口月份、商品名称、贴入的报关单号筛选。退出本批的，所在关联号随之撤销。',
      en: 'Only items in no batch are offered, by month, name or pasted numbers. Giving lines back dissolves their links.',
    },
  ),
  help(
    'treatment',
    { zh: '处理方式', en: 'Treatment' },
    {
      zh: '每行按顺序问规则，第一条能决定的决定；其余列为让位的规则。拿不准的写“口径待确认”，不会默认退税。',
      en: 'Rules are asked in order and the first that decides, decides; the others are listed. What is open is unconfirmed, never a refund.',
    },
  ),
  help(
    'treated',
    { zh: '一行的处理', en: 'Treatment of a line' },
    {
      zh: '点规则号看规则和依据。数据变了，这里立即按新数据判断；金额和疑点要重新预检。',
      en: 'A rule number shows its grounds. This follows the facts at once; amounts and findings follow the next check.',
    },
  ),
  help(
    'answers',
    { zh: '情况', en: 'Answers' },
    {
      zh: '单证上看不出来的事实。没有回答的按“否”处理。所选行的回答盖过本批的。',
      en: 'Facts no paper tells. What is left out counts as no. Answers of lines stand over those of the batch.',
    },
  ),
  help(
    'links',
    { zh: '配单', en: 'Linking' },
    {
      zh: '一个关联号一个商品代码。发票行按数量比例用金额，用到最后一份取剩余，合计分毫不差。毛利 = 人民币离岸价 − 计税金额 − 不退的税。',
      en: 'One code a link. Parts of an invoice line take their share, the last what is left. Gross profit is FOB in CNY less base and what is not refunded.',
    },
  ),
  help(
    'link',
    { zh: '关联号', en: 'Link' },
    {
      zh: '两边的行和金额的算法。换汇成本 = 计税金额（加不退的税）÷ 美元离岸价，区间是企业内部口径。',
      en: 'Both sides and how the amounts are made. Exchange cost is the base for a dollar of FOB; the band is house practice.',
    },
  ),
  help(
    'run',
    { zh: '预检', en: 'Pre-check' },
    {
      zh: '按“截至”那天判断期限。可以停下，停下不改上一次的结果。每次的结果都留着，可比较。',
      en: 'Terms are judged on that day. It can be stopped, the result before it stands. Every run is kept for comparison.',
    },
  ),
  help(
    'findings',
    { zh: '疑点', en: 'Findings' },
    {
      zh: '必改：不改会被退回或追缴；提示：看一眼；说明：让你知道。标为已处理的不会消失，写着谁、何时、为什么。',
      en: 'Must mend, look at, told. What was dealt with stays, with who, when and why.',
    },
  ),
  help(
    'finding',
    { zh: '一条疑点', en: 'A finding' },
    {
      zh: '依据写明文件、条款、起止日期；没有读过原文的标“口径待确认”，实务做法标“企业内部口径”。',
      en: 'Grounds name document, article and days; what was not read is unconfirmed, practice is house practice.',
    },
  ),
  help(
    'amounts',
    { zh: '金额', en: 'Amounts' },
    {
      zh: '点开看算法和数据，直到发票和报关单上的数。算不出来的不填 0，写明缺什么。',
      en: 'Open a figure down to what stands on the papers. What cannot be computed is absent and says what is missing.',
    },
  ),
  help(
    'manufacturer',
    { zh: '当期数据', en: 'Figures of the period' },
    {
      zh: '按账簿和当期增值税纳税申报表填一次。先申报增值税，再申报免抵退税。',
      en: 'From the books and the VAT return. The return is filed before the claim.',
    },
    { source: { zh: '国家税务总局公告2026年第5号 十五', en: 'Announcement 5 of 2026, 15' } },
  ),
  help(
    'deadlines',
    { zh: '期限', en: 'Terms' },
    {
      zh: '2025年底前出口的按原政策，没有 36 个月。36 个月按自然日，不因节假日顺延。',
      en: 'Exports until 2025 know no 36 months. Months run day to day, without moving over holidays.',
    },
  ),
  help(
    'papers',
    { zh: '备案单证', en: 'Papers' },
    {
      zh: '申报后 15 日内备齐：合同、运输单据、委托报关。拖入文件按文件名中的报关单号归档，认不出的留在上面由人选。',
      en: 'Complete within 15 days of the claim. Dropped files go by the number in their name, the others wait for a person.',
    },
    {
      source: {
        zh: '国家税务总局公告2026年第5号 四十五；2022年第9号 二',
        en: 'Announcements 5 of 2026 (45) and 9 of 2022 (2)',
      },
    },
  ),
  help(
    'result',
    { zh: '结果', en: 'Result' },
    { zh: '“可提交”是预检结论，不代表税务机关的意见。', en: 'Ready to claim is our word, not the office’s.' },
  ),
  help(
    'outputs',
    { zh: '输出', en: 'Outputs' },
    {
      zh: '申报明细表的列照官方表；编号按文本写，不会丢 0。演练账套的每份输出都标明演练。',
      en: 'Official columns; numbers are text. Outputs of a practice book say so.',
    },
  ),
  help(
    'compare',
    { zh: '比较两次预检', en: 'Compare two runs' },
    { zh: '改动前后少了、多了哪些疑点，合计变了多少。', en: 'Findings gone and come, totals changed.' },
  ),
  help(
    'life',
    { zh: '申报后', en: 'After filing' },
    {
      zh: '状态由经过决定，不能直接改。正式申报后本批锁定；撤回后可改，编号不变。状态不允许的行不动，并列出。',
      en: 'The state follows from what happened. A claimed batch is locked; withdrawn it can change under its numbers.',
    },
  ),
  help(
    'event',
    { zh: '发生了什么', en: 'What happened' },
    {
      zh: '退库到账、核准、冲减可填金额；与应退不同的，差额留着看得见。',
      en: 'Payment, grant and reversal take an amount; a difference stays visible.',
    },
  ),
  help(
    'feedback',
    { zh: '读入疑点', en: 'Read findings back' },
    {
      zh: '列名含关联号或报关单号、疑点描述的 Excel 或 CSV。税务机关的原文照样保留。',
      en: 'Excel or CSV with link or declaration number and the text; the office’s words are kept as they are.',
    },
  ),
  help(
    'paperRows',
    { zh: '出口发票、合同、收汇凭证', en: 'Export invoices, contracts, receipts' },
    {
      zh: '一行一张，可从 Excel 整块粘贴。项号留空表示整份报关单。金额与报关单比对，不符的在「疑点」里；收汇凭证还决定收汇状态，列入《收汇情况表》。',
      en: 'One a row; a block from Excel may be pasted. A blank item means the whole declaration. Sums are compared with the declaration, differences stand among the findings; receipts say what was collected and fill the table of receipts.',
    },
    { example: 'INV-2026-01, CIF, 2500.00, USD' },
  ),
  help(
    'joinReceipts',
    { zh: '取收汇', en: 'Take receipts over' },
    {
      zh: '从「收汇与结汇」取本批各行的收汇：凭证列入报关单的收汇凭证，收汇状态按台账（已收、未收、逾期、视同、不能收汇）。手工填的凭证和逐行填写的收汇状态不变；台账有变化时再取一次。',
      en: 'Takes the receipts of the lines from Receipts and settlement: each stands among the papers of its declaration, and how far a line is collected follows the ledger. Typed receipts and what was answered about a line stay; take them again when the ledger changed.',
    },
  ),
  help(
    'paperWeights',
    { zh: '装箱与运输', en: 'Packing and transport' },
    {
      zh: '装箱单和运输单据上的净重、起运地，与报关单比对；没有的留空，不比。',
      en: 'Net weights and place of departure as those papers state them, compared with the declaration; blank is not compared.',
    },
  ),
  help(
    'exportDate',
    { zh: '填出口日期', en: 'Set the export date' },
    {
      zh: '月末汇总的报关单，海关回执不带出口日期。选中行，按报关单的出口日期填，可成批填；2025 年底前和 2026 年起适用不同的政策，由这个日期决定。报关单或导入文件已写明的不改，已申报的不改。',
      en: 'The receipts of a month-end summary tell no export date. Select rows and copy it from the declaration, also for many at once; which law holds follows from it. Rows whose papers tell it, and claimed ones, are left.',
    },
    { length: '10', example: '2026-04-02' },
  ),
  help(
    'selfCheck',
    { zh: '自检', en: 'Self-check' },
    {
      zh: '把最近一次预检的资料送单一窗口的税务台自检。疑点落回同一行：必改的把那一行变为「疑点待处理」，改好、重新预检后再送；提示记在行的经过里。演练企业送演练税务台，它与本机用同一套规则，不代表税务机关。本机没有网时「带走自检」存成文件，用 U 盘拿到有网的电脑上传，再「带回自检结果」；带走之后资料有改动的结果不收。',
      en: 'Hands the facts of the last pre-check to the tax desk of the single window. What it finds lands on the same line; what blocks makes the line one to deal with: mend it, pre-check and send again. The practice desk judges by the same rules as this app and speaks for no office. Without a line take the claim along as a file, upload it on a computer that has one, and bring the answer back; an answer about other facts is not taken.',
    },
  ),
  help(
    'ledger',
    { zh: '退税台账', en: 'Ledger' },
    {
      zh: '按出口月份看已申报、已退库、疑点与函调、未申报。',
      en: 'By month of export: claimed, paid, held, open.',
    },
  ),
  help(
    'exempt',
    { zh: '免税月报', en: 'Exempt month' },
    {
      zh: '预检为免税的出口，按所属期汇成人民币。取消、退货、更正为负数行。勾记已申报后不再计入。',
      en: 'Exports found exempt, in CNY. Cancellations and returns are negative lines. Once ticked they are not counted again.',
    },
  ),
  help(
    'exemptFigures',
    { zh: '纳税申报表的数', en: 'Figures of the return' },
    { zh: '填列位置未经会计确认，标“口径待确认”。', en: 'Where they go is unconfirmed.' },
  ),
  help(
    'yearEnd',
    { zh: '年度清理', en: 'Year end' },
    {
      zh: '上年出口按未了的原因列出。1 月起显示，3 月起提醒。',
      en: 'Exports of last year by what is open. Shown from January, prominent from March.',
    },
  ),
  help(
    'settle',
    { zh: '海外仓核算', en: 'Settlement of pre-refunds' },
    {
      zh: '9810 货物未售先退的部分，到账次月 1 日至次年 4 月 30 日核算：全部售出且税额相同，无需调整；有差异的全额冲减后按实际重新申报；未售的冲减缴回，售出后点「重新申报」再取单。逾期未核算的追回。已售数量按海外仓销售台账填，灭失、销毁、赠送按未售（是否征税或免税口径待确认）。',
      en: 'What of 9810 goods was refunded before the sale is settled from the month after the payment to 30 April of the next year: all sold at the same refund, nothing changes; a difference reverses all and claims anew; unsold is repaid and claimed anew once sold. Not settled in time is recovered. Lost or given away counts as not sold (to be confirmed).',
    },
  ),
  help(
    'letters',
    { zh: '函调', en: 'Letters of the tax office' },
    {
      zh: '按供货方和发票登记税务机关的函调；生产企业免抵退没有关联号，按报关单登记，供货方、发票号码照函填写。用这些发票申报的行、这些报关单的行转为函调暂缓，回函无问题且没有其他函调的继续审核；有疑问或未能核实的仍暂缓。暂缓税额按行的应退税额（生产企业按行的免抵退税额），已等天数到回函为止。',
      en: 'By supplier and invoice; of a manufacturer, who has no link numbers, by declaration, with supplier and invoices as the letter tells. Lines claimed on these are held; a clear answer lets those go on that no other letter holds. Held is the refund of the lines, the age counts to the answer.',
    },
  ),
  help(
    'cancelled',
    { zh: '取消出口退（免）税清单', en: 'List of cancelled refunds' },
    {
      zh: '公告取消退税的商品：商品代码、起始出口日期、文件，从公告附件的表格粘贴。出口日期在起始日当天及以后的行按规则 B04 征税，零售免税也不适用；来料加工、中标机电等列举例外在「处理方式」里说明。清单里没有的商品仍按文库的退税率和标识。更新后重新预检。',
      en: 'Goods an announcement took the refund of: HS code, export date it holds from, document, pasted from its annex. Exports of that day and later are taxed by rule B04, without exemption for retail; listed exceptions are said where goods are treated. Other goods go by the library. Check batches again after a change.',
    },
  ),
  help(
    'returned',
    { zh: '退货影响的退税', en: 'Rebate of goods that came back' },
    {
      zh: '「退货」登记的出口退货（213 或报关单退运，作废的除外），按 792 回执的清单、行号与报关单项号对应到退税行。未申报的：自动配单和免抵退只取余下数量，多配的预检按 F13 拦下。已申报未到账的撤回更正或冲减；已到账的按退货数量补税，在批次「进展」记「补税（部分退货）」，全部退货记「冲减或缴回」，记足后了结。清单的计量单位与报关单不同时退回多少算不出，查清前不得申报。',
      en: 'Export returns (213, or by declaration; not void ones) on their items, by list, line and item of the 792. Unclaimed: the suggestion and the refund of a manufacturer take what is left, more is stopped by F13. Claimed and unpaid: withdraw or reverse. Paid: repay the share that came back and note it in the batch; all of it is a reversal. Where the units differ nothing of the item is claimed until it is known.',
    },
  ),
  help(
    'taxed',
    { zh: '视同内销', en: 'Taxed as sold at home' },
    {
      zh: '规则判为征税的出口。销项税额 =（离岸价 − 保税料件）÷（1 + 征税率）× 征税率，小规模按征收率。满 36 个月的，次日产生纳税义务；其余随出口次月的纳税申报。计提后记所属期；外贸企业取得转内销证明后记号码，凭以抵扣进项。',
      en: 'Exports a rule taxes. Output = (FOB - bonded) / (1 + levy) x levy; small-scale by its own rate. After 36 months the tax falls due the day after, else with the return of the month after the export. Note the period, and of a trading company the certificate of sale at home.',
    },
  ),
  help(
    'handbooks',
    { zh: '加工贸易手册', en: 'Handbooks of processing trade' },
    {
      zh: '进料加工手（账）册的计划进口、出口总值和有效期，导入后按计划分配率（计划进口 ÷ 计划出口）从免抵退中扣除保税料件；核销后填调整后的分配率。报关单的备案号与手册号相同的才扣。当期数据里手填的料件金额优先。',
      en: 'Planned import and export of a handbook; bonded material is deducted from the refund by their ratio, once written off by the adjusted one. It goes by the record number of the declaration. Figures typed for a period go before it.',
    },
  ),
]
