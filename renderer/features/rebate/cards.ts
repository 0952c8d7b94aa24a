import type { HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'rebate.batch',
    room: 'rebate',
    title: { zh: '一批退税', en: 'One rebate batch' },
    steps: [
      {
        zh: '打开「出口退税」。在「报关单明细」「进项发票」「文库与汇率」各页点「导入报关单明细」「导入进项发票」「导入退税率文库」「导入汇率」，坏行在导入页改。',
        en: 'Open Export rebate. Import declarations, purchase invoices, rebate rates and exchange rates from their pages; bad rows are mended in the import room.',
      },
      {
        zh: '回「批次」，点「新建批次」，选所属期，点「建立」。批次打开为一页，上面是各步，下面「上一步」「下一步」（Alt+PageUp、Alt+PageDown），随做随存。',
        en: 'Back in Batches press New batch, choose the period, press Create. The batch opens with its steps; Alt+PageUp and Alt+PageDown go between them, all is stored at once.',
      },
      {
        zh: '「企业」：填企业类型、纳税人类型、备案和退税办法，点「保存」；汇率用哪种、哪天也在这里。',
        en: 'Enterprise: type, taxpayer, filing and method, then Save; which exchange rate of which day is chosen here too.',
      },
      {
        zh: '「出口明细」：点「取单」（Alt+N），勾选要申报的报关单项，点「取入本批」。',
        en: 'Lines: press Take lines (Alt+N), tick the items, press Take into the batch.',
      },
      {
        zh: '「处理方式」：点「填本批情况」，回答离境、入账、收汇。回车打开一行，看由哪条规则决定、哪些规则让位。',
        en: 'Treatment: press Answer for the batch for departure, booking and receipt. Enter opens a line with the deciding rule and those that gave way.',
      },
      {
        zh: '「配单」：点「自动配单」，看过再存；配不上的在两边各勾选行，点「手工配单」（Alt+L），填数量。换汇成本超区间的会标出。',
        en: 'Linking: press Suggest, look, store; for the rest select rows on both sides and press Link by hand (Alt+L). Exchange costs outside the band are marked.',
      },
      {
        zh: '「疑点」：点「预检」（Alt+R）。逐条看哪里、为什么、怎么办、依据，点「去修改」到那条记录；不改的写明怎样处理，点「已处理」。再预检。',
        en: 'Findings: press Pre-check (Alt+R). Each says where, why, what to do and on which ground; Go and mend leads there. What stays is dealt with and why. Check again.',
      },
      {
        zh: '「金额」：点开应退税额，按算法和数据手工复算。「期限」「备案单证」各看一遍。',
        en: 'Amounts: open the refund and recompute it by hand. Look at Terms and Papers.',
      },
      {
        zh: '「结果」：写着“可提交”即可导出「预检报告」和「申报明细表」，到电子税务局自检、正式申报。',
        en: 'Result: when it says ready, save Report and Claim tables, then self-check and claim at the tax office.',
      },
      {
        zh: '「申报后」：点「记录进展」，选「正式申报」；以后受理、核准、退库到账也在这里记。',
        en: 'After filing: press Note progress and choose Claimed; acceptance, grant and payment are noted here too.',
      },
    ],
  },
  {
    id: 'rebate.feedback',
    room: 'rebate',
    title: { zh: '读入疑点', en: 'Read findings back' },
    steps: [
      {
        zh: '在电子税务局把疑点或反馈列表导出为 Excel。打开那一批，到「申报后」，点「读入疑点」，选文件。',
        en: 'Export the list of findings at the tax office. Open the batch, go to After filing, press Read findings back and choose the file.',
      },
      {
        zh: '每条按 21 位报关单号、关联号落到明细行，状态变为「疑点待处理」；找不到行或对应几行的逐条列出，由人判断。',
        en: 'Each row lands on its line by the 21 digits or the link and makes it Finding to deal with; rows that fit none or several are listed for a person.',
      },
      {
        zh: '回车打开一行，看税务机关的原文和经过；到「疑点」看我们对这一行的说法。',
        en: 'Enter opens a line with the words of the office; Findings shows ours beside them.',
      },
      {
        zh: '要改的先「撤回」，改好后重新「预检」，编号不变，再「正式申报」；已答复的点「记录进展」，选「疑点已答复」。',
        en: 'What must change is withdrawn first, mended, checked and claimed again under its number; what was answered is noted as Question answered.',
      },
    ],
  },
  {
    id: 'rebate.exempt',
    room: 'rebate',
    title: { zh: '免税月报', en: 'Month of exempt sales' },
    steps: [
      {
        zh: '打开「出口退税」，点「免税月报」，选「所属期」。',
        en: 'Open Export rebate, press Exempt month and choose the period.',
      },
      {
        zh: '有缺汇率的行先导入那天的汇率：缺一行，合计就不完整。',
        en: 'Import the rates that are missing first: one missing line makes the sums incomplete.',
      },
      {
        zh: '核对「纳税申报表的数」「按国别（地区）」「按店铺」三处合计相同。填列位置标「口径待确认」的，问过主管税务机关再填。',
        en: 'Figures, countries and shops come to the same sum. Where it goes is unconfirmed: ask the tax office.',
      },
      {
        zh: '点「导出 Excel」留底。申报后点「勾记已申报」，以后各期不再计入。',
        en: 'Press Export to Excel. After the return press Tick as declared; no later period counts the lines again.',
      },
    ],
  },
  {
    id: 'rebate.year-end',
    room: 'rebate',
    title: { zh: '年度清理', en: 'Year end' },
    steps: [
      {
        zh: '打开「出口退税」，点「年度清理」。看上年出口还有几天、涉及多少退税额、最近的 36 个月届满在哪天。',
        en: 'Open Export rebate, press Year end: days left, refund at stake, the nearest end of 36 months.',
      },
      {
        zh: '从上到下逐个原因点「看是哪些」：未汇总的去「月末汇总」，缺发票的催票并「导入进项发票」，未申报的新建批次。',
        en: 'Work down the reasons with Show which: summarise, get the invoices, make a batch.',
      },
      {
        zh: '疑点、函调、未收汇、备案单证缺失的，到那一批的「申报后」「备案单证」办。',
        en: 'Questions, letters, receipts and papers are dealt with in After filing and Papers of the batch.',
      },
      {
        zh: '办完回来看，行数和涉及退税额会变小。一行有几个原因的在每个原因下都列。',
        en: 'Come back: the numbers get smaller. A line with several reasons stands under each.',
      },
    ],
  },
]
