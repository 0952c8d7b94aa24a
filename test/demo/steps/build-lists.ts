import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { face } from '../lists-room'
import { toNumber } from '../read'
import { shown } from '../wait'

/** 清单 of every order that may be declared, with the ready-made template and gifts at their fair price. */
export async function buildLists({ page, report, picture }: Demo): Promise<void> {
  await openRoom(page, '出口清单')
  await face(page, '可申报')
  const tools = page.getByRole('toolbar', { name: '生成清单' })
  await tools.getByRole('combobox', { name: '赠品' }).click()
  await page.getByTitle('按公允价申报').last().click()
  await picture('ready-orders')
  await tools.getByRole('button', { name: '全部暂存（生成清单）' }).click()
  const result = page.getByRole('group', { name: '生成结果' })
  await shown(result, '生成结果', 120)
  const figure = async (name: string) => toNumber(await result.locator(`[data-figure=${name}]`).innerText())
  report.lists = {
    订单: await figure('orders'),
    已生成: await figure('built'),
    未能生成: await figure('refused'),
    未处理: await figure('skipped'),
    清单: await figure('lists'),
  }
  await picture('lists-built')
}
