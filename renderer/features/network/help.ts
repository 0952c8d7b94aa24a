import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'network-examination',
    room: 'network',
    title: { zh: '连不上单一窗口', en: 'The single window cannot be reached' },
    steps: [
      {
        zh: '点最上面一行右边的体检图标，或在「网络与证书」点「开始体检」。',
        en: 'Press the examination sign beside the line on top, or Examine under Network.',
      },
      {
        zh: '看最上面一句：哪一步不通、怎么办。照着做，再体检一次。',
        en: 'Read the first sentence: which step fails and what to do. Do it and examine again.',
      },
      {
        zh: '要别人处理时点「导出报告」，把文本发给网管；里面没有单证内容。',
        en: 'If somebody else has to act, press Export and send them the text; it holds nothing of your documents.',
      },
      {
        zh: '修好之前照常工作：清单留在队列，通了自动继续。很急就用交换文件（U 盘）。',
        en: 'Go on working meanwhile: lists wait in the queue and leave by themselves. In a hurry, use an exchange file (USB).',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'network.address',
    title: { zh: '服务地址', en: 'Service address' },
    fill: {
      zh: '服务方给您的地址：https://主机，端口不是 443 时加 :端口，不带路径。演练账套只能连演练服务，正式账套只能连正式服务，连错会被拒绝，不会发送任何内容。',
      en: 'The address the operator gave you: https://host, with :port unless it is 443, without a path. A practice book connects to practice services only and a real book to real ones; anything else is refused before anything is sent.',
    },
    example: 'https://sw.example.cn:8443',
  },
  {
    id: 'network.trust',
    title: { zh: '信任哪张证书', en: 'Which certificate to trust' },
    fill: {
      zh: '公网服务选“系统信任的”。服务方自建证书的，选“也信任这个签发机构”并给出它的 CA 证书文件。要最严的，查看证书、电话核对指纹后选“只认这一张”；换证书前不再认别的。',
      en: 'For public services choose what the system trusts. For an operator with an own authority give its certificate file. Strictest: look at the certificate, compare the fingerprint by telephone, and accept only this one.',
    },
  },
  {
    id: 'network.proxy',
    title: { zh: '代理', en: 'Proxy' },
    fill: {
      zh: '一般跟随系统（包括自动配置脚本 PAC）。手工填写时写主机:端口。要用户名口令的代理不支持，请网管对服务地址免认证。',
      en: 'Usually as the system says, its PAC file included. By hand: host:port. Proxies that want a password are not supported; ask for an exception for the service.',
    },
    example: '10.0.0.1:8080',
  },
  {
    id: 'network.lookUp',
    title: { zh: '核验查询', en: 'Look-up' },
    fill: {
      zh: '海关来电问某个编号时用：选查什么，填编号，点「查询」。显示的是单一窗口那一边的记录，可能比本机的回执新；本机的状态以收到的回执为准。',
      en: 'For a call about some number: choose what, enter it, press Ask. What is shown is what the single window holds, perhaps newer than the receipts here; the state here follows the receipts received.',
    },
    example: '3305960001',
  },
  {
    id: 'network.identity',
    title: { zh: '本账套的签名密钥', en: 'Signing key of this book' },
    fill: {
      zh: '每一批都用它签名，私钥不离开本机。需要事先登记的服务，把指纹或公钥发给服务方。',
      en: 'Every batch is signed with it; the private half never leaves this computer. Where keys are listed beforehand, send fingerprint or public key to the operator.',
    },
    source: {
      zh: 'SM2 密钥，指纹为公钥的 SHA-256',
      en: 'SM2 key; the fingerprint is the SHA-256 of the public key',
    },
  },
  {
    id: 'network.notices',
    title: { zh: '系统通知', en: 'System notifications' },
    fill: {
      zh: '只在退单、批次办结时提醒，一分钟内的合成一条；窗口在前台时不提醒。只写数量，不写单号和名称。',
      en: 'Only for lists sent back and finished batches, one for all within a minute, none while the window is in front. Counts only, no numbers or names.',
    },
  },
  {
    id: 'network.doctor',
    title: { zh: '网络体检', en: 'Network examination' },
    fill: {
      zh: '按连接的先后检查地址、本机网络、代理、域名、端口与白名单、证书、登录页、时钟和速度。只问服务“你是谁”，不发送单证。',
      en: 'Looks at address, network, proxy, name, port and white list, certificate, sign-in pages, clock and speed, in the order a connection needs them. It only asks the service who it is and sends no document.',
    },
  },
]
