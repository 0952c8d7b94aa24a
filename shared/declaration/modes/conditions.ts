import { customsMode, importModes, listModeOf, type ModePath } from '../../model/mode'
import type { Constraint } from '../../model/goods'
import { fillText, type Text } from '../../model/text'
import { cmp } from '../../money/decimal'
import { retailLawOn } from '../retail-import/law'
import { businessListLimit, cnyText, inCny } from './cny'
import {
  businessListForbids,
  constraintState,
  constraintWords,
  simplifiedForbids,
} from '../../model/constraint'
import type { ModeFacts } from './facts'
import { modeRules } from './modes'

/**
 * `open`: nobody can say yet; the fix tells what has to be found out. `doubtful`: a rule that is known at second hand
 * speaks against it, so that it is neither refused nor recommended.
 */
export type ConditionState = 'met' | 'open' | 'doubtful' | 'broken'

/** What a condition finds in one order. `value`: what it looked at, without personal data. */
export type ConditionResult = { state: ConditionState; value?: string; says?: Text; fix?: Text }

/** One condition of some ways to declare. `source` tells where it stands and how sure that is. */
export type ModeCondition = {
  id: string
  paths: readonly ModePath[]
  says: Text
  fix: Text
  source: string
  check(facts: ModeFacts, path: ModePath): ConditionResult
}

const met: ConditionResult = { state: 'met' }
const answered = (ok: boolean, unknown: boolean): ConditionResult => ({
  state: ok ? 'met' : unknown ? 'open' : 'broken',
})

const retail: readonly ModePath[] = ['9610-A', '9610-B', '1210']
const business: readonly ModePath[] = ['9710', '9710-entry']
const warehouse: readonly ModePath[] = ['9810', '9810-entry']
const businessLists: readonly ModePath[] = ['9710', '9810']
const imports: readonly ModePath[] = importModes
const lists: readonly ModePath[] = ['1210', '9610-A', '9610-B', '9710', '9810']

/** The day from which an overseas warehouse need not be filed with customs any more (公告2024-167). */
const warehouseFilingEnded = '2024-12-15'

const buyerConditions: readonly ModeCondition[] = [
  {
    id: 'mode-consumer',
    paths: retail,
    says: { zh: '境外个人消费者网购的零售订单', en: 'A retail order of a consumer abroad' },
    fix: {
      zh: '卖给境外企业的走 9710，发往海外仓的走 9810',
      en: 'Sales to companies abroad go as 9710, stock for a warehouse abroad as 9810',
    },
    source: '公告2018-194；公告2020-75',
    check: ({ answers: { buyer } }) => answered(buyer === 'consumer', buyer === 'unknown'),
  },
  {
    id: 'mode-business',
    paths: business,
    says: {
      zh: '通过跨境电商平台与境外企业成交（有B2B订单或合同）',
      en: 'Sold to a company abroad through an e-commerce platform, with a B2B order or contract',
    },
    fix: {
      zh: '有平台上的B2B订单或合同时，「成交对象」选境外企业',
      en: 'With a B2B order or contract choose Company abroad as the buyer',
    },
    source: '公告2020-75第一条',
    check: ({ answers: { buyer } }) => answered(buyer === 'business', buyer === 'unknown'),
  },
  {
    id: 'mode-warehouse',
    paths: warehouse,
    says: {
      zh: '货物先到海外仓，再在平台出售（订仓单）',
      en: 'Goods go to a warehouse abroad first (booking)',
    },
    fix: {
      zh: '有海外仓的租赁、自有或平台仓订仓单时，「成交对象」选送海外仓',
      en: 'With a lease, a warehouse of your own or a booking choose To a warehouse abroad',
    },
    source: '公告2020-75第一条',
    check: ({ answers: { buyer } }) => answered(buyer === 'warehouse', buyer === 'unknown'),
  },
  {
    id: 'mode-warehouse-filing',
    paths: warehouse,
    says: {
      zh: '海外仓备案：2024-12-15起不再需要',
      en: 'Filing of the warehouse: not needed since 2024-12-15',
    },
    fix: { zh: '此前出口的，先在海关办海外仓备案', en: 'Before that day, file the warehouse with customs' },
    source: '公告2024-167第一条（对公告2020-75第三部分第二项）',
    check: ({ today }) => ({ state: today >= warehouseFilingEnded ? 'met' : 'open' }),
  },
]

