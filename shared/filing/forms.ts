import { isLuhn, looksLikeBankCard } from '../codes/identifiers/bank-card'
import { customsCodeFault, type CustomsCodeFault } from '../codes/identifiers/customs-code'
import { isOrganisationCode } from '../codes/identifiers/organisation-code'
import { residentIdFault, type ResidentIdFault } from '../codes/identifiers/resident-id'
import { isProvince } from '../codes/identifiers/region'
import { usccFault, type UsccFault } from '../codes/identifiers/uscc'
import { isDay } from '../time/day'
import { fillText, type Text } from '../model/text'

/** Why a value cannot stand. `warn` lets it go: the form was seen second-hand, or practice differs. */
export type FormFault = {
  severity: 'refuse' | 'warn'
  /** Numbers of 演练 books cannot exist: what only says that one does not is no refusal there. */
  inPractice?: 'warn'
  why: Text
  fix: Text
}
export type FormCheck = (value: string) => FormFault | undefined

const refuse = (why: [string, string], fix: [string, string]): FormFault => ({
  severity: 'refuse',
  why: { zh: why[0], en: why[1] },
  fix: { zh: fix[0], en: fix[1] },
})
const warn = (why: [string, string], fix: [string, string]): FormFault => ({
  ...refuse(why, fix),
  severity: 'warn',
})

const madeUp = (kind: string, fault: FormFault): FormFault =>
  kind === 'shape' ? fault : { ...fault, inPractice: 'warn' }

const fromLicence: [string, string] = ['照营业执照重新填写', 'Copy it from the business licence']
const usccFaults: Readonly<Record<UsccFault, [string, string]>> = {
  shape: [
    '应为 18 位数字和大写字母（不含 I、O、S、V、Z）',
    'It has 18 digits and capitals without I, O, S, V, Z',
  ],
  category: ['前两位不是登记管理部门和机构类别', 'The first two characters name no authority and category'],
  region: ['第 3、4 位不是行政区划', 'Characters 3 and 4 name no division'],
  check: ['第 18 位校验码不对', 'The check character is wrong'],
}
/** Every code seen so far holds an organisation code with a check character of its own, but GB 32100 does not ask for it. */
export const uscc: FormCheck = (value) => {
  const fault = usccFault(value)
  if (fault) return madeUp(fault, refuse(usccFaults[fault], fromLicence))
  return isOrganisationCode(value.slice(8, 17))
    ? undefined
    : warn(
        [
          '第 9 至 17 位不合组织机构代码的校验（口径待确认）',
          'Characters 9 to 17 do not check as an organisation code (to be confirmed)',
        ],
        fromLicence,
      )
}

const customsFaults: Readonly<Record<CustomsCodeFault, [string, string]>> = {
  shape: [
    '应为 10 位：4 位数字加 6 位数字或大写字母',
    'It has 10 characters: 4 digits, then digits or capitals',
  ],
  region: ['前两位不是行政区划', 'The first two digits name no division'],
}
export const customsCode: FormCheck = (value) => {
  const fault = customsCodeFault(value)
  const fix: [string, string] = ['照海关备案回执填写', 'Copy it from the registration of customs']
  return fault && madeUp(fault, refuse(customsFaults[fault], fix))
}

const residentFaults: Readonly<Record<ResidentIdFault, [string, string]>> = {
  shape: ['应为 18 位', 'It has 18 characters'],
  old: ['15 位身份证号已停用', 'Numbers of 15 digits are no longer valid'],
  region: ['前两位不是行政区划', 'The first two digits name no division'],
  date: ['出生日期不存在', 'There is no such birthday'],
  check: ['末位校验码不对', 'The check character is wrong'],
}
export const residentId: FormCheck = (value) => {
  const fault = residentIdFault(value)
  return fault && madeUp(fault, refuse(residentFaults[fault], ['照身份证重新填写', 'Copy it from the card']))
}

export const longest =
  (most: number): FormCheck =>
  (value) =>
    value.length > most
      ? refuse([`最多 ${most} 个字符`, `At most ${most} characters`], ['缩短', 'Shorten it'])
      : undefined

export const digits =
  (count: number): FormCheck =>
  (value) =>
    new RegExp(`^\\d{${count}}$`).test(value)
      ? undefined
      : refuse(
          [`应为 ${count} 位数字`, `It has ${count} digits`],
          ['从代码表选择', 'Choose it from the table'],
        )

export const oneOf =
  (...values: readonly string[]): FormCheck =>
  (value) => {
    if (values.includes(value)) return undefined
    const fault = refuse(
      ['不是可选的值', 'Not one of the values'],
      ['改为其中之一：{values}', 'Use one of: {values}'],
    )
    return { ...fault, fix: fillText(fault.fix, { values: values.join(', ') }) }
  }

export const division: FormCheck = (value) =>
  /^\d{6}$/.test(value) && isProvince(value)
    ? undefined
    : refuse(
        ['应为 6 位行政区划代码', 'A division has 6 digits'],
        ['从区划表选择', 'Choose it from the table'],
      )

export const aDay: FormCheck = (value) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value.replaceAll('-', ''))
    ? undefined
    : refuse(['不是日期', 'Not a day'], ['写成 2026-01-01', 'Write it as 2026-01-01'])

export const latin: FormCheck = (value) =>
  /^[ -~]+$/.test(value)
    ? undefined
    : refuse(
        ['英文名称只能是英文字符', 'Latin letters only'],
        ['改用英文、半角', 'Use half-width Latin letters'],
      )

export const phone: FormCheck = (value) =>
  /^(1\d{10}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?|\+\d[\d-]{6,18})$/.test(value)
    ? undefined
    : warn(['不像电话号码', 'Does not look like a phone number'], ['核对号码', 'Check the number'])

export const url: FormCheck = (value) =>
  /^(https?:\/\/)?([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?(\/\S*)?$/i.test(value)
    ? undefined
    : refuse(
        ['不是网址', 'Not an address of a site'],
        ['写成 https://www.example.com', 'As https://www.example.com'],
      )

/** Accounts of companies have no common check digit; cards have. Whose account looks like a card may still be a company. */
export const account: FormCheck = (value) => {
  if (!/^[0-9A-Z-]{6,34}$/.test(value)) {
    return refuse(
      ['账号应为 6 至 34 位数字、字母', 'An account has 6 to 34 digits or letters'],
      ['核对账号', 'Check it'],
    )
  }
  return looksLikeBankCard(value) && !isLuhn(value)
    ? warn(
        ['像银行卡号，但末位校验位不对', 'Looks like the number of a card, and its last digit does not fit'],
        ['照银行卡核对；单位账号可不理会', 'Compare it with the card; for an account of a company let it be'],
      )
    : undefined
}

export const paymentLicence: FormCheck = (value) =>
  /^Z\d{13}$/.test(value)
    ? undefined
    : warn(
        ['通常为 Z 加 13 位数字（口径待确认）', 'Usually Z and 13 digits (to be confirmed)'],
        ['核对许可证', 'Check it'],
      )

export const tradeScope: FormCheck = (value) =>
  /进出口|出口/.test(value)
    ? undefined
    : warn(
        ['经营范围没有货物进出口', 'The scope does not name import and export'],
        ['先办理经营范围变更；已备案的核对原件', 'Have the scope changed first, or check the licence'],
      )
