/** Worst first. READY means that it can be presented; nobody is approved here. */
export const results = ['BLOCKED', 'REVIEW', 'PARTIAL', 'READY'] as const
export type Result = (typeof results)[number]
