import { constraintState, simplifiedForbids } from '../model/constraint'
import type { Goods } from '../model/goods'
import { directionOf } from '../model/mode'
import { fillText, type Text } from '../model/text'
import type { ConditionId } from './condition-ids'
import type { Zone } from './zone'

/** What is known of who wants to use a clause, and for what. Whatever is absent is not known, which is not no. */
export type ZoneSubject = {
  kind: 'enterprise' | 'individual'
  /** 统一社会信用代码; its digits 3 to 6 say where the registering office sits. */
  uscc?: string
  /** Where it is registered, as the officer says (GB/T 2260); goes before the digits of the code, which a move leaves. */
  registeredIn?: string
  /** Filed on the platform of this zone. */
  filed?: boolean
  /** 监管方式 with its direction, as `9610` or `1210-I`. */
  mode?: string
  place?: 'bonded' | 'outside'
  /** What was received for the goods that are sold. `special-small`: a special invoice of a small-scale taxpayer. */
  voucher?: 'none' | 'ordinary' | 'special' | 'special-small'
  /** Declared at the customs of the zone. */
  clearedHere?: boolean
  refundClass?: 1 | 2 | 3 | 4
  /** On the list of enterprises that trade in foreign exchange (名录). */
  nameListed?: boolean
  /** An individual's settlement account for foreign exchange. */
  settlementAccount?: boolean
  /** Order, payment and waybill agree. */
  matched?: boolean
  goods?: readonly ZoneGoods[]
}
export type ZoneGoods = Pick<Goods, 'sku' | 'licence' | 'exportDuty' | 'rebate'> & {
  /** Refund and exemption of these goods were ended by name. */
  refundCancelled?: boolean
  onPositiveList?: boolean
}

/** `open`: nobody has said yet. */
export type ConditionState = 'met' | 'open' | 'broken'
export type Answer = { state: ConditionState; value?: Text }
export type Condition = { says: Text; fix: Text; check(subject: ZoneSubject, zone: Zone): Answer }

const yesNo = (said: boolean | undefined): Answer => ({
  state: said === undefined ? 'open' : said ? 'met' : 'broken',
})
const condition = (zh: string, en: string, fix: [string, string], check: Condition['check']): Condition => ({
  says: { zh, en },
  fix: { zh: fix[0], en: fix[1] },
  check,
})
const both = (value: string): Text => ({ zh: value, en: value })

const ofMode = (zh: string, en: string, allows: (mode: string) => boolean, use: string) =>
  condition(zh, en, [`换用 ${use}，或不用这一条`, `Use ${use}, or leave this clause`], ({ mode }) =>
    mode === undefined ? { state: 'open' } : { ...yesNo(allows(mode)), value: both(mode) },
  )

/** Goods that break a condition, or of which nobody has said; a clause is asked for all goods together. */
function overGoods(goods: readonly ZoneGoods[] = [], judge: (one: ZoneGoods) => ConditionState): Answer {
  const of = (state: ConditionState) => goods.filter((one) => judge(one) === state).map(({ sku }) => sku)
  const [broken, open] = [of('broken'), of('open')]
  if (broken.length > 0) return { state: 'broken', value: both(broken.join(' ')) }
  if (goods.length > 0 && open.length === 0) return { state: 'met' }
  return { state: 'open', ...(open.length > 0 && { value: both(open.join(' ')) }) }
}

/** Digits 3 to 6 of a code that names its registering office down to the city; the centre and a province name none. */
export const divisionOfUscc = (uscc: string): string | undefined =>
  /^[0-9A-Z]{2}\d{6}/.test(uscc) && uscc.slice(4, 6) !== '00' ? uscc.slice(2, 6) : undefined

function registered({ kind, uscc, registeredIn }: ZoneSubject, zone: Zone): Answer {
  const said = registeredIn?.slice(0, 4)
  const place = said ?? (kind === 'enterprise' && uscc !== undefined ? divisionOfUscc(uscc) : undefined)
  if (place === undefined) return { state: 'open' }
  const within = (divisions: readonly string[]) => divisions.some((division) => place.startsWith(division))
  if (within(zone.divisions)) return { state: 'met' }
  const { laterDivisions: later } = zone
  if (later && within(later.divisions)) return { state: 'open', value: later.note }
  const words =
    said === undefined
      ? { zh: '信用代码的登记机关在 {place}', en: 'The code was given by an office in {place}' }
      : { zh: '注册地 {place}', en: 'Registered in {place}' }
  const zones = zone.divisions.join('、')
  const here = { zh: '，{name}为 {zones}', en: '; {name} is {zones}' }
  const [a, b] = [fillText(words, { place }), fillText(here, { name: zone.name, zones })]
  return { state: 'broken', value: { zh: a.zh + b.zh, en: a.en + b.en } }
}

