import { customsCodeFault } from '#shared/codes/identifiers/customs-code'
import { usccFault } from '#shared/codes/identifiers/uscc'
import type { DataCipher } from '#shared/ipc/data-cipher'
import type { BookKind, Enterprise } from '#shared/model/enterprise'
import type { Zone } from '#shared/zones/zone'

/** Answers to the five questions; language is the first and applies at once. */
export type Answers = {
  kind: BookKind
  uscc: string
  name: string
  customsCode: string
  zone: string
  officer: string
  password: string
  repeat: string
  cipher: DataCipher
}

export type AnswerKey = keyof Answers
/** Why an answer cannot be taken: an i18n key under `firstRun.fault`. */
export type AnswerFault = string

const shortestPassword = 8

/** The exchange platform gives a real company its own; a 演练 book must be able to declare without one. */
const practiceDxpId = 'DXPPRACTICE000001'

/** A 演练 book takes codes that cannot exist, so only their shape is looked at there. */
export function answerFault(key: AnswerKey, answers: Answers): AnswerFault | undefined {
  const value = answers[key].trim()
  if (value === '') return 'empty'
  switch (key) {
    case 'uscc': {
      const fault = usccFault(value)
      return fault && (answers.kind === 'real' || fault === 'shape') ? `uscc-${fault}` : undefined
    }
    case 'customsCode': {
      const fault = customsCodeFault(value)
      return fault && (answers.kind === 'real' || fault === 'shape') ? `customs-${fault}` : undefined
    }
    case 'password':
      return answers.password.length < shortestPassword ? 'password-short' : undefined
    case 'repeat':
      return answers.repeat === answers.password ? undefined : 'password-differs'
    default:
      return undefined
  }
}

/** The enterprise record, which begins with its zone in the edition that is offered; what was not asked gets its neutral value and is asked where it is first needed. */
export function enterpriseOf(answers: Answers, zones: readonly Zone[]): Enterprise {
  const edition = zones.find(({ id }) => id === answers.zone)?.edition
  return {
    book: answers.kind,
    uscc: answers.uscc.trim(),
    name: answers.name.trim(),
    customsCode: answers.customsCode.trim(),
    zone: answers.zone,
    ...(edition !== undefined && { zoneEdition: edition }),
    dxpId: answers.kind === 'practice' ? practiceDxpId : '',
    copNoPrefix: answers.kind === 'practice' ? 'YL' : 'YG',
    desk: 'A',
    officer: answers.officer.trim(),
  }
}
