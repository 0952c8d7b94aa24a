import type { Text } from '#shared/model/text'

/** How acts of the rebate and the forex room are refused. */
export const moneyTexts = {
  'used-in-claim': {
    zh: '这次导入的报关单或发票已进入退税批次，不能撤销。请先在退税批次中撤销配单、移出这些行。',
    en: 'Declared items or invoices of this import stand in a rebate batch, so it cannot be undone. Dissolve their links and give the lines back first.',
  },
  'used-in-receipt': {
    zh: '这次导入的收款或账户流水已被认领或勾对，不能撤销。请先在收汇台账撤回认领、在三层核对撤回勾对。',
    en: 'Receipts or movements of this import are claimed or tied, so it cannot be undone. Take the claims and ties back first.',
  },
  'mend-in-file': {
    zh: '文件「{file}」整份读入，不能只改一行。请在原文件中改好，勾选「更新」重新导入。',
    en: 'File {file} is read as a whole and its rows are not mended one by one. Correct it, then import it again with “update”.',
  },
  'month-closed': {
    zh: '{month} {shop} {currency} 已锁账，不能改动。请在未锁的月份登记更正。',
    en: '{month} {shop} {currency} is closed and does not change. Make the correction in an open month.',
  },
  correction: {
    zh: '更正登记不了：{zh}。',
    en: 'The correction cannot be noted: {en}.',
  },
  'month-open': {
    zh: '{month} 不能锁账：{zh}。',
    en: '{month} cannot be closed: {en}.',
  },
  'no-forex-subject': {
    zh: '还没有填写收汇主体（名录、分类）。请先在「收汇与结汇」的「主体与规则」页填写。',
    en: 'Who receives (register, class) is not stated yet. State it on the page Subject of Receipts and conversion first.',
  },
  'no-receipts': {
    zh: '没有可预检的收款：都未认领、不是货款或已提交。请先导入银行流水并认领。',
    en: 'There is no receipt to check: none is claimed as goods, or all are presented. Import statements and claim them first.',
  },
  'claim-reason': {
    zh: '收款 {credit} 认领为非货款，没有理由。请写明理由。',
    en: 'Receipt {credit} leaves the flow without a reason. State the reason.',
  },
  'not-linked': {
    zh: '收款 {credit} 关联订单有误：{detail}。请改正订单号或金额。',
    en: 'Receipt {credit}: its orders cannot stand ({detail}). Correct the order or the amount.',
  },
  'inflow-unknown': {
    zh: '账户 {account} 没有编号为 {id} 的 {currency} 进账，没有保存。请照清单里的编号写；期初余额写 opening。',
    en: 'Account {account} has no {currency} inflow with the number {id}; nothing was saved. Write the number as the list shows it, or opening for the opening balance.',
  },
  'inflow-exceeded': {
    zh: '{id} 写了 {amount} {currency}，最多 {most}，没有保存。请改小金额。',
    en: '{id}: {amount} {currency} was written, at most {most} is there; nothing was saved. Make the amount smaller.',
  },
  'credit-presented': {
    zh: '收款 {credit} 已提交银行，不能改动。需要修改时先「撤回提交」。',
    en: 'Receipt {credit} was handed to the bank and does not change. Withdraw it first.',
  },
  'not-presentable': {
    zh: '收款 {credit} 的预检结论是不可提交。请先处理阻断项，再重新预检。',
    en: 'The pre-check says that receipt {credit} must not be presented. Settle what blocks it and check again.',
  },
  'not-checked': {
    zh: '收款 {credit} 还没有预检，或预检之后资料有改动。请重新预检。',
    en: 'Receipt {credit} was not checked, or something changed since. Check again.',
  },
  'not-presented': {
    zh: '收款 {credit} 还没有提交银行。请先登记提交。',
    en: 'Receipt {credit} was not handed to the bank yet. Note that first.',
  },
  'too-much': {
    zh: '收款 {credit} 最多还可结汇 {left}，{amount} 超出。请减少金额。',
    en: 'Of receipt {credit} {left} is left to convert; {amount} is more. Reduce it.',
  },
  'too-much-assigned': {
    zh: '收款 {credit} 最多还可对应 {left}，{amount} 超出。轧差收款按还原后的货款计。请减少金额。',
    en: 'Of receipt {credit} {left} can still be assigned; {amount} is more. A netted receipt counts with its restored proceeds. Reduce it.',
  },
  'orders-short': {
    zh: '收款 {credit} 所列订单的可用部分比 {amount} 少 {short}。请减少金额，或增列订单。',
    en: 'The orders named of receipt {credit} have {short} less than {amount}. Reduce it, or name more orders.',
  },
  'application-submitted': {
    zh: '收款 {credit} 的第 {no} 笔结汇申请已提交银行，不能改动。银行退回时登记「银行退回」，再新建一笔。',
    en: 'Application {no} of receipt {credit} was handed to the bank and does not change. Note that the bank gave it back, then make a new one.',
  },
  'application-not-submitted': {
    zh: '收款 {credit} 的第 {no} 笔结汇申请未提交银行，或已退回。请先登记提交。',
    en: 'Application {no} of receipt {credit} was not handed to the bank, or came back already. Note that it was handed in first.',
  },
  'batch-locked': {
    zh: '批次 {batch} 已导出并锁定，行和配单不能改。需要修改时先「撤回」，编号保持不变。',
    en: 'Batch {batch} was exported and is locked: its lines and links do not change. Withdraw it first; its numbers stay.',
  },
  'batch-full': {
    zh: '所属期 {period} 的批次或关联号已用完。请检查编号规则（设置 → 退税）。',
    en: 'No batch or link number is left in {period}. Look at the rule for numbers in the settings.',
  },
  'line-claimed': {
    zh: '{key} 现为「{zh}」，不能再改。需要修改时先撤回这一行的申报。',
    en: '{key} stands at “{en}” and does not change any more. Withdraw the claim of this line first.',
  },
  'batch-lines': {
    zh: '批次 {batch} 还有 {lines} 行，不能删除。请先移出这些行。',
    en: 'Batch {batch} still has lines and cannot be dropped: {lines}. Give them back first.',
  },
  'no-claim-lines': {
    zh: '批次 {batch} 还没有行，无法预检。请先选择出口明细。',
    en: 'Batch {batch} has no lines to check. Choose export lines first.',
  },
  'no-rates': {
    zh: '没有退税率文库，无法预检。请先导入退税率文库（导入 → 退税率文库）。',
    en: 'There is no library of rebate rates to check against. Import one first.',
  },
  'no-claimant': {
    zh: '还没有填写退税企业信息（企业类型、备案、纳税人类型），无法预检。请先在「出口退税」的「企业与口径」填写。',
    en: 'Nothing is known of the enterprise for refunds (type, filing, taxpayer), so nothing can be checked. Fill it in first: Export rebate → Enterprise and rules.',
  },
  'no-export-date': {
    zh: '{lines} 行没有出口日期，不能进入批次（例如 {example}）：适用哪一层政策由它决定。请选中这些行点「填出口日期」，或在报关单上补填。',
    en: 'Lines without export date cannot go into a batch: {lines} ({example}, for one). The law they are judged by follows from it. Select them and press Set export date, or fill it in on the declaration.',
  },
  'day-to-come': {
    zh: '{day} 晚于今天（{today}），不能是出口日期。请按报关单的出口日期填写。',
    en: '{day} is after today ({today}) and cannot be an export date. Copy it from the declaration.',
  },
  'rate-policy': {
    zh: '自 {day} 起的汇率口径在 12 个月内变更，须写明原因。请填写变更原因，或保留原口径。',
    en: 'The rate policy from {day} on changes within 12 months and needs a reason. Give one, or keep the policy.',
  },
  'no-feedback': {
    zh: '文件 {file} 里没有疑点清单：需要「疑点描述」列，以及关联号、报关单号或发票号之一。请从电子税务局重新导出。',
    en: 'There is no list of findings in {file}: it needs a column of their text and one of link, declaration or invoice. Export it again from the tax office.',
  },
  'no-fx': {
    zh: '缺 {day} 的 {currency} 汇率，合计不完整，不能标记为已申报。请先导入该日汇率。',
    en: 'The {currency} rate of {day} is missing, so the sums are not whole and cannot be ticked as declared. Import that rate first.',
  },
} as const satisfies Record<string, Text>
