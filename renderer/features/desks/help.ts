import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'desks-move',
    room: 'desks',
    title: { zh: '交接与换电脑', en: 'Handing over and changing computers' },
    steps: [
      {
        zh: '每台电脑的工位代码不能相同：在「企业资料」填写，例如 A、B。清单编号里带着它，两台离线也不会重号。',
        en: 'Give each computer a desk code of its own under Company, A and B for example. It is part of every list number, so that two offline computers never give the same.',
      },
      {
        zh: '在「多台电脑」打开「与其他电脑交换」，联网时自动合并；连不上时点「导出交换文件…」，用 U 盘拿到另一台，在那里读入，再把那一台的文件拿回来。第一次读入某台的文件时，与那台「网络与证书」里的指纹核对一次。',
        en: 'Switch on the exchange under Desks; with a line it merges by itself. Without one export a file, take it in at the other computer, and bring its file back. With the first file of a computer compare its fingerprint with the one it shows under Network and certificates.',
      },
      {
        zh: '改的不是同一处会自动合并；改了同一处的在「冲突」里并排列出，选保留哪一边，点「采用所选」。没有选之前两边各显示自己的，什么都不会丢。',
        en: 'Different changes merge by themselves; what both changed stands side by side under Conflicts: choose a side and apply. Until then each computer shows its own and nothing is lost.',
      },
      {
        zh: '一台已申报的清单，另一台原样接收；同一订单在另一台的草稿会停住，写明由哪台申报。',
        en: 'What one computer declared the other takes over as it is; a draft of the same order waits there and names the desk that declared.',
      },
      {
        zh: '人员变动：在「交接清单」选交出人和接收人，打印 PDF 双方签字，点「全部转交」；代理别的企业的，在「主体备案」的「代理授权」核对可办事项和到期日。',
        en: 'When people change: choose both names under Hand-over, print the PDF for both to sign, press Hand over all. Agents check under Filing, Agency what they may do and until when.',
      },
      {
        zh: '换成新电脑：在「数据安全」点「迁到新电脑…」，账套连同签名密钥一起带走；普通备份不带签名密钥。',
        en: 'For a new computer press Move to a new computer under Safety: the book goes with its signing keys, which no ordinary backup holds.',
      },
      {
        zh: '只停用一台、由另一台继续：先交换，再到「迁出」点「迁出本机…」。两种做法之后旧电脑都只能查看，恢复旧备份也不能再发送。',
        en: 'When a computer is given up and another goes on: exchange first, then press Move out. Either way it can only be looked at afterwards, also when an older backup is restored.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'desks.on',
    title: { zh: '与其他电脑交换', en: 'Exchange with other computers' },
    fill: {
      zh: '打开后本企业的几台电脑经单一窗口合并商品、模板、企业资料、订单处理、备注和清单草稿；每分钟一次，也可立即交换。关闭时什么都不发出。',
      en: 'On: the computers of the company merge goods, templates, company data, decisions on orders, notes and drafts through the single window, every minute or at once. Off: nothing leaves.',
    },
  },
]
