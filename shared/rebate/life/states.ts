import type { Text } from '../../model/text'

/** Where a line of a claim stands, from the first look at it until the money came, or did not. */
export const lineStates = [
  'undeclared',
  'allocated',
  'prechecked',
  'selfChecked',
  'declared',
  'accepted',
  'reviewed',
  'approved',
  'paid',
  'questioned',
  'letter',
  'refused',
  'withdrawn',
  'reversed',
] as const
export type LineState = (typeof lineStates)[number]

export const stateNames: Readonly<Record<LineState, Text>> = {
  undeclared: { zh: '未申报', en: 'Not claimed' },
  allocated: { zh: '已配单', en: 'Allocated' },
  prechecked: { zh: '预检', en: 'Pre-checked' },
  selfChecked: { zh: '自检', en: 'Self-checked' },
  declared: { zh: '正式申报', en: 'Claimed' },
  accepted: { zh: '受理', en: 'Accepted' },
  reviewed: { zh: '审核', en: 'In review' },
  approved: { zh: '核准', en: 'Approved' },
  paid: { zh: '退库到账', en: 'Paid' },
  questioned: { zh: '疑点待处理', en: 'Finding to deal with' },
  letter: { zh: '函调暂缓', en: 'Held for a letter' },
  refused: { zh: '不予退税', en: 'Refused' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  reversed: { zh: '冲减', en: 'Reversed' },
}

/** What happened to a line. Who says it: the officer, or a list read back from the tax office. */
export const lineEvents = [
  'allocate',
  'dissolve',
  'precheck',
  'selfCheck',
  'declare',
  'accept',
  'review',
  'approve',
  'pay',
  'question',
  'answer',
  'holdForLetter',
  'letterAnswered',
  'refuse',
  'withdraw',
  'reverse',
  'settle',
  'repay',
  'reclaim',
] as const
export type LineEvent = (typeof lineEvents)[number]

/** The table of what may follow what. A pair that is not here is refused. */
export const transitions: Readonly<Record<LineState, Partial<Record<LineEvent, LineState>>>> = {
  // Without 关联号 (生产企业) a line goes from being chosen straight to its pre-check.
  undeclared: { allocate: 'allocated', precheck: 'prechecked' },
  allocated: { precheck: 'prechecked', dissolve: 'undeclared' },
  prechecked: {
    precheck: 'prechecked',
    selfCheck: 'selfChecked',
    declare: 'declared',
    dissolve: 'undeclared',
  },
  selfChecked: {
    precheck: 'prechecked',
    selfCheck: 'selfChecked',
    question: 'questioned',
    declare: 'declared',
    dissolve: 'undeclared',
  },
  declared: { accept: 'accepted', question: 'questioned', withdraw: 'withdrawn', refuse: 'refused' },
  accepted: {
    review: 'reviewed',
    question: 'questioned',
    holdForLetter: 'letter',
    withdraw: 'withdrawn',
    refuse: 'refused',
  },
  reviewed: { approve: 'approved', question: 'questioned', holdForLetter: 'letter', refuse: 'refused' },
  // Without review in between: the lists of the office name the last state only.
  questioned: {
    answer: 'reviewed',
    selfCheck: 'selfChecked',
    precheck: 'prechecked',
    holdForLetter: 'letter',
    withdraw: 'withdrawn',
    refuse: 'refused',
  },
  letter: { letterAnswered: 'reviewed', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { pay: 'paid', holdForLetter: 'letter', reverse: 'reversed' },
  // A pre-refund that stays, or of which a part is given back, is paid still.
  // What a settlement gave back of it is claimed as usual once it is sold.
  // 补税 of a part that came back leaves the rest paid.
  paid: { reverse: 'reversed', settle: 'paid', repay: 'paid', reclaim: 'undeclared' },
  // Numbers stay: a withdrawn batch is mended and claimed again.
  withdrawn: { precheck: 'prechecked', dissolve: 'undeclared' },
  refused: { reverse: 'reversed' },
  // Goods that were not sold when their pre-refund was settled are claimed as usual once they are.
  reversed: { reclaim: 'undeclared' },
}

/** The state after an event; undefined where the table does not allow it. */
export const after = (state: LineState, event: LineEvent): LineState | undefined => transitions[state][event]

/** One entry of the history of a line; text of the office is kept as it came. */
export type LineFact = { event: LineEvent; on: string; by: string; text?: string; amount?: string }

/** The state is a fold over what happened; what the table refuses changes nothing and is returned apart. */
export function stateOf(history: readonly LineFact[]): { state: LineState; refused: LineFact[] } {
  let state: LineState = 'undeclared'
  const refused: LineFact[] = []
  for (const fact of history) {
    const next = after(state, fact.event)
    if (next === undefined) refused.push(fact)
    else state = next
  }
  return { state, refused }
}

/** A claimed line still counts, unless it came back. */
const counted: ReadonlySet<LineState> = new Set([
  'declared',
  'accepted',
  'reviewed',
  'approved',
  'paid',
  'letter',
])
export const isClaimed = (state: LineState): boolean => counted.has(state)
