import type { CodeBook } from '../codes/book'
import type { CountryFinder } from '../codes/country'
import { currencyByLetters } from '../codes/currency'
import type { Template } from '../model/template'
import { sourceFault, type BuildFault, type FaultSource } from './build-fault'
import { buildTexts } from './build-texts'

/** Code tables as one book, with the country names of its officer already in it. */
export type Codes = { book: CodeBook; countries: CountryFinder }

export type Report = (words: keyof typeof buildTexts, source: FaultSource, value: string) => void

/** Collects faults under the words of `buildTexts`. */
export function reporter(faults: BuildFault[]): Report {
  return (words, source, value) => void faults.push(sourceFault(buildTexts[words], source, value))
}

/** Customs number of ISO letters; reported and '' when the table has none, since nothing could be declared instead. */
export function currencyCode(codes: Codes, letters: string, orderNo: string, report: Report): string {
  const row = currencyByLetters(codes.book, letters)
  if (!row) report('currencyUnknown', { record: 'order', key: orderNo, field: 'currency' }, letters)
  return row?.code ?? ''
}

/** Customs number of the country as the file wrote it. */
export function countryCode(codes: Codes, text: string, orderNo: string, report: Report): string {
  const match = codes.countries.find(text)
  if (match.kind === 'coded') return match.row.code
  const words = {
    unspecified: 'countryUnspecified',
    unknown: 'countryUnknown',
    uncoded: 'countryUncoded',
  } as const
  report(words[match.kind], { record: 'order', key: orderNo, field: 'country' }, text)
  return ''
}

export function portCode(template: Template, country: string, report: Report): string {
  const port = template.ports[country] ?? template.ports['*']
  if (!port && country)
    report('portMissing', { record: 'template', key: template.name, field: 'ports' }, country)
  return port ?? ''
}
