import { existsSync, readFileSync } from 'node:fs'
import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { face } from '../lists-room'
import { readSheet } from '../sheet'
import { shown } from '../wait'

/** 出口清单批次表 of every 清单, as PDF and as Excel. */
export async function printBatchTable(demo: Demo): Promise<void> {
  const { page, saveAs, picture, report } = demo
  await openRoom(page, '清单')
  await face(page, '全部清单')
  await picture('lists')
  for (const form of ['PDF', 'Excel'] as const) {
    const file = saveAs(`出口清单批次表.${form === 'PDF' ? 'pdf' : 'xlsx'}`)
    await page.getByRole('button', { name: `批次表 ${form}` }).click()
    await shown(page.getByText(`已保存到 ${file}`), `批次表 ${form} 已保存`, 60)
    if (!existsSync(file)) throw new Error(`没有写出 ${file}`)
    if (form === 'PDF') {
      if (readFileSync(file).subarray(0, 5).toString() !== '%PDF-') throw new Error(`${file} 不是 PDF`)
    } else report.printed = (await readSheet(file, '序号')).length
  }
}
