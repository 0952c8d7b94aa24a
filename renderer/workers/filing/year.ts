import { businessDay } from '#shared/time/shanghai'
import { yearSteps, type YearStep } from '#shared/tariff/year-opening'
import type { CalendarView } from '../../data/port'
import { knownCalendars } from '../../data/work-calendars'
import { readFx, readLibrary } from '../rebate/sources'
import { planFor } from './conversion'
import { isPractice } from './masters'
import type { FilingStore } from './store'

/** 年度开账: each step judged by what the book has. A rate of the first ten days of the year is one for its first working day. */
export async function yearOpening(store: FilingStore, year: number, unfinished: number): Promise<YearStep[]> {
  const first = `${year}-01-01`
  const planned = await planFor(store, first)
  const { editions } = await readLibrary(store.book)
  const { rates } = await readFx(store.book)
  const { calendars } = await knownCalendars(await isPractice(store))
  return yearSteps(year, {
    ...(planned && { tariffFrom: planned.used.from, plan: planned.plan }),
    ...(editions[0] && { ratesPublished: businessDay(editions[0].at) }),
    hasExchangeRate: rates.some(({ date }) => date >= first && date <= `${year}-01-10`),
    unfinished,
    calendars,
  })
}

/** The years whose holidays are known here, oldest first. */
export async function workCalendars(store: FilingStore): Promise<CalendarView[]> {
  const { calendars, published = [], edition } = await knownCalendars(await isPractice(store))
  const years = new Set(published.map(({ year }) => year))
  return calendars.map(({ year, source }) => ({
    year,
    source,
    ...(edition && years.has(year) && { published: edition.version, signed: edition.signer !== undefined }),
  }))
}