/** Every condition that a clause can ask for. */
export const conditions: Readonly<Record<ConditionId, Condition>> = {
  registered: condition(
    '注册地在综试区范围内',
    'Registered within the zone',
    [
      '迁入或在范围内设立企业；注册地已变更的，在企业资料中写明',
      'Register there; if you moved, say so in the enterprise data',
    ],
    registered,
  ),
  filed: condition(
    '已在综试区线上综合服务平台登记备案',
    'Filed on the platform of the zone',
    ['先在平台备案', 'File on the platform first'],
    ({ filed }) => yesNo(filed),
  ),
  company: condition(
    '主体是企业',
    'An enterprise',
    ['以企业名义办理', 'Do it as an enterprise'],
    ({ kind }) => yesNo(kind === 'enterprise'),
  ),
  individual: condition(
    '主体是个人',
    'An individual',
    ['企业按企业的规定办理', 'An enterprise follows the rules of enterprises'],
    ({ kind }) => yesNo(kind === 'individual'),
  ),
  export: ofMode('出口业务', 'Export', (mode) => directionOf(mode) === 'export', '9610'),
  'retail-export': ofMode(
    '零售出口（9610、1210）',
    'Retail export (9610, 1210)',
    (mode) => mode === '9610' || mode === '1210',
    '9610',
  ),
  'b2b-export': ofMode(
    'B2B 出口（9710、9810、0110）',
    'B2B export (9710, 9810, 0110)',
    (mode) => ['9710', '9810', '0110'].includes(mode),
    '9710',
  ),
  'retail-import': ofMode('零售进口', 'Retail import', (mode) => directionOf(mode) === 'import', '1210-I'),
  'bonded-import': ofMode(
    '网购保税进口（1210、1239）',
    'Bonded retail import (1210, 1239)',
    (mode) => mode === '1210-I' || mode === '1239-I',
    '1210-I',
  ),
  bonded: condition(
    '货物在海关特殊监管区域或场所',
    'The goods lie in a bonded area',
    ['入区后再用', 'Use it once they are inside'],
    ({ place }) => yesNo(place === undefined ? undefined : place === 'bonded'),
  ),
  'no-voucher': condition(
    '未取得有效进货凭证',
    'No valid purchase voucher',
    ['有凭证的按凭证办理退税或免税', 'With a voucher the refund or exemption follows it'],
    ({ voucher }) => yesNo(voucher === undefined ? undefined : voucher === 'none'),
  ),
  'special-invoice': condition(
    '从小规模纳税人购进并取得增值税专用发票',
    'Bought from a small-scale taxpayer with a special VAT invoice',
    [
      '请供货方开具或代开专用发票；普通发票不能退税',
      'Ask for a special invoice; an ordinary one brings no refund',
    ],
    ({ voucher }) => yesNo(voucher === undefined ? undefined : voucher === 'special-small'),
  ),
  'cleared-here': condition(
    '通过综试区所在地海关办理申报',
    'Declared at the customs of the zone',
    ['由综试区所在地海关申报', 'Declare it at the customs of the zone'],
    ({ clearedHere }) => yesNo(clearedHere),
  ),
  'not-cancelled': condition(
    '不属于明确取消退（免）税的货物',
    'Refund and exemption were not ended for these goods',
    ['在商品资料核对；取消退（免）税的按征税办理', 'Check the goods master; goods that lost it are taxed'],
    ({ goods }) =>
      overGoods(goods, ({ refundCancelled: said }) =>
        said === undefined ? 'open' : said ? 'broken' : 'met',
      ),
  ),
  'free-of-licence': condition(
    '不涉证、不涉出口关税、不退税的商品',
    'No licence, export duty or refund',
    ['这些商品改用 9610 汇总（B）或报关单', 'Declare these goods in summary (B) or by customs declaration'],
    ({ goods }) =>
      overGoods(goods, (one) => {
        const states = simplifiedForbids.map((constraint) => constraintState(one, constraint))
        return states.includes('broken') ? 'broken' : states.includes('open') ? 'open' : 'met'
      }),
  ),
  'on-positive-list': condition(
    '商品在跨境电商零售进口商品清单内',
    'On the list of retail import',
    ['清单外的按一般贸易进口', 'Import what is not on it as general trade'],
    ({ goods }) =>
      overGoods(goods, ({ onPositiveList: said }) => (said === undefined ? 'open' : said ? 'met' : 'broken')),
  ),
  'class-1-to-3': condition(
    '退（免）税管理类别为一、二、三类',
    'Of class 1, 2 or 3 for refunds',
    ['四类企业报送纸质资料', 'Class 4 hands in papers'],
    ({ refundClass }) => yesNo(refundClass === undefined ? undefined : refundClass < 4),
  ),
  'name-list': condition(
    '已办理贸易外汇收支企业名录登记',
    'On the list of enterprises that trade in foreign exchange',
    ['先到银行办理名录登记（口径待确认）', 'Register at the bank first (to be confirmed)'],
    ({ nameListed }) => yesNo(nameListed),
  ),
  'settlement-account': condition(
    '已开立个人外汇结算账户',
    'Has a settlement account for foreign exchange',
    ['在银行开立个人外汇结算账户', 'Open one at a bank'],
    ({ settlementAccount }) => yesNo(settlementAccount),
  ),
  matched: condition(
    '三单已对碰一致',
    'Order, payment and waybill agree',
    ['在对碰页处理差异', 'Settle the breaks in the matching room'],
    ({ matched }) => yesNo(matched),
  ),
}
