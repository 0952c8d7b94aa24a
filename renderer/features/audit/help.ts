import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'audit-file',
    room: 'audit',
    title: { zh: '稽查那天：生成卷宗', en: 'The day of an inspection: an audit file' },
    steps: [
      {
        zh: '打开「卷宗」，选「按编号」，把稽查人员给的编号粘贴进来（清单、报关单、关联号、汇总申请、订单、运单、收款流水号可以混贴）；或选「按期间」选起止日期。',
        en: 'Open Audit files, choose By number and paste what the inspector gave you, of any kind; or choose By period and take both days.',
      },
      {
        zh: '点「查看范围」，核对各类单证的份数和本账套里没有的编号。',
        en: 'Press Show what belongs to it, and look at how many documents of each kind there are and which numbers are not in this book.',
      },
      {
        zh: '备案单证的原件在文件夹里时，拖进来；按校验值自动对上，对不上的会说明。',
        en: 'Drop the originals of filing papers where they lie in a folder; they are matched by digest, and what no paper names is told.',
      },
      {
        zh: '默认遮盖姓名、电话、地址。稽查人员要求明文时勾选「个人信息用明文」并写原因。点「生成卷宗…」选保存位置。',
        en: 'Persons are masked. Where the inspector wants them in clear, tick Persons in clear and give the reason. Press Make the audit file and choose where it goes.',
      },
      {
        zh: '对方解压后打开 index.html 即可看，不需要本程序；每个文件都有校验值。事后可用「核对卷宗文件…」确认文件没有被改过。',
        en: 'Whoever gets it unpacks it and opens index.html in any browser. Check a file tells later whether it was changed.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'audit.asked',
    title: { zh: '卷宗范围', en: 'What is asked for' },
    fill: {
      zh: '编号每行一个或用逗号、空格分开，最多 2000 个，全角半角、大小写不限。期间按清单业务日期、报关单、退税行出口日期和收款处理日期取。一份卷宗最多 12000 份单证。',
      en: 'Numbers apart by lines, commas or blanks, at most 2,000, in any spelling. A period takes lists, entries, refund lines and receipts by their days. At most 12,000 documents a file.',
    },
  },
  {
    id: 'audit.named',
    title: { zh: '个人信息用明文', en: 'Persons in clear' },
    fill: {
      zh: '卷宗里的姓名、电话、证件号、地址默认遮盖。需要明文时写明谁因何要求，原因记入操作记录并印在卷宗目录上。',
      en: 'Names, phones, identity numbers and addresses are masked. In clear they take a reason, which stands in the journal and on the index page.',
    },
  },
  {
    id: 'audit.check',
    title: { zh: '核对卷宗文件', en: 'Check a file' },
    fill: {
      zh: '逐个文件核对校验值，指出被改动、缺少或多出的文件；再看操作记录里有没有生成过这一份。',
      en: 'Compares every file with its digest and names what was changed, is missing or was added; then looks whether the journal knows this file.',
    },
  },
  {
    id: 'audit.retention',
    title: { zh: '保存期限', en: 'Periods' },
    fill: {
      zh: '只看不改。每一类列出到期可销毁的、留下的份数和原因、保存到哪一天、依据哪条规定；没有读到原文的规定标“口径待确认”，只会让期限更长。',
      en: 'Changes nothing. For each kind: how many may go, how many stay and why, until when, by which rule. Rules that were not read in the text are marked; they only make the time longer.',
    },
  },
  {
    id: 'audit.purge',
    title: { zh: '销毁', en: 'Destroy' },
    fill: {
      zh: '写明原因、输入登录口令后执行，不能撤销。单证、各次申报、回执和操作记录里保存的旧内容一并删除；操作记录保留编号、份数、规则和原因，链条仍可核验。订单、收款、运单按导入文件整份销毁。',
      en: 'Takes a reason and the password and cannot be undone. Documents, attempts, receipts and the earlier rows in the journal go; numbers, counts, rule and reason stay, and the chain can be verified. Imported records go by whole files.',
    },
  },
  {
    id: 'audit.hold',
    title: { zh: '稽查保留', en: 'Hold' },
    fill: {
      zh: '收到稽查、核查通知或发生争议时，把有关编号列入。列入和解除都写原因、留记录。',
      en: 'For numbers under inspection or in dispute. Putting under hold and lifting take a reason and are logged.',
    },
  },
]
