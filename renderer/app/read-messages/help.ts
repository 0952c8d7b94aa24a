import type { FieldHelp } from '../help'

/** Part of every room that reads message files. */
export const readMessagesHelp: FieldHelp = {
  id: 'read-messages.read',
  title: { zh: '读入对方报文', en: 'Read messages of others' },
  fill: {
    zh: '选平台、支付、物流企业或监管场所给的报文或回执（XML 或本软件的 Excel 模板，可多选，一个文件里可以有几份）。订单、收款单、支付单、运单、运抵、离境、签收（513）会记到对应清单，理货（215）记到对应的退货；电子税单（816、818）、入库明细（711）、汇总结果（792）存起来。同一文件重复读入不会重复。本企业自己传输的不记。',
    en: 'Choose messages or receipts of platform, payment company, carrier or site (XML, or our Excel template, several at once, several messages in one file). They are noted with the lists they concern, delivery (513) too, a tally (215) with its return; 816, 818, 711 and 792 are kept. Reading a file again changes nothing.',
  },
  source: { zh: '报文规范 2022-05', en: 'Message specification 2022-05' },
}

export const messageTemplateHelp: FieldHelp = {
  id: 'read-messages.template',
  title: { zh: '对方单证的 Excel 模板', en: 'Excel templates of their messages' },
  fill: {
    zh: '对方给不了 XML 时，把所选单证的模板发给对方填，再用「读入对方报文」读入。只读第一张表；示例、填写说明和代码表随附。列名末尾的元素名不要改；一份单证有几行表体时，表头只填在第一行。模板由报文规范的字段表生成，抬头印有版本。',
    en: 'Where the other side cannot give XML, send it the template, and read what it filled in by Read messages of others. Only the first sheet is read; sample, notes and codes come with it. Leave the element at the end of a heading as it is; a document of several lines has its head in the first row alone. Templates are made from the field tables of the specification and carry a version.',
  },
  source: { zh: '报文规范 2022-05', en: 'Message specification 2022-05' },
}
