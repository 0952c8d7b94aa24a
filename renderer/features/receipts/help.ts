import type { FieldHelp } from '../../app/help'

export const fields: readonly FieldHelp[] = [
  {
    id: 'receipts.room',
    title: { zh: '回执', en: 'Receipts' },
    fill: {
      zh: '海关和单一窗口发回的每一条状态，按收到的先后，最新的在上。状态用文字写明，括号里是原始代码，原文另列一栏，不作改动。双击（或按回车）打开清单看全部经过。',
      en: 'Every state that customs and the single window sent back, newest on top: in words with the raw code in brackets, and the text as received. Double-click or press Enter for the list and its whole timeline.',
    },
    refusal: {
      zh: '回执会迟到、重复、次序颠倒；清单的状态由全部回执算出，与到达先后无关。',
      en: 'Receipts come late, twice and out of order; the state of a list is computed from all of them, whatever order they came in.',
    },
  },
]
