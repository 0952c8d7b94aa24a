import type { Text } from '../model/text'
import type { Situation } from '../protocol/situations'

/**
 * What happened. `cancelled`: the buyer gave up before the goods left. `goods-back`: they come back. `refund-only`: 仅退款不退货.
 * `replaced`: 换货, 补发. `lost`: 丢件. `chargeback`: 拒付. `destroyed`: 境外销毁, 弃置 (9810).
 */
export const returnEvents = [
  'cancelled',
  'goods-back',
  'refund-only',
  'replaced',
  'lost',
  'chargeback',
  'destroyed',
] as const
export type ReturnEvent = (typeof returnEvents)[number]

/** How far a 清单 has come, as returns look at it. `gone`: released and the goods have left, or were handed to the buyer. */
export const returnStages = [
  'undeclared',
  'queued',
  'under-way',
  'stored',
  'released',
  'gone',
  'void',
] as const
export type ReturnStage = (typeof returnStages)[number]

/**
 * What is done about it at customs. `drop`: no 清单, or void the draft. `take-back`: out of the queue. `wait`: first the
 * answer. `withdraw`: 605, 623. `return`: 213, 625. `new-list`: a 清单 of its own for what is sent instead. `elsewhere`: by
 * 报关单, outside. `none`: nothing.
 */
export const returnActs = [
  'drop',
  'take-back',
  'wait',
  'withdraw',
  'return',
  'new-list',
  'elsewhere',
  'none',
] as const
export type ReturnAct = (typeof returnActs)[number]

/** The other two books: 退税/免税 with the sales they rest on, and 收汇. */
export const returnBooks = ['tax', 'forex'] as const
export type ReturnBook = (typeof returnBooks)[number]

/** What a person has to settle in another book. `uncertain`: 需确认, no text read here settles it. */
export type Consequence = { book: ReturnBook; text: Text; uncertain?: true }

export type EventRule = {
  name: Text
  /** The goods come back, or leave again: lines and quantities are asked for. */
  ofGoods: boolean
  consequences: readonly Consequence[]
  source: string
}

const tax = (zh: string, en: string, uncertain?: true): Consequence => ({
  book: 'tax',
  text: { zh, en },
  ...(uncertain && { uncertain }),
})
const forex = (zh: string, en: string, uncertain?: true): Consequence => ({
  book: 'forex',
  text: { zh, en },
  ...(uncertain && { uncertain }),
})

/** What each event means for the other two books. */
export const eventRules: Readonly<Record<ReturnEvent, EventRule>> = {
  cancelled: {
    name: { zh: '取消（未出境）', en: 'Cancelled before it left' },
    ofGoods: false,
    consequences: [
      tax('从销售额中剔除，不列入免税或退税申报', 'Leave it out of sales; neither exempt nor refundable'),
      forex('已收货款原路退回买家', 'Give what was paid back to the buyer by the same way'),
    ],
    source: '业务惯例',
  },
  'goods-back': {
    name: { zh: '退货（货物退回）', en: 'Goods come back' },
    ofGoods: true,
    consequences: [
      tax(
        '冲减销售额；已申报退税的先补税或冲减，再办退货',
        'Reduce sales; where the refund was claimed, repay or reverse it first',
      ),
      forex(
        '退款不超过原收款，原路退回；超过180天或不按原路退回的是特殊退汇',
        'Refund by the same way, at most what came in; after 180 days or another way it is a special refund',
      ),
    ],
    source: '海关总署公告2020年第44号；汇发〔2020〕14号',
  },
  'refund-only': {
    name: { zh: '仅退款，不退货', en: 'Refund without goods' },
    ofGoods: false,
    consequences: [
      tax(
        '冲减销售额；对退税、免税的影响需确认',
        'Reduce sales; what it does to refund or exemption has to be asked',
        true,
      ),
      forex(
        '退款与原收款勾对；对收汇的影响需确认',
        'Match the refund with the receipt; what it means for forex has to be asked',
        true,
      ),
    ],
    source: '业务惯例，口径待确认',
  },
  replaced: {
    name: { zh: '换货、补发', en: 'Replaced or sent again' },
    ofGoods: false,
    consequences: [
      tax(
        '补发的货物按实际价格另报清单并与原清单关联；退税配单需确认',
        'What is sent instead has a list with its real price, linked to this one; how it is claimed has to be asked',
        true,
      ),
      forex(
        '补发没有新的货款，收汇说明需确认',
        'No new money comes in; how to explain it has to be asked',
        true,
      ),
    ],
    source: '业务惯例，口径待确认',
  },
  lost: {
    name: { zh: '丢件', en: 'Lost parcel' },
    ofGoods: false,
    consequences: [
      tax(
        '冲减销售额；对退税、免税的影响需确认',
        'Reduce sales; what it does to refund or exemption has to be asked',
        true,
      ),
      forex(
        '平台、物流的赔款不是货款，单独登记',
        'What platform or carrier pays for it is no payment for goods; note it apart',
      ),
    ],
    source: '业务惯例，口径待确认',
  },
  chargeback: {
    name: { zh: '拒付', en: 'Chargeback' },
    ofGoods: false,
    consequences: [
      tax(
        '按退款冲减销售额；对退税、免税的影响需确认',
        'Reduce sales as for a refund; what it does to refund or exemption has to be asked',
        true,
      ),
      forex(
        '按退款处理，保存拒付通知和申诉材料',
        'Treat it as a refund; keep the notice and the papers of the dispute',
      ),
    ],
    source: '业务惯例，口径待确认',
  },
  destroyed: {
    name: { zh: '境外销毁、弃置', en: 'Destroyed or given up abroad' },
    ofGoods: true,
    consequences: [
      tax(
        '按未售处理，已退税的要缴回；征税还是免税需确认（G09）',
        'Counts as not sold, what was refunded is repaid; taxed or exempt has to be asked (G09)',
        true,
      ),
      forex('没有货款，收汇差额登记原因', 'Nothing comes in; note the reason of the difference'),
    ],
    source: '国家税务总局公告2025年第3号第4条，其余口径待确认',
  },
}

