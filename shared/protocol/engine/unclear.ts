import type { Reason, SubmissionHead } from './records'

/** Which submission was turned down cannot be told: the receipt names none, and the service was put back meanwhile. */
export const refusalUnclear: Reason = {
  code: 'refusal-unclear',
  text: {
    zh: '单一窗口恢复到较早的状态后又发来退单，未注明是哪一次申报；可能是在重复以前那次的退单',
    en: 'After the single window was put back it sent a refusal that names no submission; it may repeat an earlier one',
  },
  fix: {
    zh: '请勿直接重报；向单一窗口核实本次申报的状态，确为退单后确认再报，或等后续回执',
    en: 'Do not send it again; ask the single window how this submission stands, confirm once it is refused, or wait for its receipts',
  },
}

export const isRefusalUnclear = ({ stage, reason }: SubmissionHead): boolean =>
  stage === 'attention' && reason?.code === refusalUnclear.code
