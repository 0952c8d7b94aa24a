import type { Text } from '#shared/model/text'
import type { RebateRunView } from '../../../data/port'

export type Verdict = { tone: 'success' | 'warning' | 'error' | 'info'; text: Text; next: Text }

/** What the last 预检 comes to, in words. The best there is, is 可提交: nothing here approves. */
export function verdictOf(run: RebateRunView | undefined): Verdict {
  if (!run) {
    return {
      tone: 'info',
      text: { zh: '还没有预检', en: 'Not checked yet' },
      next: { zh: '到「疑点」做一次预检', en: 'Run the pre-check in Findings' },
    }
  }
  if (run.outdated) {
    return {
      tone: 'info',
      text: {
        zh: '预检之后资料有改动，结论不再作数',
        en: 'Something was changed after the check: its result no longer counts',
      },
      next: { zh: '到「疑点」重新预检', en: 'Run it again in Findings' },
    }
  }
  const { blocking, warning } = run.counts
  if (blocking > 0) {
    return {
      tone: 'error',
      text: {
        zh: `有 ${blocking} 处必改，现在申报会被退回或追缴`,
        en: `${blocking} must be mended before a claim`,
      },
      next: {
        zh: '到「疑点」逐条改正，或写明如何处理',
        en: 'Mend them in Findings, or say how they are dealt with',
      },
    }
  }
  if (warning > run.dealt) {
    return {
      tone: 'warning',
      text: {
        zh: `可提交；另有 ${warning} 处提示，${run.dealt} 处已处理`,
        en: `Ready to claim, with ${warning} to look at and ${run.dealt} dealt with`,
      },
      next: { zh: '申报前把提示看一遍', en: 'Look at them before the claim' },
    }
  }
  return {
    tone: 'success',
    text: { zh: '可提交', en: 'Ready to claim' },
    next: {
      zh: '导出申报表，到电子税务局自检、正式申报，再回来勾记',
      en: 'Export the forms, self-check and claim at the tax office, then tick it here',
    },
  }
}
