import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'zones.verdict',
    room: 'zones',
    title: { zh: '这一条政策我能不能用', en: 'Whether a clause is open to us' },
    steps: [
      {
        zh: '打开「综试区」，上面一行选监管方式、是否备案等；不知道的留「未答」。',
        en: 'Open Zones and answer in the strip what you know; leave the rest as not said.',
      },
      {
        zh: '看「结论」列：条件满足、未知、不适用、方案没有。回车打开一条，右边是每个条件和怎么办。',
        en: 'Read the verdict column; Enter opens a clause with each condition and what to do.',
      },
      {
        zh: '“条件满足”只说条件齐了，不代表任何机关批准；带“口径待确认”的先问主管部门。',
        en: 'Conditions met is no approval; ask the authority where a mark says unconfirmed.',
      },
    ],
  },
  {
    id: 'zones.switch',
    room: 'zones',
    title: { zh: '换一个综试区', en: 'Change the zone' },
    steps: [
      {
        zh: '在「综试区」选要换到的地方，点「两区对比」看差在哪里。',
        en: 'Choose the zone and look at the comparison first.',
      },
      {
        zh: '点「设为本账套的综试区」，看本软件会变的几项，再确认。断网也可以，可撤销。',
        en: 'Make it the zone of this book after reading what changes; it works offline and can be undone.',
      },
    ],
  },
  {
    id: 'zones.edition',
    room: 'zones',
    title: { zh: '综试区出了新版资料', en: 'New data of our zone' },
    steps: [
      {
        zh: '点「更新资料」，从单一窗口获取或放入资料文件。比本机旧的不收；先列出改了哪些。',
        en: 'Update the data, over the line or from a file. Data older than those here are refused; what changes is shown first.',
      },
      {
        zh: '点「采用新版」才改按新版，未申报的清单标为待更新；「以后再说」则仍按原版，上方有提示。',
        en: 'Take them, and lists not declared yet are marked out of date; or later, and the book goes on by the former ones.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'zones.room',
    title: { zh: '综试区', en: 'Zones' },
    fill: {
      zh: '每个综试区的资料是一份数据文件，内容取自各自的实施方案，断网可用。方案没写的不猜；没有文件定论的写“口径待确认”。',
      en: 'A zone is a data file taken from its plan. What a plan leaves out is not guessed; what no text settles is marked.',
    },
  },
  {
    id: 'zones.subject',
    title: { zh: '要判断的业务', en: 'The business in question' },
    fill: {
      zh: '结论按这里的回答得出。“未答”不等于“否”：只会让结论停在“未知”。注册地不填时按统一社会信用代码的登记机关判断。',
      en: 'Verdicts follow these answers. Not said is not no. Without a division the credit code tells the place.',
    },
  },
  {
    id: 'zones.clause',
    title: { zh: '条款', en: 'Clause' },
    fill: {
      zh: '引文是方案原话，附条款号；方案没写而全国有规定的，按全国规定列出。',
      en: 'The quote is the plan in its words; where it is silent a national rule is cited.',
    },
  },
]