const inSituation: Readonly<Record<Situation, ReturnStage>> = {
  draft: 'undeclared',
  'in-queue': 'queued',
  'on-the-way': 'under-way',
  unresolved: 'under-way',
  refused: 'undeclared',
  'not-forwarded': 'under-way',
  rejected: 'undeclared',
  'in-process': 'under-way',
  stored: 'stored',
  held: 'under-way',
  released: 'released',
  closed: 'gone',
  good: 'gone',
  'list-back': 'under-way',
  used: 'gone',
  returned: 'void',
  withdrawing: 'under-way',
  withdrawn: 'void',
  'in-summary': 'gone',
  'in-declaration': 'gone',
}

/**
 * The stage of a 清单. Released export goods count as gone once their departure is known; released import goods are with
 * the buyer.
 */
export function stageOf(
  situation: Situation,
  direction: 'export' | 'import',
  departed: boolean,
): ReturnStage {
  const stage = inSituation[situation]
  return stage === 'released' && (direction === 'import' || departed) ? 'gone' : stage
}

const unsent: Readonly<Partial<Record<ReturnStage, readonly ReturnAct[]>>> = {
  undeclared: ['drop'],
  queued: ['take-back'],
  'under-way': ['wait'],
  stored: ['withdraw'],
  void: ['none'],
}
const nothing: Readonly<Record<ReturnStage, readonly ReturnAct[]>> = {
  undeclared: ['none'],
  queued: ['none'],
  'under-way': ['none'],
  stored: ['none'],
  released: ['none'],
  gone: ['none'],
  void: ['none'],
}

/**
 * The table of returns: event and stage decide what is done at customs, the usual act first. Released goods that have not left
 * are withdrawn; whether they have left the officer knows better than any message, so both are offered.
 */
const table: Readonly<Record<ReturnEvent, Readonly<Record<ReturnStage, readonly ReturnAct[]>>>> = {
  cancelled: { ...nothing, ...unsent, released: ['withdraw', 'return'], gone: ['return'] },
  'goods-back': { ...nothing, ...unsent, released: ['return', 'withdraw'], gone: ['return'] },
  'refund-only': nothing,
  replaced: Object.fromEntries(returnStages.map((stage) => [stage, ['new-list']])) as never,
  lost: nothing,
  chargeback: nothing,
  destroyed: nothing,
}

/** 监管方式 whose 清单 can be returned by message; B2B goods by 9710 come back by 报关单 (公告2020-44 names 9610, 1210, 9810). */
const byMessage: Readonly<Record<'export' | 'import', readonly string[]>> = {
  export: ['9610', '1210', '9810'],
  import: ['9610', '1210'],
}

/** What may be done at customs about an event, the usual act first. */
export function actsOnReturn(
  event: ReturnEvent,
  stage: ReturnStage,
  { direction, mode }: { direction: 'export' | 'import'; mode: string },
): readonly ReturnAct[] {
  const acts = table[event][stage]
  return byMessage[direction].includes(mode)
    ? acts
    : acts.map((act) => (act === 'return' ? ('elsewhere' as const) : act))
}

/** What the officer reads beside each act. */
export const returnActTexts: Readonly<Record<ReturnAct, Text>> = {
  drop: { zh: '没有申报：取消订单，作废草稿清单', en: 'Not declared: cancel the order and void the draft' },
  'take-back': { zh: '还在发送队列：先撤回，再作废', en: 'Still in the queue: take it back, then void it' },
  wait: { zh: '先等海关回执，再决定', en: 'First wait for the answer of customs' },
  withdraw: {
    zh: '货物没有离境：申请撤销清单（出口605，进口623）',
    en: 'The goods have not left: ask to withdraw the list (605, import 623)',
  },
  return: {
    zh: '申报退货申请单（出口213，进口625）',
    en: 'Declare the return (213, import 625)',
  },
  'new-list': {
    zh: '海关方面不办退货；补发的货物另建订单和清单，按实际价格申报，不能填0',
    en: 'Nothing at customs for this list; what is sent instead has an order and list of its own, with its real price, never 0',
  },
  elsewhere: {
    zh: '按报关单办理退运，在单一窗口办，本机登记',
    en: 'By 报关单 at the single window itself; noted here',
  },
  none: { zh: '海关方面不用办理', en: 'Nothing to do at customs' },
}
