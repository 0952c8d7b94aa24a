import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount, seriousFaults, unmount } from '../../components/testing'
import { RulesRoom } from './RulesRoom'

afterEach(unmount)

describe('规则与文件', () => {
  it('finds a rule by pinyin, shows its ground with its mark, and leads to the document and back', async () => {
    mount(<RulesRoom params={{}} />)
    await userEvent.type(
      page.getByRole('searchbox', { name: '规则号、字词、拼音或文号' }),
      'yuqinianshenbao rb-f03',
    )
    await expect.element(page.getByText('没有符合的')).toBeVisible()
    await userEvent.fill(page.getByRole('searchbox', { name: '规则号、字词、拼音或文号' }), 'rb-f03')
    await page.getByRole('button', { name: 'RB-F03' }).click()
    const detail = page.getByRole('article', { name: 'RB-F03' })
    await expect.element(detail.getByText('口径待确认').first()).toBeVisible()
    await detail.getByRole('button', { name: '财政部 税务总局公告2020年第2号' }).click()
    const document = page.getByRole('article', { name: '财政部 税务总局公告2020年第2号' })
    await expect.element(document.getByText('读过部分原文')).toBeVisible()
    await document.getByRole('button', { name: 'RB-F03' }).click()
    await expect.element(detail).toBeVisible()
    expect(await seriousFaults()).toEqual([])
  })

  it('opens at the rule a finding names', async () => {
    mount(<RulesRoom params={{ rule: 'RB-B04' }} />)
    await expect.element(page.getByRole('article', { name: 'RB-B04' })).toBeVisible()
    await expect.element(page.getByText('必改').first()).toBeVisible()
  })
})
