import type { Subject } from '../../model/forex/common'
import type { Text } from '../../model/text'
import type { ValueSource } from '../../provenance/derived'
import { lawAsOf } from '../catalogue/index'

/** What an officer may say of a credit over what the files of the bank say. */
export type Answerable = 'payer' | 'charges' | 'isAdvance'

/** The records behind a receipt, as people know them. What nobody knows is named by its kind alone. */
export type FormOrigins = {
  /** Files of the bank that it came by. */
  files?: readonly string[]
  /** What was answered in its step 渠道. */
  answered?: readonly Answerable[]
  /** The run of the pre-check that judged it. */
  run?: string
  /** The bank that was asked for a price. */
  bank?: string
  /** Platform settlements that it paid out. */
  settlements?: readonly string[]
}

const named = (names: readonly string[] | undefined) =>
  names && names.length > 0 ? { name: names.join('、') } : {}
const made = (how: Text | undefined) => (how ? { how } : {})

/** The sources of the fields of a form, in one word each for one record. */
export function sourcesFor(subject: Subject, origins: FormOrigins) {
  const { files, answered = [], run, bank, settlements } = origins
  const of = (record: ValueSource['record'], names?: readonly string[]) => (how?: Text) => ({
    record,
    ...named(names),
    ...made(how),
  })
  return {
    /** What the files of the bank say of the money. `by`: unless an officer answered it. */
    credit: (how?: Text, by?: Answerable): ValueSource =>
      by && answered.includes(by) ? { record: 'credit', how: inChannel } : of('credit', files)(how),
    /** Name and code are those of the enterprise; what it is for the bank stands in its subject. */
    enterprise: of('enterprise', subject.name ? [subject.name] : []),
    subject: of('subject'),
    check: of('check', run ? [run] : []),
    quote: of('quote', bank ? [bank] : []),
    settlement: of('settlement', settlements),
    /** Codes are proposed by the table of this software as the law stood on its day; the bank may want another. */
    bop: (): ValueSource => ({ record: 'bop', how: proposed }),
    form: (how: Text): ValueSource => ({ record: 'form', how }),
  }
}
const proposed: Text = {
  zh: `本机建议，法规读到 ${lawAsOf}`,
  en: `proposed here, law as of ${lawAsOf}`,
}
const inChannel: Text = { zh: '「渠道」中填写', en: 'answered in the step Channel' }

export const wholeUnits: Text = { zh: '取整到元', en: 'in whole units' }
export const fromCreditCode: Text = {
  zh: '统一社会信用代码第 9–17 位',
  en: 'characters 9 to 17 of the credit code',
}

/** The nine characters of the 统一社会信用代码 that are the old organisation code; none of a code that is not whole. */
export const organisationOf = ({ type, uscc = '' }: Subject): string =>
  type === 'individual' || uscc.length !== 18 ? '' : uscc.slice(8, 17)
