import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import type { Report } from '../report'
import { face } from '../lists-room'
import { toNumber } from '../read'
import { shown } from '../wait'

/**
 * 清单 of every order that may be declared, with the ready-made template and gifts at their fair price. False when there
 * is none to declare; the report then says what is missing.
 */
export async function buildLists({ page, report, picture }: Demo): Promise<boolean> {
  await openRoom(page, '清单')
  await face(page, '可申报')
  const tools = page.getByRole('toolbar', { name: '生成清单' })
  await tools.getByRole('combobox', { name: '赠品' }).click()
  await page.getByTitle('按公允价申报').last().click()
  await picture('ready-orders')
  const buildAll = tools.getByRole('button', { name: '全部暂存（生成清单）' })
  if (await buildAll.isDisabled()) {
    report.open.push(nothingToDeclare(report))
    return false
  }
  await buildAll.click()
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
  if (report.lists['清单'] === 0) report.open.push(nothingToDeclare(report))
  return report.lists['清单'] !== 0
}

function nothingToDeclare({ missingGoods = [], matching }: Report): string {
  const skus = missingGoods.map(({ sku }) => sku)
  const missing =
    skus.length > 0
      ? `，${skus.length} 种货号缺商品资料（${skus.slice(0, 5).join('、')}${skus.length > 5 ? ' …' : ''}），请在商品资料中补齐，或在输入文件夹中放一份商品资料`
      : ''
  const { 阻断: blocked = 0 } = matching?.orders ?? {}
  return `没有一票可以生成清单：三单对碰阻断 ${blocked} 票${missing}`
}