const placeConditions: readonly ModeCondition[] = [
  {
    id: 'mode-bonded',
    paths: ['1210', '1210-I'],
    says: {
      zh: '货物在综合保税区等特殊区域内，已入保税账册',
      en: 'The goods lie in a bonded zone and in its book',
    },
    fix: {
      zh: '区外的货物走 9610；入区后再用 1210',
      en: 'Goods outside go as 9610; 1210 once they are in the zone',
    },
    source: '报文规范2022-05：特殊区域出口',
    check: ({ answers: { place } }) => answered(place === 'bonded', false),
  },
  {
    id: 'mode-record-no',
    paths: ['1210', '1210-I'],
    says: { zh: '每种商品有账册备案料号', en: 'Each of the goods has its number in the account book' },
    fix: {
      zh: '选定 1210 后，在「缺商品资料」补料号',
      en: 'After choosing 1210 fill the numbers in on the sheet of missing goods',
    },
    source: '报文规范2022-05：itemRecordNo',
    check: ({ goods }) => {
      const without = goods.filter(({ itemRecordNo }) => !itemRecordNo).map(({ sku }) => sku)
      return without.length > 0 ? { state: 'open', value: listed(without) } : met
    },
  },
  {
    id: 'mode-outside',
    paths: ['9610-A', '9610-B', '9710', '9710-entry', '9810', '9810-entry', '0110-entry'],
    says: { zh: '货物在特殊区域外', en: 'The goods lie outside a bonded zone' },
    fix: { zh: '区内的货物零售出口用 1210', en: 'Retail export from inside goes as 1210' },
    source: '报文规范2022-05；唐山方案“1210入区+9610出区”',
    check: ({ answers: { place }, zone }, path) => {
      if (place === 'outside') return met
      const combined = zone.combines1210And9610 === true && customsMode(path) === '9610'
      return combined ? { state: 'open', says: combinedText, fix: combinedFix } : { state: 'broken' }
    },
  },
]
const combinedText: Text = {
  zh: '本综试区方案有“1210入区+9610出区”，做法以主管海关为准（口径待确认）',
  en: 'The plan of this zone names 1210 in and 9610 out; how it is done is for its customs to say (not confirmed)',
}
const combinedFix: Text = { zh: '先问主管海关', en: 'Ask your customs first' }

const silentFix: Text = {
  zh: '商品资料没有写明，填 Y 或 N（可批量修改）',
  en: 'The goods master does not say: write Y or N, many at once by bulk edit',
}
const toSummary: Text = { zh: '改用 9610 汇总（B）', en: 'Use 9610 summary (B)' }
const toEntry: Text = { zh: '改用报关单', en: 'Use a 报关单' }

/** What hangs on the goods: one condition for each constraint, so that each is answered by itself. */
const goodsCondition = (constraint: Constraint): ModeCondition => ({
  id: `mode-${constraint.replace('D', '-d')}`,
  paths: [
    ...(simplifiedForbids.includes(constraint) ? (['9610-A'] as const) : []),
    ...(businessListForbids.includes(constraint) ? businessLists : []),
  ],
  says: {
    zh: `没有${constraintWords[constraint].zh}的商品`,
    en: `No goods of which it is said: ${constraintWords[constraint].en}`,
  },
  fix: silentFix,
  source: '报文规范2022-05 statisticsFlag；公告2018-194；公告2020-75（二手：不涉证、不涉检、不涉税）',
  check: ({ goods, answers }, path) => {
    const [against, fix] =
      path === '9610-A' ? (['broken', toSummary] as const) : (['doubtful', toEntry] as const)
    if (constraint === 'rebate' && answers.rebate !== 'goods') {
      return answers.rebate === 'yes' ? { state: against, fix } : met
    }
    const of = (state: ConditionState) =>
      goods.filter((one) => constraintState(one, constraint) === state).map(({ sku }) => sku)
    const [broken, open] = [of('broken'), of('open')]
    if (broken.length > 0) return { state: against, value: listed(broken), fix }
    return open.length > 0 ? { state: 'open', value: listed(open) } : met
  },
})

const masterFlag: ModeCondition = {
  id: 'mode-flag-master',
  paths: ['9610-A'],
  says: { zh: '商品资料中这些商品定为 A 简化', en: 'The goods master has these goods as A simplified' },
  fix: {
    zh: '定为 B 的商品按 A 申报后没有报关单，不能退税',
    en: 'Goods kept as B bring no 报关单 and no refund when they are declared as A',
  },
  source: '企业内部口径：商品资料 A简化/B汇总',
  check: ({ goods }) => {
    const others = goods.filter(({ statisticsFlag }) => statisticsFlag === 'B').map(({ sku }) => sku)
    return others.length > 0 ? { state: 'open', value: listed(others) } : met
  },
}

