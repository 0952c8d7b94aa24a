import type { FieldHelp } from '../help'

export const referenceHelp: FieldHelp = {
  id: 'reference.update',
  title: { zh: '更新公布的表', en: 'Update a published table' },
  fill: {
    zh: '代码表、监管清单、税则、退税率文库、汇率、工作日历和综试区资料都这样更新：联网从单一窗口取，不联网读入别处「另存更新文件」的文件。先看改了哪些行、影响哪些商品和清单，再整份采用；有一处不对就整份不采用。首次见到的签名要与发布方核对指纹。演练单一窗口发布的只在演练账套有效。采用错了，撤下这一版即回到上一版。',
    en: 'Code tables, lists, tariff, refund rates, exchange rates, the work calendar and data of zones are updated in this one way: over the line, or from a file that another computer saved. Which rows change and what rests on them is shown first; then all of it is taken, or, where anything is wrong, nothing. Compare the fingerprint of a new signer with its owner. What a practice window publishes counts in practice books only. Withdraw an edition to go back to the one before.',
  },
}
