import type { FieldHelp, HelpCard } from '../../app/help'
import { referenceHelp } from '../../app/reference/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'own-code',
    room: 'codes',
    title: { zh: '代码表里没有的代码', en: 'A code that is not in the table' },
    steps: [
      {
        zh: '表不完整时，表外代码只提醒、照原值申报，并自动记到「代码表 › 自增代码」，标“待补名称”。',
        en: 'Where a table is incomplete, a code outside it is only warned of and declared as it is; it is remembered under Code tables, Own codes, as unnamed.',
      },
      {
        zh: '核对后双击（或回车）那一行，填中文名称保存：以后不再提醒，各处可选。',
        en: 'Once checked, open the line with a double click or Enter and give it a name: it is no longer warned of and can be chosen everywhere.',
      },
      {
        zh: '拿到整表（Excel、CSV、DBF）时点「导入代码表」，对好列；确认是全表再勾“此表完整”，之后表外代码会被拒绝。',
        en: 'With a whole table (Excel, CSV, DBF) press Import table and match the columns; tick Complete only for the full table: from then on other codes are refused.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'codes.room',
    title: { zh: '代码表', en: 'Code tables' },
    fill: {
      zh: '随软件带的表加上本机的自增代码。自增代码对本机所有账套有效，校验、选择、打印都用它；谁改的在操作记录里。',
      en: 'The shipped tables with the own codes of this computer. Own codes count for every book here, in checks, choices and prints; the journal says who changed them.',
    },
  },
  {
    id: 'codes.own',
    title: { zh: '自增代码', en: 'Own code' },
    fill: {
      zh: '代码照海关公布的写，前面的 0 不能少。名称末尾写字母代码（如“泰铢 THB”）或填在字母栏，导入文件里的 THB 就能认出来。',
      en: 'Write the code as customs publishes it, leading zeros included. With letters (THB) files that carry them are understood.',
    },
    example: '998 THB',
  },
  referenceHelp,
  {
    id: 'codes.import',
    title: { zh: '导入代码表', en: 'Import a table' },
    fill: {
      zh: '第一个有多列的行当表头；代码列和名称列必选。位数比本表其他代码短的数字多半丢了前面的 0，会拒绝并说明。已有的代码以文件为准。',
      en: 'The first row with several cells is the heading; code and name are needed. Numbers shorter than the other codes have probably lost zeros and are refused. A known code takes the name of the file.',
    },
  },
]
