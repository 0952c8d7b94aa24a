import type { FieldHelp, HelpCard } from '../../app/help'

export const fields: readonly FieldHelp[] = [
  {
    id: 'evidence.room',
    title: { zh: '证照与文件', en: 'Papers' },
    fill: {
      zh: '营业执照、许可证、合同、授权书和它们的文件。到期前 30、7、1 天在首页提醒，断网也提醒。过期的只拦与它有关的事。',
      en: 'Licences, contracts and leaves with their files. The first page tells 30, 7 and 1 days ahead, without a network too. An expired one stops only what depends on it.',
    },
  },
  {
    id: 'evidence.paper',
    title: { zh: '登记证照', en: 'Record a paper' },
    fill: {
      zh: '换发时打开原来那份，改日期、换文件：以前的日期和文件留在「以前的证照」里。没有截止日的「有效期至」留空。',
      en: 'To renew, open the old one and change its days and file: what it was stays under Before. Leave the last day empty where there is none.',
    },
    length: '≤ 20 MB',
    example: '2026-12-31',
    source: {
      zh: '哪份证照关系到什么，是企业内部口径',
      en: 'What hangs on which paper is a rule of this company',
    },
  },
  {
    id: 'evidence.lacking',
    title: { zh: '过期与还缺', en: 'Expired and lacking' },
    fill: {
      zh: '今天因为证照不能做的事。商品要什么证，看监管清单和税则监管条件；没有登记的按缺少处理，登记后立即放开。',
      en: 'What papers stop today. Which ones goods need is said by the lists and the tariff; one that is not recorded is lacking, and lifts the stop once it is.',
    },
  },
]

export const cards: readonly HelpCard[] = [
  {
    id: 'evidence-renew',
    room: 'evidence',
    title: { zh: '证照到期，换发', en: 'Renew a paper that runs out' },
    steps: [
      {
        zh: '首页「证照到期提醒」点「打开」，或打开「证照与文件」；快到期的排在前面。',
        en: 'Open it from the reminder on the first page, or open Papers; what ends first stands in front.',
      },
      {
        zh: '点这份证照，再点「换发或修改」。',
        en: 'Choose the paper, then Renew or change.',
      },
      {
        zh: '改「有效期至」，把新文件拖进去，点「保存」。旧的留在「以前的证照」，随时能看。',
        en: 'Change the last day, drop the new file, save. The old one stays under Before.',
      },
      {
        zh: '「过期与还缺」里这一条随即消失，被拦的清单可以申报了。',
        en: 'The line under Expired and lacking goes, and lists that were stopped can be declared.',
      },
    ],
  },
  {
    id: 'evidence-lacking',
    room: 'evidence',
    title: { zh: '申报时说缺证照', en: 'Declaring says that a paper is lacking' },
    steps: [
      {
        zh: '在申报结果里点「查看缺哪份证照」，到「过期与还缺」：每行写着缺哪份、是哪个货号的。',
        en: 'From the result go to Expired and lacking: each line names the paper and the SKU.',
      },
      {
        zh: '点「登记」，填证件号和「有效期至」，附上文件，点「保存」。',
        en: 'Choose Record, give number and last day, attach the file, save.',
      },
      {
        zh: '回到「清单」，重新申报这几份。',
        en: 'Back in Lists declare those again.',
      },
    ],
  },
]
