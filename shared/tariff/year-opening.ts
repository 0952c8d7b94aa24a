import type { Text } from '../model/text'
import { workday, yearCalendars, type YearCalendar } from '../time/work-calendar'
import type { ConversionPlan } from './convert'

/** What is known when a year is opened. Days YYYY-MM-DD; `undefined` means that it is not there. */
export type YearFacts = {
  /** First day the tariff in use holds for. */
  tariffFrom?: string
  plan?: ConversionPlan
  /** Day the newest rebate library here was published. */
  ratesPublished?: string
  /** Whether an exchange rate for the first working day is here. */
  hasExchangeRate: boolean
  /** Records of the year before that are not finished. */
  unfinished: number
  calendars?: readonly YearCalendar[]
}

/** One step of 年度开账. `todo` waits for somebody, `done` needs nothing. */
export type YearStep = { id: string; state: 'done' | 'todo'; says: Text; fix: Text }

/**
 * The steps of opening a year, each judged by what is there. Templates and serial rules are not kept by year here (a
 * number has its day in it) and go on by themselves, so they are no step. A rebate library is taken for the new year's when it
 * was published in the last month of the old one or later (企业内部口径).
 */
export function yearSteps(year: number, facts: YearFacts): YearStep[] {
  const first = `${year}-01-01`
  const { plan, calendars = yearCalendars } = facts
  const open = plan?.conversions.filter(({ kind }) => kind === 'choose' || kind === 'gone').length ?? 0
  const step = (id: string, isDone: boolean, says: Text, fix: Text): YearStep => ({
    id,
    state: isDone ? 'done' : 'todo',
    says,
    fix,
  })
  const tariffDone = facts.tariffFrom !== undefined && facts.tariffFrom >= first
  return [
    step(
      'tariff',
      tariffDone,
      { zh: `${year} 年税则已导入`, en: `The tariff of ${year} is here` },
      { zh: '导入新税则和新旧编码对照表', en: 'Import the new tariff and the table of old and new codes' },
    ),
    step(
      'conversion',
      tariffDone && plan !== undefined && open === 0 && plan.counts.one === 0,
      { zh: `税则转版：${open} 个商品待定编码`, en: `New codes, goods that wait for a decision: ${open}` },
      { zh: '在税则转版页逐个选定', en: 'Choose them one by one on the page of new codes' },
    ),
    step(
      'rates',
      facts.ratesPublished !== undefined && facts.ratesPublished >= `${year - 1}-12-01`,
      { zh: '退税率文库覆盖新年度', en: 'The rebate library covers the new year' },
      { zh: '导入税务机关发布的最新文库', en: 'Import the newest library of the tax office' },
    ),
    step(
      'exchange-rate',
      facts.hasExchangeRate,
      { zh: `${first} 可用的汇率`, en: `An exchange rate for ${first}` },
      {
        zh: '导入 1 月的汇率；没有牌价的日子用哪一天，按设置',
        en: 'Import the rate; settings say which day counts',
      },
    ),
    step(
      'holidays',
      workday(first, calendars).certain,
      { zh: `${year} 年节假日安排`, en: `Holidays of ${year}` },
      {
        zh: '更新工作日历；在此之前期限只按周末推算',
        en: 'Update the work calendar; until then only weekends are known',
      },
    ),
    step(
      'unfinished',
      facts.unfinished === 0,
      { zh: `上年未了结 ${facts.unfinished} 项`, en: `${facts.unfinished} of last year not finished` },
      { zh: '在年度清理页逐项处理', en: 'Work through them on the page of the year end' },
    ),
  ]
}
