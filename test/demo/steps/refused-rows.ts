import type { Demo } from '../demo'
import type { FileRead, RefusedRows } from '../report'
import { readSheet } from '../sheet'
import { shown } from '../wait'

/** Refused rows as the officer hands them back: an Excel with the reason in a column. Begins at the import's result. */
export async function handBackRefused(demo: Demo, { file, refused }: FileRead): Promise<void> {
  const { page, report, picture, saveAs } = demo
  await page.getByRole('button', { name: '打开这次导入' }).click()
  await shown(page.getByText(`${refused} 行未导入`), `「${file}」的错误行`)
  await picture('refused-rows')
  const saved = saveAs(`错误行-${file.replace(/\.[^.]+$/, '')}.xlsx`)
  await page.getByRole('button', { name: '导出 Excel（含错误原因）' }).click()
  await shown(page.getByText(/^已导出 /), '错误行已导出')
  report.refusedRows.push(...(await reasons(saved, file)))
  await page.keyboard.press('Control+w')
}

/** Rows by reason, from the sheet that was written. */
async function reasons(path: string, file: string): Promise<RefusedRows[]> {
  const counted = new Map<string, number>()
  for (const row of await readSheet(path, '错误原因')) {
    const reason = row['错误原因']!
    counted.set(reason, (counted.get(reason) ?? 0) + 1)
  }
  return [...counted].map(([reason, rows]) => ({ file, reason, rows }))
}
