// Turns a folder of customs code tables (CSV, one per table) into shared/codes/data/*.json.
// Usage: node build/codes.mjs FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { countryLetters } from './country-letters.mjs'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: node build/codes.mjs FOLDER   (the folder with unit.csv, currency_numeric.csv, …)')
  process.exit(2)
}

const read = (name) => parse(readFileSync(join(folder, `${name}.csv`)), { columns: true, bom: true })
const two = new Map(countryLetters.map((pair) => [pair.slice(0, 3), pair.slice(3)]))
const english = new Intl.DisplayNames(['en'], { type: 'region' })
const countryName = (iso3) => (two.has(iso3) ? english.of(two.get(iso3)) : '')
const currencyNames = new Map(read('currency_iso_2018plus').map((row) => [row.code, row.name_en]))

const plain = (row) => ({ code: row.code, zh: row.name_zh, en: row.name_en ?? '' })
const simple = (name) => () => read(name).map(plain)

// Customs' own offices and non-mainland customs: in the table, never a place of declaration.
const internalDistricts = new Set(['0000', '9800', '9900', 'A100'])
const countryMarks = { continent: 'group', obsolete: 'obsolete', doubtful: 'unverified' }

const published = '公开清单整理，未与单一窗口参数库核对'
const tables = {
  country: {
    complete: false,
    edition: '约2014',
    source: `${published}；缺塞尔维亚、黑山、南苏丹、法罗群岛等较新代码`,
    rows: () =>
      read('country_numeric').map((row) => ({
        code: row.code_numeric,
        zh: row.name_zh,
        en: countryName(row.iso3),
        iso: row.iso3,
        mark: countryMarks[row.status],
      })),
  },
  'country-iso': {
    complete: true,
    edition: '2018-08起',
    source: '报关单国别(地区)代码，含特殊代码',
    rows: () =>
      read('country_iso3_2018plus').map((row) => ({
        code: row.code,
        zh: row.name_zh,
        en: countryName(row.code),
        iso: two.get(row.code),
      })),
  },
  currency: {
    complete: false,
    edition: '约2012',
    source: `${published}；与 ISO 字母的对照及标记的代码口径待确认`,
    rows: () =>
      read('currency_numeric').map((row) => {
        const iso = row.iso4217.slice(0, 3)
        const mark = row.iso4217.includes('obsolete')
          ? 'obsolete'
          : row.source.startsWith('[memory]')
            ? 'unverified'
            : undefined
        return { code: row.code_numeric, zh: row.name_zh, en: currencyNames.get(iso), iso, mark }
      }),
  },
  'currency-iso': {
    complete: false,
    edition: '2018-08起',
    source: `${published}；仅常用`,
    rows: simple('currency_iso_2018plus'),
  },
  container: { complete: false, edition: '2018-08起', source: published, rows: simple('container') },
  district: {
    complete: false,
    edition: '2026',
    source: published,
    rows: () =>
      read('customs_district').map((row) => ({
        ...plain(row),
        mark: internalDistricts.has(row.code) ? 'internal' : undefined,
      })),
  },
  'duty-mode': { complete: false, edition: '2018-08起', source: published, rows: simple('duty_mode') },
  'levy-nature': { complete: false, edition: '2018', source: published, rows: simple('levy_nature') },
  port: {
    complete: false,
    edition: '2018-08起',
    source: `${published}；指运港用哪一版代码按综试区设置`,
    rows: () =>
      read('port').map((row) => ({ ...plain(row), mark: row.kind === 'country only' ? 'group' : undefined })),
  },
  region: { complete: false, edition: '2018-08起', source: published, rows: simple('domestic_region') },
  'supervision-mode': {
    complete: false,
    edition: '2018，另加2022-05规范新增4项',
    source: published,
    rows: simple('supervision_mode'),
  },
  'transaction-mode': {
    complete: false,
    edition: '2018-08起',
    source: published,
    rows: simple('transaction_mode'),
  },
  'transport-mode': {
    complete: true,
    edition: '2018-08起',
    source: '运输方式代码',
    rows: simple('transport_mode'),
  },
  unit: {
    complete: true,
    edition: '2018-08起',
    source: '计量单位代码，两份独立清单一致',
    rows: simple('unit'),
  },
  wrap: {
    complete: false,
    edition: '2018-07前',
    source: '包装种类旧1位代码，CEB 报文使用；公开清单整理',
    rows: simple('wrap_type_1digit'),
  },
  'wrap-2018': {
    complete: true,
    edition: '2018-08起',
    source: '包装种类2位代码，报关单使用',
    rows: simple('wrap_type_2018plus_2digit'),
  },
}

const columns = ['code', 'zh', 'en', 'iso', 'mark']

/** One row as an array without its empty tail, so that 4,000 ports stay small and a diff shows one row a line. */
function packed(row) {
  const cells = columns.map((column) => row[column] ?? '')
  while (cells.at(-1) === '') cells.pop()
  return JSON.stringify(cells)
}

const out = new URL('../shared/codes/data/', import.meta.url)
mkdirSync(out, { recursive: true })
for (const [id, { rows, ...about }] of Object.entries(tables)) {
  const list = rows()
  const codes = new Set(list.map((row) => row.code))
  if (codes.size !== list.length) throw new Error(`${id}: a code stands there twice`)
  const head = JSON.stringify({ id, ...about }).slice(0, -1)
  writeFileSync(new URL(`${id}.json`, out), `${head},"rows":[\n${list.map(packed).join(',\n')}\n]}\n`)
  console.log(`${id}: ${list.length} rows`)
}
