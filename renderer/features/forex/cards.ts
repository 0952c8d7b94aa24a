import type { HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'forex.receipt',
    room: 'forex',
    title: { zh: '一笔平台回款', en: 'One payout of a platform' },
    steps: [
      {
        zh: '打开「收汇与结汇」。在「台账」点「导入银行流水」，在「三级勾稽」点「导入平台结算、机构流水」，在「银行与汇率」的「折算率」点「导入折算率」。',
        en: 'Open Receipts and conversion. Import the bank statement, the settlement and the ledger of the institution, and SAFE’s rates.',
      },
      {
        zh: '第一次先到「主体与规则」：填主体类型、名录、分类，点「保存」。没填的不检查。',
        en: 'Once: Subject and rules: type, register, class, then Save. What is not told is not examined.',
      },
      {
        zh: '「台账」：勾选今天的入账，点「认领」（Alt+L），选货款，写店铺。不是货款的写理由，离开流程。',
        en: 'Ledger: select today’s credits, press Claim (Alt+L), choose goods and the shop. Anything else leaves the flow with a reason.',
      },
      {
        zh: '「三级勾稽」：点「自动关联」，看过再点「保存」。不平的每行写着差多少、怎么办。',
        en: 'Three levels: press Link by itself, look, store. What does not balance says its difference and what to do.',
      },
      {
        zh: '回「台账」，回车打开这笔。上面是各步，「上一步」「下一步」（Alt+PageUp、Alt+PageDown），随做随存。',
        en: 'Back in the ledger Enter opens the receipt with its steps; Alt+PageUp and Alt+PageDown go between them.',
      },
      {
        zh: '「渠道」「订单与货物」「轧差」「9810」「币种」：有什么填什么，没有的跳过。没归类的费用在「轧差」归类。',
        en: 'Channel, orders, netting, 9810, currency: say what there is and skip the rest. Costs without class are classed.',
      },
      {
        zh: '「预检」：点「预检」（Alt+R）。看结论、可提交、暂扣，逐条处理疑点：「去修改」，或写明怎样处理点「已处理」。',
        en: 'Pre-check: press it (Alt+R). Look at verdict and amounts; mend each finding or say how it was dealt with.',
      },
      {
        zh: '「申报数据」：补填报人等，看有没有不平之处，导出给填报用。「义务」里看到哪天为止要申报。',
        en: 'Declaration data: complete it, see that it adds up, save it. Duties tells until when.',
      },
      {
        zh: '「证据包」：拖入原件，点「生成证据包」；交给银行后点「登记已交银行」。',
        en: 'Evidence: drop the originals, press Make the pack; after handing it over press Note as handed over.',
      },
    ],
  },
  {
    id: 'forex.month',
    room: 'forex',
    title: { zh: '月结勾稽', en: 'Month end' },
    steps: [
      {
        zh: '打开「收汇与结汇」，先把本月的银行、平台、机构文件都导入，「三级勾稽」没有不平之处。',
        en: 'Open Receipts and conversion. Import all files of the month; the three levels agree.',
      },
      {
        zh: '点「月结」，打开要结的月份、店铺、币种。',
        en: 'Press Month end and open the month, shop and currency.',
      },
      {
        zh: '从上到下看每步的差异，选原因、填金额，点「说明」。跨期的会带到下月。',
        en: 'Go down the differences: choose the reason, give the amount, press Tell. Timing is carried to the next month.',
      },
      {
        zh: '填「增值税申报销售额」，点「保存」。点开任一数字看是哪些行。',
        en: 'Type the sales of the VAT return and save. Open any figure for its lines.',
      },
      {
        zh: '导出「Excel」或「PDF」留底。都说明了，点「锁账」；锁了就不能改，以后在未锁的月份登记「更正」。',
        en: 'Save Excel or PDF. When all is told press Close the month; later changes are corrections in an open month.',
      },
    ],
  },
]
