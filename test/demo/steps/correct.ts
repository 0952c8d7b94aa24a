import type { Locator, Page } from 'playwright-core'
import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { corrections } from '../input'
import { face } from '../lists-room'
import { toNumber } from '../read'
import { shown } from '../wait'

type Cause = { text: string; lists: number; sku: string; copNo: string }

/**
 * 退单待改: each shared cause stands there once. It is mended once in the goods master, where it came from, and only
 * the 清单 it stopped go again.
 */
export async function correct(demo: Demo): Promise<void> {
  const { page, report, picture } = demo
  await causes(page)
  const cards = page.locator('section.cause')
  if ((await cards.count()) === 0) return
  await picture('causes')
  for (const cause of await Promise.all((await cards.all()).map(read))) {
    const change = corrections[cause.sku]
    if (!change) {
      report.open.push(`退单待改，演练没有现成的改法：${cause.text}（${cause.lists} 份清单）`)
      continue
    }
    await causes(page)
    const card = cards.filter({ hasText: cause.sku })
    await card.getByRole('button', { name: '打开商品资料' }).click()
    const before = await mendGoods(demo, change)
    await causes(page)
    const resent = await resend(demo, card)
    report.corrections.push({
      cause: cause.text,
      lists: cause.lists,
      copNo: cause.copNo,
      change: `商品资料 ${cause.sku} 的${change.field}：${before} → ${change.value}`,
      resent,
      attempts: [],
    })
  }
}

async function causes(page: Page): Promise<void> {
  await openRoom(page, '清单')
  await face(page, '退单待改')
  await shown(page.locator('section.cause').or(page.getByText('没有退单待改的清单')), '退单的原因')
}

async function read(card: Locator): Promise<Cause> {
  const fact = async (term: string) => {
    const value = card.locator(`dt:text-is("${term}") + dd`)
    return (await value.count()) > 0 ? (await value.innerText()).trim() : ''
  }
  return {
    text: (await card.getAttribute('aria-label')) ?? '',
    lists: toNumber(
      await card
        .locator('.cause-head')
        .getByText(/^[\d,]+ 份$/)
        .innerText(),
    ),
    sku: await fact('货号'),
    copNo: (await fact('清单')).split(' ')[0] ?? '',
  }
}

/** Give the goods record another value; gives the one it had. */
async function mendGoods({ page, picture }: Demo, { field, value }: { field: string; value: string }) {
  const input = page.getByRole('textbox', { name: new RegExp(`${field}$`) })
  await shown(input, `商品资料的${field}`)
  const before = await input.inputValue()
  await input.fill(value)
  await picture('goods-mended')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await input.waitFor({ state: 'detached' })
  return before
}

async function resend({ page, picture }: Demo, card: Locator): Promise<number> {
  await card.getByRole('button', { name: /^更正重报/ }).click()
  const dialog = page.getByRole('dialog', { name: '更正重报' })
  await dialog.getByLabel('原因').fill('商品资料已更正')
  await dialog.getByRole('button', { name: /^更正重报/ }).click()
  const done = page.getByRole('alert').filter({ hasText: '份清单已更正并入发送队列' })
  await shown(done, '更正后的清单已入发送队列', 60)
  await picture('resent')
  return toNumber(/(\d+) 份清单已更正/.exec(await done.innerText())?.[1] ?? '0')
}
