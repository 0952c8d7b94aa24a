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
]
