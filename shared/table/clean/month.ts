/**
 * Beginnings that tell the months apart in the languages of exports, in order of the year. Left out: languages whose
 * names mean another month in a neighbouring one (listopad is October or November).
 */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв', 'oca'],
  ['feb', 'fév', 'fev', 'фев', 'şub'],
  ['mar', 'mär', 'mrz', 'maart', 'mrt', 'мар'],
  ['apr', 'abr', 'avr', 'апр', 'nis'],
  ['may', 'mai', 'mei', 'mag', 'maj', 'мая', 'май'],
  ['jun', 'juin', 'giu', 'июн', 'haz'],
  ['jul', 'juil', 'lug', 'июл', 'tem'],
  ['aug', 'ago', 'aoû', 'aou', 'авг', 'ağu'],
  ['sep', 'set', 'сен', 'eyl'],
  ['oct', 'okt', 'ott', 'out', 'окт', 'eki'],
  ['nov', 'ноя', 'kas'],
  ['dec', 'dez', 'dic', 'déc', 'дек', 'ara'],
]

/** 1–12 for the name of a month or its abbreviation; undefined for another word. */
export function monthOf(name: string): number | undefined {
  const word = name.toLowerCase()
  const month = beginnings.findIndex((names) => names.some((each) => word.startsWith(each)))
  return month < 0 ? undefined : month + 1
}
