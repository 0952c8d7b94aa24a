import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'rules.look-up',
    room: 'rules',
    title: { zh: '查一条规则的依据', en: 'Look up the ground of a rule' },
    steps: [
      {
        zh: '打开「规则与文件」，在搜索框输规则号、字词、拼音或文号，如 RB-F07、备案单证、badz、2025年第3号。',
        en: 'Open Rules and documents and type a rule number, words, pinyin or a document number.',
      },
      {
        zh: '回车或双击一行，右边是规则、怎么办、依据的文件和条款。「口径待确认」「企业内部口径」按字面理解：先问主管税务机关或银行。',
        en: 'Enter or a double click shows the rule, what to do, and its grounds. Unconfirmed and House practice mean what they say: ask the office or bank first.',
      },
      {
        zh: '点文件名看它说了什么、读到什么程度；再点「规则」或规则号回来。',
        en: 'A document name shows what it settles and how much of it was read; Rules or a rule number leads back.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'rules.room',
    title: { zh: '规则与文件', en: 'Rules and documents' },
    fill: {
      zh: '退税预检和收结汇预检用到的全部规则，以及它们依据的文件。都在本机，断网可查。疑点里的规则号也引到这里。',
      en: 'Every rule of the two pre-checks with the documents it rests on, offline. Rule numbers in findings lead here.',
    },
  },
  {
    id: 'rules.rule',
    title: { zh: '规则', en: 'Rule' },
    fill: {
      zh: '条款有起止日期的，只对那段时间的出口或收款有效。一条规则的可靠程度取依据中最弱的一条：没有读过原文的写“口径待确认”。',
      en: 'A citation with days holds for exports or receipts of these days. A rule is as sure as its weakest ground.',
    },
  },
  {
    id: 'rules.document',
    title: { zh: '文件', en: 'Document' },
    fill: {
      zh: '用我们自己的话概括，只写读到或听到的部分，不是原文，引用时以官方公布的文本为准。',
      en: 'Told in our own words as far as it was read; it is no copy, and the official text counts.',
    },
  },
]
