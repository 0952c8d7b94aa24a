import { z } from 'zod'
import type { Text } from '../model/text'
import type { Reason } from '../protocol/engine/records'

/** Key of the setting that holds them. */
export const checkRulesKey = 'people.rules'

/**
 * What an enterprise chose about the work of several officers. `checking`: a 清单 goes out only after somebody else than who
 * changed it last has checked it. `graceDays`: so long the book may be written to without the service having been reached;
 * 0: without limit. `since`: from when the days count where it never was reached.
 */
export const CheckRules = z.object({
  checking: z.boolean(),
  graceDays: z.int().min(0).max(365),
  since: z.string(),
})
export type CheckRules = z.infer<typeof CheckRules>

export const noCheckRules: CheckRules = { checking: false, graceDays: 0, since: '' }

/** Who checked a document, and when. */
export const Checked = z.object({ by: z.string(), at: z.string() })
export type Checked = z.infer<typeof Checked>

/** `author`: who entered or changed it last; absent for what is older than the note of it. */
export type Marks = { author?: string | undefined; checked?: Checked | undefined }

/** Marks of a document that is written by somebody: another content has another author and is unchecked again. */
export const marksAfter = (before: Marks | undefined, isSame: boolean, who: string): Marks =>
  before && isSame
    ? {
        ...(before.author !== undefined && { author: before.author }),
        ...(before.checked && { checked: before.checked }),
      }
    : { author: who }

/** Why `who` may not check it now: it is the own work, or done already. */
export function notChecked({ author, checked }: Marks, who: string): Reason | undefined {
  if (checked) return alreadyChecked(checked)
  return author === who ? ownWork : undefined
}

const ownWork: Reason = {
  code: 'own-work',
  text: {
    zh: '最后录入或修改的人是您自己，不能由您复核（录入与复核须为两人）',
    en: 'You entered or changed it last, so you cannot check it (two people are needed)',
  },
  fix: { zh: '请另一位有复核权的操作员复核', en: 'Have another officer who may check do it' },
}

const alreadyChecked = ({ by }: Checked): Reason => ({
  code: 'checked-already',
  text: { zh: `已由${by}复核，此后没有改动`, en: `Checked by ${by} already, unchanged since` },
  fix: { zh: '不用再复核', en: 'Nothing to do' },
})

/** Why a document that nobody else has checked does not go out. */
export const unchecked = ({ author }: Marks): Reason => ({
  code: 'unchecked',
  text: {
    zh: `本企业要求复核后才能申报：这份清单${author === undefined ? '' : `由${author}录入或修改后`}还没有复核`,
    en: `This enterprise declares only what was checked: the list ${author === undefined ? '' : `was entered or changed by ${author} and `}has not been checked`,
  },
  fix: {
    zh: `在清单列表点「复核」，${author === undefined ? '由另一人' : `由${author}以外的人`}复核后再申报`,
    en: `Press “Check” in the list${author === undefined ? ', by another officer' : ` as another officer than ${author}`}, then declare`,
  },
})

/** A correction was built and waits for its check. */
export const correctionUnchecked = (who: string): Reason => ({
  code: 'correction-unchecked',
  text: {
    zh: `已按更正后的资料重新生成，由${who}修改，还没有复核`,
    en: `Built again from what was mended, by ${who}; not checked yet`,
  },
  fix: {
    zh: `请${who}以外的人在清单列表点「复核」，再点一次「更正重报」发出`,
    en: `Have another officer than ${who} press “Check”, then press “Correct and resend” again`,
  },
})

const hourMs = 3_600_000

/** Hours since 1970, in which contact and clock are kept among the counters outside the database: they only rise. */
export const hoursOf = (instant: string): number => Math.floor(Date.parse(instant) / hourMs)

/** How a book stands with its limit: whole days left (negative when over), from the last contact. */
export type Grace = { limitDays: number; lastContact: string; daysLeft: number }

/**
 * How long the book may still be written to. A clock that was put back gives no time: the latest hour that was ever seen
 * counts.
 * @param contact hours of the last answer of the service; 0 never
 * @param seen the latest hour this book was ever worked in
 */
export function graceOf(
  { graceDays, since }: CheckRules,
  { contact, seen, now }: { contact: number; seen: number; now: string },
): Grace | undefined {
  if (graceDays === 0) return undefined
  const from = Math.max(contact, since === '' ? 0 : hoursOf(since))
  const present = Math.max(hoursOf(now), seen)
  const daysLeft = graceDays - Math.floor((present - from) / 24)
  return { limitDays: graceDays, lastContact: new Date(from * hourMs).toISOString(), daysLeft }
}

export const offlineTooLong = ({ limitDays, lastContact }: Grace): Text => ({
  zh: `已超过本企业设定的离线期限（${limitDays} 天，上次连通 ${lastContact.slice(0, 10)}），账套现在只能查看、导出和收发，数据都在。连通单一窗口一次即恢复；或由主管在「操作员」里调整期限。`,
  en: `The offline limit of this enterprise has passed (days: ${limitDays}, last contact ${lastContact.slice(0, 10)}): the book can be read, exported and exchanged, nothing is lost. Reach the single window once to go on; or a chief changes the limit under Officers.`,
})
