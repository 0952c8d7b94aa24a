import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'tariff.find',
    room: 'tariff',
    title: { zh: '查商品编码', en: 'Find an HS code' },
    steps: [
      {
        zh: '在商品表单按 Alt+H，或打开「税则与监管」，输品名、拼音首字母、编码开头或英文。',
        en: 'Press Alt+H in the form of goods, or open Tariff and control; type a name, initials, code or English.',
      },
      {
        zh: '上下键选，回车「取用」：编码、法定单位和涉证涉检一起填入，已填的不动。',
        en: 'Arrows choose, Enter takes: code, units and supervision are filled in; what you answered stays.',
      },
      {
        zh: '下面一行是用的哪份税则、从哪天起；四位品目只供查找，不能申报。',
        en: 'The line below says which tariff and since when; headings of four digits only help to find.',
      },
    ],
  },
  {
    id: 'tariff.conversion',
    room: 'tariff',
    title: { zh: '税则转版', en: 'New codes of a new tariff' },
    steps: [
      {
        zh: '在「税表与清单」导入新税则和新旧编码对照，写明生效日、是否完整。',
        en: 'Import the new tariff and the table of old and new codes; say from when it holds and whether it is complete.',
      },
      {
        zh: '点「税则转版」「预览」：一对一的自动换，一对多和取消的逐个选，单位变了的填折算。',
        en: 'Preview: one-to-one goes by itself; of several choose; give the conversion where a unit changed.',
      },
      {
        zh: '点转换。没有定的保留旧编码，不会误报；整次可撤销。',
        en: 'Convert. What is open keeps its old code; the act can be undone as one.',
      },
    ],
  },
  {
    id: 'tariff.year',
    room: 'tariff',
    title: { zh: '年度开账', en: 'Open a year' },
    steps: [
      {
        zh: '打开「税则与监管」的「年度开账」，填年份。',
        en: 'Open the year face of Tariff and control and give the year.',
      },
      {
        zh: '逐步做：新税则、转版、退税率文库、汇率、节假日、上年未了结；「去办」到要去的地方。',
        en: 'Go step by step: tariff, conversion, refund rates, exchange rate, holidays, what is left of last year.',
      },
      {
        zh: '全部打勾即可开始新年度的制单。',
        en: 'When every step is done, lists of the new year can begin.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'tariff.room',
    title: { zh: '税则与监管', en: 'Tariff and control' },
    fill: {
      zh: '税则、监管清单都在本机，断网可查；每个结论都写着用的哪份表、哪个版本。',
      en: 'Tariff and lists lie on this computer; each answer names its table and version.',
    },
  },
  {
    id: 'tariff.tables',
    title: { zh: '税表与清单', en: 'Tables' },
    fill: {
      zh: '“完整”只在确认整本税则都在时勾：勾了以后，查不到的编码才算已取消。',
      en: 'Tick complete only when the whole tariff is here: only then a code that is not found is gone.',
    },
  },
  {
    id: 'tariff.conversion',
    title: { zh: '税则转版', en: 'Conversion' },
    fill: {
      zh: '按生效日比较前一天和当天的税则。不猜：有几个可能就由人选。',
      en: 'Compares the tariff of the day before with that of the day. Nothing is guessed.',
    },
  },
  {
    id: 'tariff.year',
    title: { zh: '年度开账', en: 'Year opening' },
    fill: {
      zh: '每一步按账套里实际有的资料判断，不是打勾。文库在上年 12 月以后发布的算新年度的（企业内部口径）。',
      en: 'Each step is judged by what is in the book. A library published since December counts for the new year (house practice).',
    },
  },
  {
    id: 'hs.search',
    title: { zh: '查商品编码', en: 'Find an HS code' },
    fill: {
      zh: '几个词用空格隔开要都符合。自己以前归过的排在最前。',
      en: 'Several words have to be met all. What you classified before comes first.',
    },
    example: 'bwb 7323',
  },
  {
    id: 'hs.flags',
    title: { zh: '监管标识', en: 'Regulated' },
    fill: {
      zh: '按编码命中的照清单执行；只按字词命中的只提醒核对，名称不是归类。',
      en: 'A hit by code does what the list says; one by word alone only asks: a name is no classification.',
    },
  },
]
