import type { Text } from '#shared/model/text'

type FaultText = { message: Text; fix: Text }
const licence: Text = { zh: '请核对营业执照', en: 'Compare with the business licence' }

/** Why a field of the enterprise is refused, and what to do. */
export const faultTexts = {
  empty: {
    message: { zh: '必填', en: 'Required' },
    fix: { zh: '清单和发送都要用到', en: 'Lists and sending need it' },
  },
  'uscc-shape': {
    message: {
      zh: '应为 18 位数字和大写字母（不含 I、O、S、V、Z）',
      en: '18 digits and capitals without I, O, S, V, Z',
    },
    fix: licence,
  },
  'uscc-category': {
    message: {
      zh: '前两位不是登记机关和机构类别的组合',
      en: 'The first two characters are no registering authority and category',
    },
    fix: licence,
  },
  'uscc-region': {
    message: { zh: '第 3 位起的行政区划不存在', en: 'The place from the third digit on does not exist' },
    fix: licence,
  },
  'uscc-check': {
    message: {
      zh: '校验码不符，很可能有一位抄错',
      en: 'The check character does not fit: one character is probably wrong',
    },
    fix: licence,
  },
  'customs-shape': {
    message: { zh: '应为 4 位数字加 6 位数字或大写字母', en: '4 digits, then 6 digits or capitals' },
    fix: { zh: '请核对海关登记', en: 'Compare with the customs registration' },
  },
  'customs-region': {
    message: { zh: '前两位不是省级代码', en: 'The first two digits are no province' },
    fix: { zh: '请核对海关登记', en: 'Compare with the customs registration' },
  },
  'name-long': {
    message: { zh: '超过 100 个字符', en: 'Longer than 100 characters' },
    fix: { zh: '写登记名称', en: 'Write the registered name' },
  },
  'dxp-long': {
    message: { zh: '超过 30 个字符', en: 'Longer than 30 characters' },
    fix: { zh: '按数据传输通道的分配填写', en: 'Write it as the transport assigned it' },
  },
  letters: {
    message: { zh: '只能是数字和大写字母', en: 'Digits and capitals only' },
    fix: { zh: '去掉其他字符', en: 'Remove other characters' },
  },
  'prefix-long': {
    message: { zh: '前缀最长 8 位', en: 'At most 8 characters' },
    fix: { zh: '缩短前缀', en: 'Shorten it' },
  },
  'desk-long': {
    message: { zh: '工位代码最长 4 位', en: 'At most 4 characters' },
    fix: { zh: '缩短工位代码', en: 'Shorten it' },
  },
} as const satisfies Record<string, FaultText>

export type EnterpriseRule = keyof typeof faultTexts
