import type { Counts, Report } from './report'

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
/** Columns a text takes on a terminal: Chinese characters take two. */
const width = (text: string) => [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0)
const pad = (text: string, to: number) => text + ' '.repeat(Math.max(1, to - width(text)))

const labelWidth = 16
const line = (label: string, text: string) => `  ${pad(label, labelWidth)}${text}`
const words = (counts: Counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(' · ') || '—'

function rows({ rows: files, refusedRows }: Report): string[] {
  return [
    '读入',
    ...files.flatMap((file) => {
      const { read, accepted, refused, duplicates, classes, records, answers } = file
      const answered = Object.entries(answers).map(([question, answer]) => `${question} = ${answer}`)
      return [
        line(
          file.file,
          `${file.kind} · ${file.profile}${answered.length ? ` · 回答 ${answered.join('，')}` : ''}`,
        ),
        line(
          '',
          `读取 ${read} = 导入 ${accepted} + 未导入 ${refused} + 已存在 ${duplicates}；记录 ${words(records)}`,
        ),
        ...(Object.keys(classes).length > 0 ? [line('', `行类别 ${words(classes)}`)] : []),
      ]
    }),
    ...refusedRows.map(({ file, reason, rows: count }) => line('未导入', `${count} 行 ${file}：${reason}`)),
  ]
}

function matching({ matching: found, missingGoods }: Report): string[] {
  if (!found) return []
  const { 订单: orders, ...parts } = found.orders
  return [
    '三单对碰',
    line('订单', `${orders} = ${words(parts)}`),
    line('差异按影响', words(found.effects)),
    line('差异按种类', words(found.breaks)),
    ...(missingGoods ?? []).map(({ sku, orders: held }) =>
      line('缺商品资料', `${sku}，${held} 票待申报订单`),
    ),
  ]
}

function declaring({
  lists,
  batches,
  corrections,
  receipts,
  received,
  comparison,
  printed,
}: Report): string[] {
  return [
    '清单与回执',
    ...(lists ? [line('生成清单', words(lists))] : []),
    ...batches.map(({ when, text }) => line(when, text)),
    ...corrections.flatMap(({ cause, lists: stopped, change, resent, copNo, attempts }) => [
      line('退单原因', `${cause}（${stopped} 份清单，一个原因）`),
      line('改正一次', change),
      line('更正重报', `${resent} 份清单`),
      ...attempts.map((attempt) => line('', `${copNo} ${attempt}`)),
    ]),
    ...(received ? [line('收到回执', words(received))] : []),
    ...(receipts ? [line('清单状态', words(receipts))] : []),
    ...(comparison ? [line('与单一窗口核对', comparison.verdict), line('', words(comparison.byState))] : []),
    ...(printed === undefined ? [] : [line('出口清单批次表', `${printed} 行`)]),
  ]
}

/** The table of a run for a terminal, from what the screens said. */
export function tableOf(report: Report): string {
  const daily = report.daily.map(({ when, imported, states }) =>
    line(when, `导入 ${imported} = ${words(states)}`),
  )
  const { open, files } = report
  return [
    `驿关 演练结果（${report.input}）`,
    ...rows(report),
    ...matching(report),
    ...declaring(report),
    ...(daily.length > 0 ? ['日清表（票）', ...daily] : []),
    '写出的文件',
    ...files.map((file) => `  ${file}`),
    open.length === 0 ? '账套与单一窗口一致，全部了结。' : '没有了结：',
    ...open.map((text) => `  ${text}`),
  ].join('\n')
}
