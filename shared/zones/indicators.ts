import type { Text } from '../model/text'

/** What a plan sets itself as a target. */
export const indicators = {
  filings: { zh: '平台备案企业', en: 'Enterprises filed on the platform' },
  firms: { zh: '跨境电商企业', en: 'Cross-border e-commerce firms' },
  adopters: { zh: '新增应用企业', en: 'Firms that took it up' },
  leaders: { zh: '龙头企业', en: 'Leading firms' },
  'big-firms': { zh: '年销售超 1000 万元的企业', en: 'Firms that sell above 10 million yuan' },
  'service-firms': { zh: '外贸综合服务企业', en: 'Foreign trade service firms' },
  brands: { zh: '自主品牌', en: 'Own brands' },
  parks: { zh: '产业园区', en: 'Parks' },
  warehouses: { zh: '公共海外仓', en: 'Public warehouses abroad' },
  projects: { zh: '海外仓、保税仓、物流项目', en: 'Warehouse and logistics projects' },
  showrooms: { zh: '海外展示体验馆', en: 'Showrooms abroad' },
  clusters: { zh: '产业集群', en: 'Clusters of industry' },
  belts: { zh: '特色产业带', en: 'Industry belts' },
  'lead-areas': { zh: '融合发展引领区', en: 'Leading areas' },
  people: { zh: '培养引进人才', en: 'People trained or won' },
  trade: { zh: '跨境电商交易额或进出口额', en: 'Trade' },
  'retail-trade': { zh: '网络零售进出口额', en: 'Retail trade' },
  'retail-export': { zh: '零售出口额', en: 'Retail export' },
  'retail-export-growth': { zh: '零售出口年增速', en: 'Yearly growth of retail export' },
  growth: { zh: '交易额年均增长', en: 'Yearly growth of trade' },
  share: { zh: '占进出口总值', en: 'Share of all trade' },
  'online-finance': { zh: '在线金融服务率', en: 'Share served by finance online' },
} as const satisfies Record<string, Text>
export type Indicator = keyof typeof indicators
export const indicatorIds = Object.keys(indicators) as [Indicator, ...Indicator[]]

const money: ReadonlySet<Indicator> = new Set(['trade', 'retail-trade', 'retail-export'])
const percent: ReadonlySet<Indicator> = new Set(['retail-export-growth', 'growth', 'share', 'online-finance'])

/** In what a value of the indicator counts. */
export const unitOf = (indicator: Indicator): 'CNY' | '%' | 'count' =>
  money.has(indicator) ? 'CNY' : percent.has(indicator) ? '%' : 'count'
