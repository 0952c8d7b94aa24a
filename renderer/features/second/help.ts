import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'second-officer',
    room: 'second',
    title: { zh: '另一人核对后发出', en: 'What another officer has to send' },
    steps: [
      {
        zh: '打开「待复核」：清单一栏是还没有复核的清单份数，下表是各模块里已提出、等另一人同意的内容。',
        en: 'Open “To be checked”: the first card counts lists nobody checked, the table shows what somebody asked for in any room.',
      },
      {
        zh: '点编号或「打开」，在原来的页面核对；清单点「打开待复核的清单」，选中后点「复核」。',
        en: 'Press a number or Open and look at it where it belongs; for lists, open them, select and press Check.',
      },
      {
        zh: '核对无误点「同意并发出」：按提出时的内容发出，提出后有改动的发不出去，须重新提出。',
        en: 'If all is right press “Agree and send”: it goes out as it was asked for; what was changed since cannot go and is asked for anew.',
      },
      {
        zh: '有问题点「退回」并写明原因，提出人在同一张表里看到；都写进操作记录。',
        en: 'If not, press Turn down with the reason; who asked for it reads it in the same table. Both stand in the journal.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'second.lists',
    title: { zh: '待复核的清单', en: 'Lists to be checked' },
    fill: {
      zh: '已暂存或退单待改、还没有人复核的清单。最后录入或修改的人不能复核自己的清单。',
      en: 'Drafts and refused lists that nobody checked. Whoever entered or changed one last cannot check it.',
    },
  },
  {
    id: 'second.give',
    title: { zh: '同意并发出', en: 'Agree and send' },
    fill: {
      zh: '与在原处再做一次同样的操作完全一样：角色、授权委托、离线期限照常检查。提出人和最后修改人都不能同意。',
      en: 'The same as doing the act again where it belongs: roles, authorisations and the offline limit are asked as ever. Neither who asked nor who changed it last may agree.',
    },
  },
]
