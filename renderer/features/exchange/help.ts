import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'offline-day',
    room: 'queue',
    title: { zh: '断网那天', en: 'The day the line is down' },
    steps: [
      {
        zh: '看最上面一行：离线、几份待发送、几份已发送结果未知。离线时照常导入、对碰、生成清单。',
        en: 'Read the line on top: offline, how many wait, how many are sent with unknown result. Go on importing, matching and building lists.',
      },
      {
        zh: '照常点「申报（入发送队列）」。清单留在队列，数据已存本机；不要用别的软件再报一遍。',
        en: 'Press Declare (into the queue) as usual. The lists wait in the queue, stored on this machine; do not declare them with another program.',
      },
      {
        zh: '点最上面一行打开「发送队列」，看原因和下次尝试的时间。演练账套的服务停了时，点「启动演练单一窗口」。',
        en: 'Click the line on top to open the send queue: reason and time of the next try. If the practice service has ended, press Start the practice window.',
      },
      {
        zh: '网络恢复后自动继续；等不及就点「立即重试」。',
        en: 'It goes on by itself when the line is back; press Try now when you do not want to wait.',
      },
      {
        zh: '「已发送·结果未知」的批次会先查询结果，需要时用同一批号、同一内容再送，不会重复申报。也可点「查询结果」。',
        en: 'A batch that was sent with unknown result is asked about first and sent again only with the same number and bytes, so nothing is declared twice. You may press Ask for the result.',
      },
      {
        zh: '几个小时内连不上：点「交换文件（U 盘）…」，在「导出」一步点「导出到文件…」存到 U 盘。到能上网的电脑同样打开它，在「上传」一步放入文件，选好单一窗口，点「上传」，再点「保存回执文件…」存回 U 盘。回到本机，在「带回」一步放入回执文件。同一文件上传几次都只算一次。',
        en: 'No line for hours: press Exchange file (USB stick)…, and under Export press Export to a file… onto the stick. On a machine with a line open the same, drop the file under Upload, choose the single window, press Upload, then Save the receipts file… onto the stick. Back here drop the receipts file under Bring back. Uploaded ever so often it counts once.',
      },
      {
        zh: '全部送达后点「与单一窗口核对」，应显示全部一致。',
        en: 'When everything is through press Compare with the single window: it should say that both agree.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'queue.retry',
    title: { zh: '立即重试', en: 'Try now' },
    fill: {
      zh: '不等下次尝试的时间，马上联络单一窗口。可能已送出的批次先查询，没送出的发送，并取一次回执。',
      en: 'Contacts the single window at once: what may have left is asked about, what has not is sent, and receipts are fetched.',
    },
  },
  {
    id: 'queue.certificate',
    title: { zh: '签名证书', en: 'Signing certificate' },
    fill: {
      zh: '企业用来给报文签名的证书。每次启动后要输一次口令解锁；锁定时要签名的单证停在「待签名」，其他照常发送，解锁后自动签名继续。到期前 30 天起提醒。',
      en: 'The certificate that signs the messages of the enterprise. It is unlocked with its password after each start; while it is locked what has to be signed waits, everything else goes, and it goes on by itself after that. You are reminded from 30 days before it expires.',
    },
  },
  {
    id: 'queue.certificate-import',
    title: { zh: '导入签名证书', en: 'Import the certificate' },
    fill: {
      zh: '先填私钥文件的口令，再选文件（.pfx、.p12 或 .pem）。文件里要有私钥和证书；口令不对、私钥与证书不是一对都会说明，不会保存。',
      en: 'Enter the password of the key file, then choose it (.pfx, .p12 or .pem). It has to hold key and certificate; a wrong password, or a certificate of another key, is said and nothing is kept.',
    },
  },
  {
    id: 'queue.certificate-setup',
    title: { zh: '哪些报文签名', en: 'Which messages are signed' },
    fill: {
      zh: '经导入客户端申报的，由它签名，选「不签名」。直接对接的按企业与单一窗口的约定选；公告2018年第113号要求各责任方对所传信息签名。',
      en: 'Through the import client choose none: it signs. On a direct line choose as agreed with the single window; Announcement 113 of 2018 obliges each party to sign what it transmits.',
    },
  },
  {
    id: 'queue.batches',
    title: { zh: '批次', en: 'Batches' },
    fill: {
      zh: '每批的编号由本机产生并先写入磁盘，再发送；单一窗口凭编号和内容认出重复，所以同一批送几次也只算一次。',
      en: 'The id of a batch is made here and on disk before anything is sent; the single window knows a repetition by id and content, so a batch sent twice counts once.',
    },
  },
  {
    id: 'queue.compare',
    title: { zh: '与单一窗口核对', en: 'Compare with the single window' },
    fill: {
      zh: '向单一窗口取本企业全部单证的状态，与本机逐份比较。还在队列、对方没有收到的不算。',
      en: 'Fetches the state of all documents of the enterprise and compares each with this book. What still waits here is not compared.',
    },
  },
  {
    id: 'queue.folder',
    title: { zh: '导入客户端文件夹', en: 'Folders of the import client' },
    fill: {
      zh: '选择导入客户端一项业务的文件夹，逐项核对四个子文件夹的名称（口径待确认）。两边要一致，导入客户端里的业务和「接收回执」都要启动。写出即视为已发送，结果以已发送、校验失败和回执文件夹为准。',
      en: 'Choose the folder of one business of the import client and compare the four names (to be confirmed). Both sides must agree, and the business and its job for receipts must run there. What was written counts as sent; the result is what its folders say.',
    },
  },
  {
    id: 'queue.folder-second',
    title: { zh: '另一方向的业务', en: 'The other direction' },
    fill: {
      zh: '导入客户端按业务分文件夹：EXPCEB 只收出口报文，IMPCEB 只收进口报文。两样都做的，在这里给另一方向选它自己的文件夹（名称与上面相同）；没有选的，那个方向的单证留在发送队列。两项业务不能共用文件夹。',
      en: 'The import client keeps folders by business: EXPCEB takes exports, IMPCEB imports. With both, choose the folder of the other one here (its folders are called as those above); until then its documents stay in the queue. Two businesses cannot share folders.',
    },
    source: { zh: '导入客户端使用者的描述，口径待确认', en: 'Users of the import client, not confirmed' },
  },
  {
    id: 'queue.folder-offers',
    title: { zh: '采用导入客户端的设置', en: 'Take over the settings of the import client' },
    fill: {
      zh: '本机装有导入客户端时，读它自己的设置（DFWJobSettings.xml），列出跨境电商的业务和四个文件夹；点「采用」即照它设置，并马上检查：文件夹在不在、两边是否一致、报文有没有人取、「接收回执」是否似乎没有启动。四个文件夹不在同一处的不能这样采用。',
      en: 'Where the import client is installed here its own settings are read and the businesses of cross-border e-commerce are listed; Take over sets the same folders and checks at once whether they are there, agree, are emptied, and whether the job for receipts seems off. Folders that do not lie in one place are set by hand.',
    },
  },
  {
    id: 'queue.outage',
    title: { zh: '应急包', en: 'Outage pack' },
    fill: {
      zh: '平台停摆时由申报员声明并制作：申报批次、清单、订单、批次表 PDF 和摘要放进一个签名的 zip，不用本软件也能核对。批次视同已带走，恢复后先查询。法律效力口径待确认。',
      en: 'Made when the officer states that the platform is down: batches, lists, orders, the printed sheet and their digests in one signed zip that can be checked without this program. Its batches count as taken away. What it is worth in law is to be confirmed.',
    },
  },
  {
    id: 'queue.file-export',
    title: { zh: '交换文件：导出', en: 'Exchange file: export' },
    fill: {
      zh: '把队列中的单证打包成批，写进一个签名的文件（.yiguan）。发送日志先记下每一批，再写文件；导出后结果未知，不能撤回。',
      en: 'Packs the queue into batches and writes them into one signed file (.yiguan). Each batch is in the send journal first; from then on its result is unknown and it cannot be taken back.',
    },
  },
  {
    id: 'queue.file-take',
    title: { zh: '交换文件：带走', en: 'Exchange file: take along' },
    fill: {
      zh: '文件内有买家和收件人信息，没有加密：专人保管，带回后删除。',
      en: 'The file holds personal data and is not encrypted: keep it in safe hands and delete it afterwards.',
    },
  },
  {
    id: 'queue.file-upload',
    title: { zh: '交换文件：上传', en: 'Exchange file: upload' },
    fill: {
      zh: '在能上网的电脑上，用任意账套上传别的账套的批次文件或应急包。令牌只用这一次，不保存。文件被改动、不完整、演练与正式混用都会拒绝。',
      en: 'On a machine with a line, from any book, uploads the batch file or outage pack of another. The token is used once and not kept. Changed or torn files are refused, and practice never mixes with real.',
    },
  },
  {
    id: 'queue.file-back',
    title: { zh: '交换文件：带回', en: 'Exchange file: bring back' },
    fill: {
      zh: '读入回执文件：批次得到结果，回执进「回执」。重复读入不改变任何数据；线路恢复后系统仍会自己再取一遍回执。',
      en: 'Takes in the receipts file: batches get their result, receipts appear under Receipts. Again changes nothing; once the line is back receipts are fetched anew as well.',
    },
  },
  {
    id: 'queue.waiting',
    title: { zh: '等待中', en: 'Waiting' },
    fill: {
      zh: '先备案、再订单、后清单。所等的单证还没有受理，或单一窗口不接收这种报文时，单证在这里等，写明原因；其余照常发送。',
      en: 'Filings go before orders, orders before lists. What waits for another document, or is not taken by the single window, stands here with the reason; the rest goes on.',
    },
  },
]
