import type { FieldHelp, HelpCard } from '../../app/help'

/** Documents wait because the key that signs is locked or not there. */
export const signatureCard: HelpCard = {
  id: 'declaration.to-be-signed',
  room: 'lists',
  title: { zh: '待签名怎么办', en: 'What to do when lists wait to be signed' },
  steps: [
    {
      zh: '打开「清单」，点「全部清单」，在「等待」筛选里选「待签名」：这些清单已入发送队列，因为要签名而签名证书未解锁、已到期或没有导入，停在本机，没有发出。',
      en: 'Open Lists, All lists, and choose To be signed under the filter Waits for: these lists are in the queue, have to be signed, and the certificate is locked, expired or not there. They have not left this machine.',
    },
    {
      zh: '点列表上方的「签名证书…」。状态是「未解锁」时，填「签名证书的口令」，点「解锁」：在等的清单自动签名、发送，不用重新申报。',
      en: 'Press Signing certificate… above the list. Where it is locked enter the password and press Unlock: what waited is signed and sent by itself and need not be declared again.',
    },
    {
      zh: '没有证书或已到期时，填「私钥文件的口令」，点「选择文件并导入…」，选 .pfx、.p12 或 .pem 文件。',
      en: 'Where there is none, or it has expired, enter the password of the key file, press Choose a file and import… and take a .pfx, .p12 or .pem file.',
    },
    {
      zh: '私钥在卡或 UKey 里、导不出来的：在「哪些报文签名」选「不签名（由导入客户端或单一窗口签）」，点「保存」，经导入客户端申报，由它用卡签名。',
      en: 'Where the key lies in a card and cannot leave it: under Which messages are signed choose none, press Save, and declare through the import client, which signs with the card.',
    },
    {
      zh: '等不及、又不想发的，回到「全部清单」选中后点「撤回」，清单回到暂存。',
      en: 'What should not go after all: back under All lists select it and press Take back; it is a draft again.',
    },
  ],
}

export const waitingFields: readonly FieldHelp[] = [
  {
    id: 'lists.awaits',
    title: { zh: '等待', en: 'Waits for' },
    fill: {
      zh: '这份清单还在等什么：待签名、海关的哪一种回执、哪一方的哪种单证。以“待传”开头的是自己该做的。按这一列筛选，就得到该催谁的名单。',
      en: 'What this list still waits for: its signature, which receipt of customs, which message of which party. What begins with to transmit is our own work. Filter by it to see whom to ask.',
    },
  },
  {
    id: 'declaration.tick',
    title: { zh: '勾记对方', en: 'Tick what others sent' },
    fill: {
      zh: '平台、物流企业、监管场所传输的单证本机收不到回执，得知已传输后在这里一次勾记。先看涉及几份；由本企业传输的、已知道的不动；勾错可撤销。谁传输什么在「称重与总分单」的「谁传输」里定。',
      en: 'No receipt comes here for what platform, carrier or site transmit; once you know that it went, tick it for many lists at once. How many is said first; what is ours or known already stays; a wrong tick can be taken back. Who transmits what is set under Weights and consolidation.',
    },
  },
]
