import { fillText, type Text } from '../model/text'

type Words = { message: Text; fix: Text }

const stays: Text = {
  zh: '单证仍在队列中，线路恢复后自动继续，不会重复申报',
  en: 'The documents stay queued and go on by themselves; nothing is declared twice',
}

const words: Readonly<Record<string, Words>> = {
  network: { message: { zh: '连不上单一窗口', en: 'The single window cannot be reached' }, fix: stays },
  timeout: {
    message: { zh: '单一窗口没有按时应答，结果未知', en: 'No answer in time; the result is unknown' },
    fix: {
      zh: '客户端会先查询结果，再决定是否原样重发',
      en: 'The client asks for the result before sending again',
    },
  },
  dns: {
    message: { zh: '找不到单一窗口的地址（DNS）', en: 'The address of the single window is not found (DNS)' },
    fix: {
      zh: '请检查网络设置中的服务地址和 DNS',
      en: 'Check service address and DNS in the network settings',
    },
  },
  tls: {
    message: { zh: '安全连接未建立（证书不受信任）', en: 'No secure connection (certificate not trusted)' },
    fix: {
      zh: '请联系网络管理员：可能有设备拦截加密连接；未发送任何单证',
      en: 'Ask the network administrator: something may intercept the connection; nothing was sent',
    },
  },
  proxy: {
    message: { zh: '代理服务器拒绝或不可用', en: 'The proxy refuses or is not available' },
    fix: { zh: '请检查系统代理设置', en: 'Check the proxy settings of the system' },
  },
  aborted: { message: { zh: '请求已中断', en: 'The request was cut off' }, fix: stays },
  'not-json': {
    message: { zh: '收到的不是单一窗口的应答', en: 'What answered is not the single window' },
    fix: {
      zh: '网络可能要求先登录（认证页面），请用浏览器登录后再试',
      en: 'The network may want a sign-in page first; open a browser, sign in, try again',
    },
  },
  crossed: {
    message: { zh: '收到的是另一次请求的应答', en: 'What came back answers another request' },
    fix: {
      zh: '网络中的代理把应答弄混了：已丢弃，会自动再问；反复出现请换线路或联系网络管理员',
      en: 'A proxy mixed up answers: it was dropped and is asked for again; if it goes on, change the line or ask the network administrator',
    },
  },
  'http-401': {
    message: { zh: '登录已失效', en: 'The sign-in is no longer valid' },
    fix: { zh: '请重新登录，队列保持不变', en: 'Sign in again; the queue is kept' },
  },
  'http-403': {
    message: { zh: '无权以此企业身份申报', en: 'Not allowed to act for this enterprise' },
    fix: { zh: '请检查企业与账号的授权', en: 'Check that the account is authorised for the enterprise' },
  },
  'http-407': {
    message: { zh: '代理服务器要求登录', en: 'The proxy wants a sign-in' },
    fix: { zh: '请在系统中填写代理账号', en: 'Enter the proxy account in the system settings' },
  },
  'http-429': {
    message: { zh: '请求过多，稍后自动继续', en: 'Too many requests; goes on by itself' },
    fix: stays,
  },
  'http-503': { message: { zh: '单一窗口暂停服务', en: 'The single window is out of service' }, fix: stays },
}

/** Words for a code of ours or a bare HTTP status; an unknown one is shown as it is. */
export function failureWords(code: string, status?: number): Words {
  const known = words[code]
  if (known) return known
  if (status !== undefined && status >= 500) {
    return {
      message: fillText(
        { zh: '单一窗口内部错误（{status}）', en: 'The single window failed ({status})' },
        { status },
      ),
      fix: stays,
    }
  }
  return {
    message: fillText({ zh: '未知应答（{code}）', en: 'Unknown answer ({code})' }, { code }),
    fix: {
      zh: '请查询结果；仍不明时导出该批次并联系单一窗口',
      en: 'Ask for the result; if still unclear export the batch and contact the single window',
    },
  }
}
