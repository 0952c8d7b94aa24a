import type { FieldHelp } from '../help'

/** Part of every room that reads message files. */
export const readMessagesHelp: FieldHelp = {
  id: 'read-messages.read',
  title: { zh: '读入对方报文', en: 'Read messages of others' },
  fill: {
    zh: '选平台、支付、物流企业或监管场所给的报文或回执（XML，可多选，一个文件里可以有几份）。订单、收款单、支付单、运单、运抵、离境、签收（513）会记到对应清单，理货（215）记到对应的退货；电子税单（816、818）、入库明细（711）、汇总结果（792）存起来。同一文件重复读入不会重复。本企业自己传输的不记。',
    en: 'Choose messages or receipts of platform, payment company, carrier or site (XML, several at once, several messages in one file). They are noted with the lists they concern, delivery (513) too, a tally (215) with its return; 816, 818, 711 and 792 are kept. Reading a file again changes nothing.',
  },
  source: { zh: '报文规范 2022-05', en: 'Message specification 2022-05' },
}
