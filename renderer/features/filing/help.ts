import { fieldRule, partyFieldIds, type PartyField } from '#shared/filing/fields'
import { authorities } from '#shared/filing/roles'
import type { Text } from '#shared/model/text'
import type { FieldHelp, HelpCard } from '../../app/help'

const source: Text = {
  zh: '各综试区实施方案与现行表单归纳，口径待确认',
  en: 'Put together from plans and forms in use; to be confirmed',
}

/** What is worth saying of a field beyond who is told it. */
const more: Partial<Record<PartyField, Partial<Omit<FieldHelp, 'id' | 'title'>>>> = {
  uscc: {
    length: '18',
    example: '91330000MA00000000',
    refusal: { zh: '末位校验码不对，多为抄错一位', en: 'The check character is wrong: one was copied wrong' },
  },
  customsCode: {
    length: '10',
    refusal: { zh: '与营业执照名称不是同一企业', en: 'Not of the enterprise on the licence' },
  },
  division: { length: '6', example: '331102' },
  customsOffice: { length: '4', codeTable: { zh: '关区', en: 'Customs districts' } },
  warehouseCountry: { length: '3', codeTable: { zh: '国别（地区）', en: 'Countries' } },
  residentId: { length: '18' },
  scope: {
    refusal: { zh: '经营范围没有货物进出口', en: 'The scope does not name import and export' },
  },
}

function fillOf(field: PartyField): Text {
  const { to, optional, modes } = fieldRule(field)
  const who = to.map((authority) => authorities[authority])
  const only = modes
    ? { zh: `只有 ${modes.join('、')} 要。`, en: `Only ${modes.join(', ')} ask for it. ` }
    : { zh: '', en: '' }
  const may = optional ? { zh: '没有可以不填。', en: 'May be left empty. ' } : { zh: '', en: '' }
  return {
    zh: `填一次，报给：${who.map(({ zh }) => zh).join('、')}。${only.zh}${may.zh}`,
    en: `Typed once, told to: ${who.map(({ en }) => en).join(', ')}. ${only.en}${may.en}`,
  }
}

export const fields: readonly FieldHelp[] = [
  ...partyFieldIds.map((field): FieldHelp => ({
    id: `filing.${field}`,
    title: fieldRule(field).label,
    fill: fillOf(field),
    source,
    ...more[field],
  })),
  {
    id: 'filing.room',
    title: { zh: '主体备案', en: 'Filing' },
    fill: {
      zh: '一个主体只建一份，各部门各取所需。选中的（不选则为列表全部）一次入发送队列；有问题的按字段指出，改好单独再报。',
      en: 'One master, and each authority takes its part. What is ticked, else the whole list, is filed in one act; what is refused is named by field and goes alone once mended.',
    },
  },
  {
    id: 'filing.record',
    title: { zh: '主体', en: 'Master' },
    fill: {
      zh: '右边是对每个部门、每种模式还差什么，点名称到那一栏。停下两秒自动存到本机；Ctrl+Z 撤销。',
      en: 'On the right is what each authority and mode still lacks; a name leads to its field. It is stored by itself after a pause; Ctrl+Z takes back.',
    },
  },
  {
    id: 'filing.roles',
    title: { zh: '主体类型', en: 'Roles' },
    fill: { zh: '可多选。类型决定下面问什么。', en: 'Any number. They decide what is asked for below.' },
  },
  {
    id: 'filing.modes',
    title: { zh: '业务模式', en: 'Modes' },
    fill: {
      zh: '只勾要做的。去掉一种模式，已填的保留，但不再报送。',
      en: 'Only those you work in. What was typed for one that is taken out stays here and is no longer told.',
    },
  },
  {
    id: 'filing.agency',
    title: { zh: '代理授权', en: 'Authorisations' },
    fill: {
      zh: '本账套属于一个企业。代理或外综服在里面办事，只能办它授权的事、模式和期间；到期后仍可打开查看（企业内部口径），撤销后不能。',
      en: 'A book belongs to one enterprise. An agent does in it only what was given leave for; after the end it may still be opened, after a revocation not.',
    },
  },
]

export const cards: readonly HelpCard[] = [
  {
    id: 'filing.first',
    room: 'filing',
    title: { zh: '备案一次，各部门共用', en: 'File once for everybody' },
    steps: [
      {
        zh: '打开「主体备案」，按 Alt+N「新增」，勾主体类型和业务模式，只填问到的。',
        en: 'Open Filing, press Alt+N, tick roles and modes, fill in what is asked.',
      },
      {
        zh: '看右边「各部门还差」，点名称跳到那一栏；点「暂存」随时可停。',
        en: 'On the right see what each authority lacks; a name leads to its field. Save whenever you like.',
      },
      {
        zh: '「申报（入发送队列）」做完整检查。断网也可以：有线路时发出，审核结果回来显示在「审核记录」。',
        en: 'File checks everything and queues it, also offline; answers show in the history.',
      },
      {
        zh: '被退回的，原因写在那一栏下面；改好再申报，只重报这一个主体。',
        en: 'A reason of a return stands under its field; mend it and file again, this one alone.',
      },
    ],
  },
  {
    id: 'filing.many',
    room: 'filing',
    title: { zh: '几百家企业一次备案', en: 'File hundreds at once' },
    steps: [
      {
        zh: '「空白表」存出，一行一家填好，点「导入」。',
        en: 'Save the blank sheet, a row each, then import.',
      },
      {
        zh: '不选任何行，点「申报（入发送队列）」：合格的全部入队，不合格的按字段列出。',
        en: 'With nothing ticked press File: sound ones are queued, the others listed by field.',
      },
      {
        zh: '点编号改好那几家，再申报，只有它们入队。',
        en: 'Mend those and file again: only they are queued.',
      },
    ],
  },
  {
    id: 'filing.change',
    room: 'filing',
    title: { zh: '资料变了，该报谁', en: 'Something changed: who is to be told' },
    steps: [
      {
        zh: '在「主体备案」打开主体改那一栏，看「各部门」：谁手里的不一样，就报谁。',
        en: 'Change the field and look at the authorities: those that hold something else are told.',
      },
      { zh: '「申报（入发送队列）」只带不同的字段。', en: 'File carries the differing fields only.' },
    ],
  },
]