const limit: ModeCondition = {
  id: 'mode-list-limit',
  paths: businessLists,
  says: { zh: '单票不超过 5000 元人民币', en: 'Worth at most CNY 5,000' },
  fix: {
    zh: '超过的用报关单；没有汇率的在下面填写汇率',
    en: 'Above it use a 报关单; where no rate is known give one below',
  },
  source: '公告2020-75（二手：单票5000元以内可用清单）',
  check: ({ amount, currency, rates }) => {
    const worth = inCny(amount, currency, rates)
    if (worth === undefined) return { state: 'open', value: `${amount} ${currency}` }
    return {
      state: cmp(worth, businessListLimit) <= 0 ? 'met' : 'broken',
      value: cnyText(worth, currency, rates),
    }
  },
}

const zonePlan: ModeCondition = {
  id: 'mode-zone-plan',
  paths: lists,
  says: { zh: '综试区方案点名这种方式', en: 'The plan of the zone names this mode' },
  fix: {
    zh: '方案没有点名不等于不能办：9610、9710、9810 已全国推广，1210 问主管海关',
    en: 'Not named is not forbidden: 9610, 9710 and 9810 are nationwide, for 1210 ask your customs',
  },
  source: '各综试区实施方案；公告2021-47',
  check: ({ zone }, path) => {
    const mode = customsMode(path)
    if (zone.modes.includes(mode) || mode !== '1210') return met
    return { state: 'open', value: zone.name.zh }
  },
}

const masterData: readonly ModeCondition[] = [
  {
    id: 'mode-goods-known',
    paths: [...lists, ...imports],
    says: { zh: '商品资料齐全', en: 'The goods master knows all goods' },
    fix: { zh: '在「缺商品资料」补齐', en: 'Complete them on the sheet of missing goods' },
    source: '企业内部口径',
    check: ({ unknownSkus }) =>
      unknownSkus.length > 0 ? { state: 'open', value: listed(unknownSkus) } : met,
  },
  {
    id: 'mode-template',
    paths: [...lists, ...imports],
    says: { zh: '有这种贸易方式的申报参数模板', en: 'There is a template of this mode' },
    fix: { zh: '在「申报参数模板」新建一个', en: 'Make one under Templates' },
    source: '企业内部口径',
    check: ({ templates }, path) => {
      const mode = listModeOf(path)!
      return templates.has(mode) ? met : { state: 'open', value: modeRules[mode].name.zh }
    },
  },
]

/** What an order of retail import needs. */
const importConditions: readonly ModeCondition[] = [
  {
    id: 'mode-import-abroad',
    paths: ['9610-I'],
    says: { zh: '成交后从境外直接寄来', en: 'Sent in from abroad after it was bought' },
    fix: { zh: '已在区内入账册的走 1210', en: 'Goods that lie in a bonded zone go as 1210' },
    source: '报文规范2022-05：直购进口',
    check: ({ answers: { place } }) => answered(place === 'outside', false),
  },
  {
    id: 'mode-import-buyer',
    paths: imports,
    says: { zh: '订购人有姓名和身份证号', en: 'The buyer is named, with an identity number' },
    fix: {
      zh: '用「进口订单」模板补全后重新导入',
      en: 'Complete it in the template of import orders and import again',
    },
    source: '报文规范2022-05：订购人证件类型限身份证',
    check: ({ identified }) => (identified ? met : { state: 'broken' }),
  },
  {
    id: 'mode-import-currency',
    paths: imports,
    says: { zh: '以人民币成交', en: 'Bought in CNY' },
    fix: { zh: '按人民币的成交数据重新导入', en: 'Import the figures in CNY again' },
    source: '报文规范2022-05：进口单证币制均为142',
    check: ({ currency }) => (currency === 'CNY' ? met : { state: 'broken', value: currency }),
  },
  {
    id: 'mode-import-limit',
    paths: imports,
    says: { zh: '不超过单次交易限值', en: 'Within the limit of an order' },
    fix: {
      zh: '只有一件商品的可全额征税进口，其余按一般贸易申报；运费、保费也计入',
      en: 'A single article may come in with taxes in full, anything else as general trade; freight counts too',
    },
    source: '财关税〔2018〕49号（二手，口径待确认）',
    check: ({ amount, today }) => {
      const { perOrder } = retailLawOn(today)
      return cmp(amount, perOrder) <= 0 ? met : { state: 'open', value: `${amount} > ${perOrder} CNY` }
    },
  },
]

/** Every condition, those that decide most first. */
export const modeConditions: readonly ModeCondition[] = [
  ...buyerConditions,
  ...placeConditions,
  ...businessListForbids.map(goodsCondition),
  masterFlag,
  limit,
  zonePlan,
  ...importConditions,
  ...masterData,
]

const shown = 5
/** At most five, and how many more. */
const listed = (skus: readonly string[]): string =>
  skus.length <= shown
    ? skus.join(' ')
    : fillText(more, { skus: skus.slice(0, shown).join(' '), n: skus.length }).zh
const more: Text = { zh: '{skus} 等 {n} 种', en: '{skus} …' }
