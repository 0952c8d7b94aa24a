import type { Locator, Page } from 'playwright-core'
import type { Demo } from '../demo'
import { inputAnswers, inputFiles, kinds, type InputFile, type KindWord } from '../input'
import { countsOf, figures } from '../read'
import type { FileRead } from '../report'
import { openRoom } from '../../e2e/support/session'
import { handBackRefused } from './refused-rows'
import { shown, until } from '../wait'

/** Put every file of the folder in, answer what it does not say, import, and read what came of it. */
export async function importFiles(demo: Demo): Promise<void> {
  const { page, options, report, picture } = demo
  await openRoom(page, '导入')
  const answers = await inputAnswers(options.input)
  const found = inputFiles(options.input)
  if (found.length === 0) throw new Error(`${options.input} 中没有 CSV、TSV 或 XLSX 文件`)
  for (const file of found) {
    const brought = await bringIn(page, file)
    if ('unfit' in brought) {
      report.open.push(brought.unfit)
      continue
    }
    const { kind, profile } = brought
    const given = await answerAll(page, answers)
    if (kind === '订单') await picture('import-preview')
    const start = page.getByRole('button', { name: /^开始导入/ })
    if (await start.isDisabled()) {
      report.open.push(`「${file.name}」还缺回答：${await openQuestions(page)}；请写进 answers.json`)
      await putAside(page, file)
      continue
    }
    await start.click()
    const read = { ...(await result(page)), file: file.name, kind, profile, answers: given }
    report.rows.push(read)
    if (kind === '订单') await picture('import-result')
    if (read.refused > 0) await handBackRefused(demo, read)
    await putAside(page, file)
  }
  if (report.rows.length === 0) throw new Error(`${options.input} 中没有一个文件可以导入`)
}

const putAside = (page: Page, { name }: InputFile) =>
  page.getByRole('button', { name: `移除 ${name}` }).click()

const plan = (page: Page) => page.locator('.imports-detail')

type Brought = { kind: KindWord; profile: string } | { unfit: string }

/** Choose kind and file. A kind that the file does not fit is taken back and the next one tried. */
async function bringIn(page: Page, file: InputFile): Promise<Brought> {
  const tried = file.kind ? [file.kind] : kinds.map(({ word }) => word)
  for (const kind of tried) {
    await page.getByRole('radiogroup', { name: '文件种类' }).getByText(kind, { exact: true }).click()
    await page.locator('.imports-new input[type=file]').setInputFiles(file.path)
    const detail = plan(page)
    await shown(detail.locator('.setup, .ant-alert-error'), `识别「${file.name}」`, 60)
    const unfit = await detail.locator('.ant-alert-error').or(detail.getByText('还不能导入')).count()
    if (unfit === 0) {
      const profile = await detail.locator('.setup-choice', { hasText: '识别为' }).innerText()
      return { kind, profile: profile.replace('识别为', '').trim() }
    }
    const why = (await detail.locator('.ant-alert').first().innerText()).replaceAll(/\s*\n\s*/g, '，')
    await putAside(page, file)
    if (tried.length === 1) return { unfit: `「${file.name}」不能作为${kind}读入：${why}` }
  }
  return { unfit: `「${file.name}」不像商品、订单、收款单或运单；请在文件名中写明种类` }
}

/** Questions of the file that nobody answered. */
async function openQuestions(page: Page): Promise<string> {
  const open: string[] = []
  for (const question of await plan(page).locator('.mapping-question').all()) {
    const label = (await question.locator('label').innerText()).trim()
    if (!(await isAnswered(question, question.getByLabel(label)))) open.push(label)
  }
  return open.join('、')
}

/** Answer the questions that are open; gives what was answered. */
async function answerAll(page: Page, answers: Record<string, string>): Promise<Record<string, string>> {
  const given: Record<string, string> = {}
  const questions = plan(page).locator('.mapping-question')
  for (const question of await questions.all()) {
    const label = (await question.locator('label').innerText()).trim()
    const answer = answers[label]
    const field = question.getByLabel(label)
    if (answer === undefined || (await isAnswered(question, field))) continue
    await field.fill(answer)
    if ((await field.getAttribute('role')) === 'combobox') await field.press('Enter')
    given[label] = answer
  }
  return given
}

async function isAnswered(question: Locator, field: Locator): Promise<boolean> {
  const chosen = question.locator('.ant-select-content-has-value, .ant-select-selection-item')
  return (await field.inputValue()) !== '' || (await chosen.count()) > 0
}

async function result(page: Page): Promise<Omit<FileRead, 'file' | 'kind' | 'profile' | 'answers'>> {
  const section = plan(page).getByRole('region', { name: '导入结果' })
  await shown(section.or(plan(page).locator('.ant-alert-error')), '导入结果', 120)
  if ((await section.count()) === 0) throw new Error(await plan(page).innerText())
  const identity = await until(
    '导入结果中的行数',
    () => figures(section.locator('.identity')),
    (f) => '读取行' in f,
  )
  const tags = async (label: string) => {
    const cell = section.locator('.ant-descriptions-item', { hasText: label }).locator('.ant-tag')
    return countsOf(await cell.allInnerTexts())
  }
  return {
    read: identity['读取行'] ?? 0,
    accepted: identity['导入'] ?? 0,
    refused: identity['未导入'] ?? 0,
    duplicates: identity['已存在'] ?? 0,
    records: await tags('记录'),
    classes: await tags('行类别'),
  }
}
