import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'people-several',
    room: 'people',
    title: { zh: '几个人合用一台电脑', en: 'Several officers on one computer' },
    steps: [
      {
        zh: '主管在「操作员」点「添加操作员…」，填姓名、角色和首次口令，再输自己的口令。',
        en: 'A chief adds an officer with name, roles and a first password, and gives the own password.',
      },
      {
        zh: '新操作员在解锁页选自己的姓名，输首次口令，当场换成自己的口令。',
        en: 'The new officer chooses the own name on the unlock page, gives the first password and sets an own one.',
      },
      {
        zh: '换人：右上角点「切换操作员」（Ctrl+Shift+L）。前一个人的钥匙和画面一并清除，没保存的输入留到他下次登录。',
        en: 'To change over: Switch officer at the top right (Ctrl+Shift+L). Keys and page of the former officer go; unsaved input waits for the next time.',
      },
      {
        zh: '要求录入与复核分开时，打开「先复核再申报」。之后清单由另一人点「复核」才能申报。',
        en: 'Where entering and checking must be two people, switch checking on: a list is then declared only after another officer pressed Check.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'people.add',
    title: { zh: '添加操作员', en: 'Add an officer' },
    fill: {
      zh: '同一把数据钥匙用新口令再包一层，数据不用重新加密。姓名写进操作记录，不能重名，停用后也不再给别人用。',
      en: 'The same keys are wrapped under another password; nothing is sealed anew. The name stands in the journal: it must be unique and is never given again.',
    },
  },
  {
    id: 'people.checking',
    title: { zh: '先复核再申报', en: 'Check before declaring' },
    fill: {
      zh: '最后录入或修改清单的人不能复核它；复核后又改了内容，复核自动作废。适用于清单及随附的订单、收款单、运单，包括更正重报；汇总申请、总分单、退货、撤销申请和备案不在内。企业内部口径。',
      en: 'Who entered or changed a list last may not check it; a change afterwards voids the check. For lists with their order, payment and waybill, corrections included; not for summaries, departures, returns, withdrawals and filings. A rule of the enterprise.',
    },
  },
  {
    id: 'people.grace',
    title: { zh: '离线期限', en: 'Offline limit' },
    fill: {
      zh: '这么多天没有连通过单一窗口后，账套只能查看、导出和收发，数据都在；连通一次即恢复。0 为不限。把电脑时间往回拨不会延长。',
      en: 'After so many days without reaching the single window the book can be read, exported and exchanged only; nothing is lost, and one contact lifts it. 0: no limit. A clock put back gains nothing.',
    },
  },
  {
    id: 'people.lock',
    title: { zh: '自动锁定', en: 'Lock by itself' },
    fill: {
      zh: '这么多分钟没有键盘和鼠标操作后锁定：清除钥匙，结束页面进程。锁定后不再自动收发。0 为不自动锁定；有两位以上操作员时默认 15 分钟。',
      en: 'After so many minutes without input the book locks: keys go and the page process ends. Nothing is exchanged while it is locked. 0: never; 15 minutes where there are several officers and nobody chose.',
    },
  },
]
