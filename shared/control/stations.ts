import { z } from 'zod'
import { decimalText, field, instant } from '../model/field'
import { fillText, type Text } from '../model/text'
import { cmp } from '../money/decimal'

/** The stations a piece of 特殊商品 passes, in this order, none left out (丽水方案: 下单、生产、发货、转运、报关). */
export const stations = ['order', 'make', 'ship', 'transfer', 'declare'] as const
export type Station = (typeof stations)[number]
export const stationNames: Readonly<Record<Station, Text>> = {
  order: { zh: '下单', en: 'ordered' },
  make: { zh: '生产', en: 'made' },
  ship: { zh: '发货', en: 'shipped' },
  transfer: { zh: '转运', en: 'transferred' },
  declare: { zh: '报关', en: 'declared' },
}

/** A way that pieces go: its stations, and the temperatures (°C) they have to be kept in. */
export type Way = { stations: readonly Station[]; range?: { low: string; high: string } }
/** 特殊商品: every station of the plan. */
export const wholeWay: Way = { stations }

/** One piece at one station: when it was there, and when somebody wrote it down; offline the two lie apart. */
export const StationEvent = z.strictObject({
  piece: field(z.string().min(1), 'business', '件号', 'Piece'),
  station: z.enum(stations),
  at: field(instant, 'business', '发生时间', 'When'),
  recordedAt: field(instant, 'public', '登记时间', 'Recorded'),
  by: field(z.string().min(1), 'business', '经手人', 'By'),
  place: field(z.string().min(1), 'business', '地点', 'Place'),
  /** Number of the paper that goes with it: 公安备案, 寄递安检, 交接单. */
  paper: field(z.string().min(1).max(64).optional(), 'business', '单证号', 'Paper'),
  /** °C as read there; of goods that travel cold. */
  temperature: field(decimalText.optional(), 'business', '温度(℃)', 'Temperature (°C)'),
  /** SHA-256 of the photo or paper. */
  evidence: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type StationEvent = z.infer<typeof StationEvent>

/**
 * `missing`: left out. `order`: before the station in front of it. `twice`: recorded in two ways. `future`: not yet.
 * `unread`: no temperature where one has to be kept. `temperature`: outside of what has to be kept.
 */
export type StationFault = {
  station: Station
  kind: 'missing' | 'order' | 'twice' | 'future' | 'unread' | 'temperature'
  says: Text
  fix: Text
}

/** Where a piece is. `late`: stations that were written down long after; their real time stands. */
export type PieceTrack = {
  piece: string
  passed: readonly StationEvent[]
  faults: readonly StationFault[]
  late: readonly Station[]
  /** Everything before the declaration is there and in order. */
  mayDeclare: boolean
}

const hour = 3_600_000
/** Hours after which something counts as recorded late; the plan says 实时 and names no figure (企业内部口径). */
export const lateAfterHours = 24

/** The track of one piece out of its events, whatever order they came in and however often. */
export function trackOf(
  piece: string,
  events: readonly StationEvent[],
  { stations: way, range }: Way = wholeWay,
): PieceTrack {
  const own = events.filter((event) => event.piece === piece)
  const faults: StationFault[] = []
  const passed: StationEvent[] = []
  const raise = (station: Station, kind: StationFault['kind']) => {
    const params = { station: stationNames[station], piece, low: range?.low ?? '', high: range?.high ?? '' }
    faults.push({ station, kind, says: fillText(words[kind], params), fix: fillText(fixes[kind], params) })
  }
  const last = Math.max(-1, ...own.map(({ station }) => way.indexOf(station)))
  for (const [at, station] of way.entries()) {
    const here = distinct(own.filter((event) => event.station === station))
    const [first, ...more] = here
    if (!first) {
      if (at < last) raise(station, 'missing')
      continue
    }
    if (more.length > 0) raise(station, 'twice')
    if (timeOf(first.at) > timeOf(first.recordedAt)) raise(station, 'future')
    const before = passed.at(-1)
    if (before && timeOf(first.at) < timeOf(before.at)) raise(station, 'order')
    const { temperature } = first
    if (range && temperature === undefined) raise(station, 'unread')
    else if (range && temperature !== undefined && !isWithin(temperature, range))
      raise(station, 'temperature')
    passed.push(first)
  }
  const late = passed
    .filter(({ at, recordedAt }) => timeOf(recordedAt) - timeOf(at) > lateAfterHours * hour)
    .map(({ station }) => station)
  const needed = way.filter((station) => station !== 'declare')
  const isThere = needed.every((station) => passed.some((event) => event.station === station))
  return { piece, passed, faults, late, mayDeclare: isThere && faults.length === 0 }
}

const isWithin = (temperature: string, { low, high }: NonNullable<Way['range']>): boolean =>
  cmp(temperature, low) >= 0 && cmp(temperature, high) <= 0

const timeOf = (text: string): number => Date.parse(text)

/** The same record told again is one; the order is that of time, then of content. */
function distinct(events: readonly StationEvent[]): StationEvent[] {
  const seen = new Map<string, StationEvent>()
  for (const event of events) {
    const known = seen.get(contentOf(event))
    if (!known || timeOf(event.recordedAt) < timeOf(known.recordedAt)) seen.set(contentOf(event), event)
  }
  return [...seen.values()].sort(
    (a, b) => timeOf(a.at) - timeOf(b.at) || (contentOf(a) < contentOf(b) ? -1 : 1),
  )
}
/** When something was written down says nothing about what happened: two desks may record the same. */
const contentOf = ({ at, by, place, paper = '', temperature = '', evidence = '' }: StationEvent) =>
  JSON.stringify([timeOf(at), by, place, paper, temperature, evidence])

const words: Readonly<Record<StationFault['kind'], Text>> = {
  missing: { zh: '{piece} 缺“{station}”环节', en: '{piece} was never {station}' },
  order: {
    zh: '{piece} 的“{station}”早于前一环节',
    en: '{piece} was {station} before the station in front of it',
  },
  twice: { zh: '{piece} 的“{station}”有两种登记', en: '{piece} was recorded as {station} in two ways' },
  future: { zh: '{piece} 的“{station}”晚于登记时间', en: '{piece} would be {station} after it was recorded' },
  unread: { zh: '{piece} 的“{station}”没有温度记录', en: '{piece} has no temperature when it was {station}' },
  temperature: {
    zh: '{piece} 的“{station}”温度不在 {low}～{high} ℃',
    en: '{piece} was outside of {low} to {high} °C when it was {station}',
  },
}
const fixes: Readonly<Record<StationFault['kind'], Text>> = {
  missing: { zh: '补登“{station}”，写真实发生时间', en: 'Record it with the time it really happened' },
  order: { zh: '核对两个环节的时间', en: 'Check the times of both stations' },
  twice: { zh: '核对后作废一条', en: 'Check and void one of them' },
  future: { zh: '改正发生时间', en: 'Correct the time' },
  unread: { zh: '补登这一环节的温度', en: 'Record the temperature that was read there' },
  temperature: {
    zh: '核对读数；确已超温的，先由负责人判定货物能否出运',
    en: 'Check the reading; where it is true, have it decided first whether the goods may go',
  },
}
