/**
 * Words of the page. What the service answers brings its own.
 * @type {Record<string, readonly string[]>}
 */
const words = {
  title: ['演练单一窗口 · 管理页', 'Practice single window: operator'],
  mark: ['演练 · 不具申报效力', 'Practice, not a declaration'],
  signIn: ['打开管理页', 'Open the operator page'],
  signInHelp: [
    '请粘贴启动服务时给出的令牌（令牌文件中的一行）。',
    'Paste the token of the start (the line in the token file).',
  ],
  token: ['令牌', 'Token'],
  open: ['打开', 'Open'],
  refresh: ['刷新', 'Refresh'],
  enterprises: ['企业', 'Enterprises'],
  noEnterprises: ['还没有企业发来数据', 'No enterprise has sent anything yet'],
  receipts: ['回执', 'receipts'],
  documents: ['单证', 'Documents'],
  number: ['单号', 'Number'],
  kind: ['种类', 'Kind'],
  every: ['全部', 'all'],
  show: ['查询', 'Show'],
  chooseEnterprise: ['请先在左侧选择企业', 'Choose an enterprise on the left'],
  noDocuments: ['没有符合条件的单证', 'No such document'],
  more: ['更多', 'More'],
  status: ['状态', 'Status'],
  changed: ['更新时间', 'Changed'],
  choose: ['查看', 'Look'],
  history: ['回执经过', 'Receipts in order'],
  time: ['时间', 'Time'],
  says: ['回执说明', 'Receipt says'],
  decisionHelp: [
    '处理该清单：立即生效并发出回执。人工审核、查验会停住，直到再次处理。',
    'Decide this list: at once, with its receipts. Examination and inspection hold it until the next decision.',
  ],
  release: ['放行', 'Release'],
  reject: ['退单', 'Reject'],
  examine: ['人工审核', 'Examine'],
  inspect: ['查验', 'Inspect'],
  rejectCode: ['退单代码', 'Code'],
  rejectText: ['退单原因', 'Reason'],
  rejectDefault: ['演练退单，请核对后重报', 'Rejected in practice; check and declare again'],
  batches: ['批次', 'Batches'],
  batch: ['批次号', 'Batch'],
  noBatches: ['没有收到过批次', 'No batch received'],
  size: ['字节', 'Bytes'],
  count: ['份数', 'Documents'],
  counts: ['统计', 'Statistics'],
  zone: ['综试区', 'Zone'],
  steer: ['控制', 'Steering'],
  clock: ['时间', 'Clock'],
  clockHelp: [
    '让服务的时间前进，到期的单证随即处理。',
    'Let time pass at the service; what falls due is worked off.',
  ],
  minute: ['+1 分钟', '+1 minute'],
  hour: ['+1 小时', '+1 hour'],
  day: ['+1 天', '+1 day'],
  faults: ['故障开关', 'Faults'],
  faultsHelp: ['在规定次数的请求上发生，之后自动恢复。', 'They strike so many requests and are gone then.'],
  fault: ['故障', 'Fault'],
  operation: ['请求', 'Request'],
  scope: ['范围', 'Scope'],
  everyEnterprise: ['所有企业', 'all enterprises'],
  times: ['次数', 'Times'],
  value: ['数值', 'Value'],
  switchOn: ['打开', 'Switch on'],
  clearFaults: ['全部关闭', 'Clear all'],
  noFaults: ['没有打开的故障', 'No fault is on'],
  restore: ['快照与回退', 'Snapshots'],
  restoreHelp: [
    '把所选企业的数据退回到较早状态，之后收到的内容丢失。',
    'Put the chosen enterprise back to an older state; what came later is lost.',
  ],
  snapshot: ['建立快照', 'Take a snapshot'],
  back: ['退回', 'Go back'],
  backToNothing: ['退回到空', 'Back to nothing'],
  sureBack: ['确定退回？之后收到的数据将丢失。', 'Go back? What came later is lost.'],
  accounts: ['外部账户', 'Accounts'],
  accountsHelp: [
    '从其他电脑接入需要账户。登记码只显示一次。',
    'Other machines need an account. The code is shown once.',
  ],
  enterpriseCode: ['企业代码', 'Enterprise'],
  addAccount: ['发登记码', 'Give a code'],
  enrolment: ['一次性登记码', 'One-time code'],
  keys: ['已登记密钥', 'Keys'],
  openCodes: ['未用登记码', 'Open codes'],
  remove: ['删除', 'Remove'],
  noAccounts: ['还没有账户', 'No accounts'],
  done: ['已完成', 'Done'],
  unreachable: ['服务没有应答，请确认它仍在运行', 'The service does not answer; is it still running?'],
  serverTime: ['服务时间', 'Service time'],
  'status-1': ['暂存', 'parked'],
  'status-2': ['申报', 'declared'],
  'status-3': ['已发送海关', 'sent to customs'],
  'status-4': ['发送海关失败', 'sending failed'],
  'status-100': ['退单', 'rejected'],
  'status-120': ['入库', 'taken in'],
  'status-300': ['人工审核', 'examined'],
  'status-399': ['审结', 'reviewed'],
  'status-500': ['查验', 'inspected'],
  'status-800': ['放行', 'released'],
  'status-899': ['结关', 'closed'],
  CEB303: ['订单', 'Order'],
  CEB403: ['收款单', 'Payment'],
  CEB505: ['运单', 'Waybill'],
  CEB603: ['清单', 'List'],
  CEB605: ['撤销申请单', 'Withdrawal'],
  'batch-received': ['已收到', 'Received'],
  'batch-accepted': ['已接收', 'Accepted'],
  'batch-partial': ['部分接收', 'Partly accepted'],
  'batch-refused': ['未接收', 'Refused'],
  'fault-latency': ['延迟（毫秒）', 'Latency (ms)'],
  'fault-cut-before': ['处理前断线', 'Cut before work'],
  'fault-cut-after': ['处理后断线（应答丢失）', 'Cut after work (answer lost)'],
  'fault-slow-body': ['应答缓慢（毫秒）', 'Slow answer (ms)'],
  'fault-rate-limited': ['429 限流（秒）', '429 (seconds)'],
  'fault-busy': ['503 繁忙（秒）', '503 (seconds)'],
  'fault-token-expired': ['令牌过期', 'Token expired'],
  'fault-short-token': ['短令牌（秒）', 'Short token (seconds)'],
  'fault-unknown-code': ['未知错误代码', 'Unknown code'],
  'fault-half-accepted': ['只收一半', 'Half accepted'],
  'fault-duplicate': ['回执重复', 'Receipts twice'],
  'fault-reorder': ['回执乱序', 'Receipts reversed'],
  'fault-restore': ['退回旧状态', 'Back to an older state'],
  'op-capabilities': ['能力声明', 'capabilities'],
  'op-putBatch': ['提交批次', 'batch in'],
  'op-queryBatch': ['查询批次', 'batch query'],
  'op-uploadChunk': ['分段上传', 'chunk'],
  'op-receipts': ['取回执', 'receipts'],
  'op-documents': ['查询单证', 'documents'],
  'op-signIn': ['登录', 'sign-in'],
  'op-refresh': ['刷新令牌', 'refresh'],
  'op-putFiling': ['提交备案', 'filing'],
  'op-filings': ['取备案', 'filings'],
  'op-referenceDelta': ['基础数据', 'reference'],
  'op-putAttachment': ['上传附件', 'attachment'],
  'op-verify': ['信息核查', 'verification'],
}

/** @type {'zh' | 'en'} */
let language = navigator.language.startsWith('zh') ? 'zh' : 'en'

export const currentLanguage = () => language

/**
 * The words for a name in the language of the page; a name without words stands as it is.
 * @param {string} name
 */
export const t = (name) => words[name]?.[language === 'zh' ? 0 : 1] ?? name

/**
 * A status with what it means, where it is one of ours.
 * @param {string} status
 */
export const statusText = (status) =>
  words[`status-${status}`] ? `${status} ${t(`status-${status}`)}` : status

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh'
}

/**
 * Names that begin alike, for lists to choose from.
 * @param {string} prefix
 */
export const namesOf = (prefix) =>
  Object.keys(words)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
