import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = []

export const fields: readonly FieldHelp[] = [
  {
    id: 'home.daily',
    title: { zh: '日清表', en: 'The daily sheet' },
    fill: {
      zh: '导入的每一票订单恰好在一个状态里，所以各项之和等于导入数。点数字看对应的订单。一票订单拆成几份清单时，按最需要处理的那一份算。',
      en: 'Every imported order stands in exactly one state, so the figures add up to what was imported. Click a figure for its orders. An order split over several lists counts by the one that needs work most.',
    },
  },
  {
    id: 'home.silence',
    title: { zh: '无回执', en: 'No receipt' },
    fill: {
      zh: '在线时，申报后超过设定小时数仍没有任何回执的清单份数，默认 2 小时。离线时没有回执是正常的，所以不作判断。',
      en: 'While online: lists without any receipt for longer than the hours set, 2 by default. Offline, no receipt is what one expects, so nothing is said.',
    },
  },
]
