import type { Text } from '../model/text'
import type { ProxySettings } from './settings'

const minutes = (ms: number): string => String(Math.round(Math.abs(ms) / 60_000))

/** What 网络体检 says, in words an officer can pass on to whoever looks after the network. */
export const words = {
  earlier: { zh: '前面的步骤未通过，没有检查', en: 'Not looked at: an earlier step stands in the way' },

  address: (url: string): Text => ({ zh: `单一窗口服务：${url}`, en: `Single window service: ${url}` }),
  practiceDown: { zh: '演练单一窗口没有运行', en: 'The practice single window is not running' },
  practiceDownFix: {
    zh: '到「发送队列」点“启动演练单一窗口”；仍不行请重新打开驿关',
    en: 'Start it in the send queue; if that fails, open Yiguan again',
  },
  noAddress: { zh: '本账套没有填写服务地址', en: 'This book has no service address' },
  noAddressFix: {
    zh: '在「网络与证书」里填写服务方给您的地址；没有地址时仍可准备、预检和导出',
    en: 'Fill in the address the operator gave you under “Network”; preparing, checking and exporting work without it',
  },

  interfaceUp: { zh: '本机已接入网络', en: 'This computer is on a network' },
  interfaceNotNeeded: {
    zh: '服务在本机，不需要网络',
    en: 'The service is on this computer; no network is needed',
  },
  interfaceDown: { zh: '本机没有接入任何网络', en: 'This computer is on no network' },
  interfaceDownFix: {
    zh: '检查网线、无线开关或 VPN；数据都存在本机，接通后自动继续发送',
    en: 'Check cable, Wi-Fi or VPN; all data is on this computer, and sending goes on by itself when the line is back',
  },

  direct: {
    system: { zh: '系统设置为不经代理，直接连接', en: 'The system says: no proxy, connect directly' },
    direct: { zh: '按设置直接连接，不经代理', en: 'Connected directly, as set here' },
    manual: { zh: '本机地址不经代理，直接连接', en: 'Local address: connected directly, not by the proxy' },
  } satisfies Record<ProxySettings['mode'], Text>,
  proxied: (proxy: string): Text => ({ zh: `经代理 ${proxy}`, en: `By the proxy ${proxy}` }),
  proxyPassword: (proxy: string): Text => ({
    zh: `代理要求用户名和口令（407），没有放行：${proxy}`,
    en: `The proxy wants a user name and a password (407) and let nothing through: ${proxy}`,
  }),
  proxyPasswordFix: {
    zh: '请网络管理员对本服务免认证放行，或在「网络与证书」里改用不需口令的代理或直接连接',
    en: 'Ask the network administrator to let this service through without a password, or choose another proxy or a direct connection under “Network”',
  },
  proxyDead: (proxy: string): Text => ({
    zh: `代理连不上：${proxy}`,
    en: `The proxy cannot be reached: ${proxy}`,
  }),
  proxyDeadFix: {
    zh: '代理可能已停用或地址有误；到「网络与证书」改为“跟随系统”或“直接连接”再检查一次',
    en: 'It may be gone or its address wrong; choose “as the system” or “direct” under “Network” and check again',
  },

  noWay: (error: string): Text => ({
    zh: `系统的代理自动配置（PAC 脚本）取不到或不能用，不知道该走哪个代理（${error}）`,
    en: `The automatic proxy configuration of the system (PAC script) cannot be had or fails: which proxy to take is not known (${error})`,
  }),
  noWayFix: {
    zh: '请管理员检查 PAC 地址；急用时在「网络与证书」里填写代理地址，或改为“直接连接”',
    en: 'Have the PAC address looked at; in a hurry, fill in the proxy under “Network”, or choose “direct”',
  },

  resolved: (host: string, addresses: readonly string[]): Text => ({
    zh: `${host} 解析为 ${addresses.join('、') || '（无）'}`,
    en: `${host} is ${addresses.join(', ') || '(nothing)'}`,
  }),
  resolvedByProxy: {
    zh: '域名由代理解析，本机不需要',
    en: 'The proxy looks the name up; this computer need not',
  },
  unresolved: (host: string, error: string): Text => ({
    zh: `找不到主机 ${host}（${error}）`,
    en: `No such host: ${host} (${error})`,
  }),
  unresolvedFix: {
    zh: '先核对服务地址有没有写错；再请管理员检查 DNS，或换一个网络（如手机热点）试',
    en: 'Check the spelling of the address first; then have the DNS looked at, or try another network (a phone, say)',
  },

  reachable: { zh: '服务端口可以连通', en: 'The port of the service can be reached' },
  refused: {
    zh: '主机在，但服务没有在这个端口上运行（连接被拒绝）',
    en: 'The host is there, but no service on this port (connection refused)',
  },
  refusedFix: {
    zh: '核对端口；请服务方确认服务是否在维护。批次留在队列里，不会丢',
    en: 'Check the port; ask the operator whether it is being serviced. Batches stay in the queue',
  },
  blocked: (error: string): Text => ({
    zh: `连不上服务端口（${error}）`,
    en: `The port cannot be reached (${error})`,
  }),
  tunnelRefused: (proxy: string): Text => ({
    zh: `代理不允许连接本服务：${proxy}`,
    en: `The proxy does not allow a connection to this service: ${proxy}`,
  }),
  blockedFix: (host: string, port: string): Text => ({
    zh: `多半不在防火墙或代理的白名单里。请管理员放行：${host}，端口 ${port}（TCP，出站）`,
    en: `Probably not on the white list of firewall or proxy. Ask for: ${host}, port ${port} (TCP, outbound)`,
  }),

  noTls: { zh: '本机地址不加密，没有证书', en: 'A local address: not encrypted, no certificate' },
  noCertificate: { zh: '没有看到证书', en: 'No certificate was seen' },
  trusted: (issuer: string, days: number): Text => ({
    zh: `证书可信，由 ${issuer} 签发，还有 ${days} 天到期`,
    en: `Trusted certificate, issued by ${issuer}, days left: ${days}`,
  }),
  expiresSoon: (issuer: string, days: number): Text => ({
    zh: `证书可信，由 ${issuer} 签发，但 ${days} 天后到期`,
    en: `Trusted certificate, issued by ${issuer}, but it expires soon, days left: ${days}`,
  }),
  expiresSoonFix: { zh: '请提醒服务方更换证书', en: 'Remind the operator to renew it' },
  untrusted: (issuer: string): Text => ({
    zh: `证书不可信：由 ${issuer} 签发，本机不认识。没有发送任何内容`,
    en: `Certificate not trusted: issued by ${issuer}, whom this computer does not know. Nothing was sent`,
  }),
  untrustedFix: {
    zh: '多半是公司的上网行为管理或杀毒软件在中间拆包，也可能是服务方自建证书。先向服务方电话核对指纹；对得上再到「网络与证书」里信任它，对不上请管理员对本服务关闭解密',
    en: 'Either a box or virus scanner of your company opens the connection, or the operator signs its own certificates. Compare the fingerprint with the operator by telephone: if it fits, trust it under “Network”; if not, have decryption switched off for this service',
  },
  outOfDate: { zh: '证书已过期或尚未生效', en: 'The certificate is expired or not valid yet' },
  outOfDateFix: {
    zh: '先看本机日期是否正确；日期没错请服务方更换证书',
    en: 'Look at the date of this computer first; if it is right, the operator has to renew the certificate',
  },
  otherName: (subject: string): Text => ({
    zh: `证书属于 ${subject}，不是这个地址`,
    en: `The certificate belongs to ${subject}, not to this address`,
  }),
  otherNameFix: {
    zh: '核对服务地址；没写错说明连到了别的服务器，请换网络再试或告诉管理员',
    en: 'Check the address; if it is right you reached another server: try another network or tell the administrator',
  },
  otherIssuer: (before: string, now: string): Text => ({
    zh: `证书的签发者变了：以前是 ${before}，现在是 ${now}`,
    en: `The issuer of the certificate changed: it was ${before}, it is ${now}`,
  }),
  otherIssuerFix: {
    zh: '可能是服务方换了证书，也可能有设备在中间拆包。请向服务方核对；确认无误后到「网络与证书」重新保存服务地址即可',
    en: 'The operator may have changed it, or a box in between opens the connection. Ask the operator; once confirmed, save the service address again under “Network”',
  },

  answeredByService: { zh: '应答来自单一窗口服务', en: 'The answer comes from the single window service' },
  redirected: (host: string): Text => ({
    zh: `网络把请求转到了 ${host}，这是上网登录页`,
    en: `The network redirects to ${host}: a sign-in page`,
  }),
  otherPage: (status: number): Text => ({
    zh: `收到的不是单一窗口的应答（状态 ${status}），像是上网登录页或拦截页`,
    en: `The answer is not the single window’s (status ${status}): it looks like a sign-in or block page`,
  }),
  portalFix: {
    zh: '用浏览器打开任意网页，完成上网登录后再检查一次；没有登录页时请核对服务地址',
    en: 'Open any page in a browser, sign in to the network, and check again; if there is no such page, check the service address',
  },
  filtered: (status: number): Text => ({
    zh: `有设备拦截了请求（状态 ${status}）`,
    en: `Something on the way blocked the request (status ${status})`,
  }),

  clockGood: { zh: '本机时间与服务一致', en: 'The clock of this computer agrees with the service' },
  clockOff: (ms: number): Text => ({
    zh: `本机时间比服务${ms > 0 ? '快' : '慢'}约 ${minutes(ms)} 分钟`,
    en: `This computer is ${ms > 0 ? 'ahead of' : 'behind'} the service by about ${minutes(ms)} min`,
  }),
  clockFix: {
    zh: '在系统设置里打开“自动设置时间”；时间不准会使签名和证书被拒绝，申报时间也会错',
    en: 'Switch on automatic time in the system settings; with a wrong clock signatures and certificates are refused and declared times are wrong',
  },

  speed: (ms: number): Text => ({ zh: `往返约 ${ms} 毫秒`, en: `A round trip takes about ${ms} ms` }),
  slow: (ms: number): Text => ({
    zh: `往返约 ${ms} 毫秒，很慢；能发送，但大批次会久`,
    en: `A round trip takes about ${ms} ms, which is slow; sending works, but large batches take long`,
  }),
  slowFix: {
    zh: '关闭正在下载或视频的程序，换有线网络；月底前后避开整点高峰',
    en: 'Stop downloads and video, use a cable; avoid the full hours around the end of the month',
  },
} as const
