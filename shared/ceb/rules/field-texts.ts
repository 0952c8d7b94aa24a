import type { Text } from '../../model/text'
import type { Severity } from '../fault'

/** `schema`: the official schema itself rejects the value, so it refuses in receipts too. */
type FieldRule = { severity: Severity; schema?: true; source: string; message: Text; fix: Text }

const schema = '海关跨境统一版报文规范2022-05'
const practice = '报文规范文字说明'

/** The checks every field goes through. `{label}` is the name of the field. */
export const fieldRules = {
  required: {
    severity: 'refuse',
    schema: true,
    source: schema,
    message: { zh: '{label}必填', en: '{label} is required' },
    fix: { zh: '填写{label}：{meaning}', en: 'Fill in {label}: {meaning}' },
  },
  'required-printed': {
    severity: 'refuse',
    source: practice,
    message: { zh: '{label}必填(规范文字要求)', en: '{label} is required (by the printed specification)' },
    fix: { zh: '填写{label}：{meaning}', en: 'Fill in {label}: {meaning}' },
  },
  empty: {
    severity: 'refuse',
    schema: true,
    source: schema,
    message: {
      zh: '{label}写了元素却没有值，规范不允许',
      en: '{label} is present but empty, which is not allowed',
    },
    fix: { zh: '没有值时不要写这个元素', en: 'Leave the element out when it has no value' },
  },
  length: {
    severity: 'refuse',
    schema: true,
    source: schema,
    message: {
      zh: '{label}应为{allowed}个字符，现在{length}个',
      en: '{label} takes {allowed} characters, found {length}',
    },
    fix: { zh: '改为{allowed}个字符', en: 'Use {allowed} characters' },
  },
  'length-printed': {
    severity: 'refuse',
    source: practice,
    message: {
      zh: '{label}按规范文字应为{allowed}个字符，现在{length}个',
      en: '{label} takes {allowed} characters by the printed specification, found {length}',
    },
    fix: { zh: '改为{allowed}个字符', en: 'Use {allowed} characters' },
  },
  decimal: {
    severity: 'refuse',
    schema: true,
    source: schema,
    message: {
      zh: '{label}应为数字，整数至多{whole}位、小数至多{places}位，不带正负号、千分位或单位',
      en: '{label} should be a number of at most {whole} digits and {places} decimals, without sign, separators or unit',
    },
    fix: { zh: '改写为如 12.5 的数字', en: 'Write a number such as 12.5' },
  },
  whole: {
    severity: 'refuse',
    schema: true,
    source: schema,
    message: {
      zh: '{label}应为至多{digits}位的整数',
      en: '{label} should be a whole number of at most {digits} digits',
    },
    fix: { zh: '改写为整数', en: 'Write a whole number' },
  },
  time: {
    severity: 'refuse',
    source: schema,
    message: {
      zh: '{label}不是存在的时间，格式应为{shape}',
      en: '{label} is no existing time of the form {shape}',
    },
    fix: { zh: '按{shape}填写，如{example}', en: 'Write it as {shape}, such as {example}' },
  },
  value: {
    severity: 'refuse',
    source: schema,
    message: { zh: '{label}只能是{allowed}', en: '{label} can only be {allowed}' },
    fix: { zh: '改为其中之一。{meaning}', en: 'Use one of them. {meaning}' },
  },
  code: {
    severity: 'refuse',
    source: '海关业务代码集',
    message: { zh: '{label}的代码不存在', en: 'No such code of {label}' },
    fix: { zh: '从代码表中选择', en: 'Choose it from the code table' },
  },
  'code-letters': {
    severity: 'refuse',
    source: '报文规范2022-05：币制、国别用3位数字代码',
    message: {
      zh: '{label}应为3位数字代码，不是字母',
      en: '{label} should be the 3-digit number, not letters',
    },
    fix: { zh: '改为数字代码，如{meant}', en: 'Use the number, such as {meant}' },
  },
  'code-unlisted': {
    severity: 'warn',
    source: '本机代码表不完整',
    message: { zh: '本机代码表未收录，按原值申报', en: 'Not in the code table here; declared as it is' },
    fix: {
      zh: '核对{label}；确实有效的可自增到代码表',
      en: 'Check {label}; a code that is valid can be added to the table',
    },
  },
  'code-unverified': {
    severity: 'warn',
    source: '口径待确认',
    message: { zh: '{label}的代码{name}口径待确认', en: 'The code of {label}, {name}, is not confirmed' },
    fix: { zh: '申报前向海关核对', en: 'Ask customs before declaring' },
  },
  'code-obsolete': {
    severity: 'refuse',
    source: '海关业务代码集',
    message: { zh: '{label}的代码{name}已停用', en: 'The code of {label}, {name}, is no longer used' },
    fix: { zh: '改用现行代码', en: 'Use the present code' },
  },
  'code-internal': {
    severity: 'refuse',
    source: '海关关区代码',
    message: { zh: '{name}不受理申报', en: '{name} takes no declarations' },
    fix: { zh: '改为实际申报地的海关代码', en: 'Use the code of the customs office of declaration' },
  },
  'code-group': {
    severity: 'refuse',
    source: '海关业务代码集',
    message: { zh: '{name}是分类名，不能用于申报', en: '{name} is a group, not a code to declare' },
    fix: { zh: '改为具体的代码', en: 'Use a code within it' },
  },
  'party-shape': {
    severity: 'refuse',
    source: 'GB 32100-2015；海关注册编码规则',
    message: {
      zh: '{label}应为10位海关编码或18位统一社会信用代码',
      en: '{label} should be a 10-digit customs code or an 18-character credit code',
    },
    fix: {
      zh: '按营业执照或海关备案填写，字母大写',
      en: 'Copy it from the licence or registration, letters in upper case',
    },
  },
  'party-category': {
    severity: 'refuse',
    source: 'GB 32100-2015',
    message: {
      zh: '{label}前两位不是有效的登记管理部门和机构类别',
      en: 'The first two characters of {label} are no registering authority and category',
    },
    fix: { zh: '核对营业执照上的代码', en: 'Compare it with the licence' },
  },
  'party-region': {
    severity: 'refuse',
    source: 'GB 32100-2015；GB/T 2260',
    message: { zh: '{label}中的行政区划不存在', en: 'The place in {label} does not exist' },
    fix: { zh: '核对营业执照或海关备案上的代码', en: 'Compare it with the licence or registration' },
  },
  'party-check': {
    severity: 'refuse',
    source: 'GB 32100-2015',
    message: { zh: '{label}的校验码不对', en: 'The check character of {label} is wrong' },
    fix: {
      zh: '核对营业执照上的代码，常见是0与O、1与I混淆',
      en: 'Compare it with the licence; 0 and O, 1 and I are often mixed up',
    },
  },
  resident: {
    severity: 'refuse',
    source: 'GB 11643',
    message: {
      zh: '{label}不是有效的18位居民身份证号({reason})',
      en: '{label} is no valid identity number ({reason})',
    },
    fix: { zh: '请订购人核对身份证号', en: 'Ask the buyer to check the number' },
  },
  gcode: {
    severity: 'refuse',
    source: '税则：8位税号加2位附加号',
    message: { zh: '{label}应为10位数字', en: '{label} should be 10 digits' },
    fix: { zh: '按税则填写10位商品编码', en: 'Use the 10 digits of the tariff' },
  },
  'gcode-chapter': {
    severity: 'refuse',
    source: '税则',
    message: { zh: '税则没有第{chapter}章', en: 'The tariff has no chapter {chapter}' },
    fix: { zh: '核对商品编码的前两位', en: 'Check the first two digits' },
  },
  barcode: {
    severity: 'warn',
    source: 'GS1 校验码规则',
    message: {
      zh: '{label}看起来是商品条码，但校验位不对',
      en: '{label} looks like a GTIN but its check digit is wrong',
    },
    fix: { zh: '重新扫描；没有条码填“无”', en: 'Scan it again, or write 无 when there is none' },
  },
  spaces: {
    severity: 'warn',
    source: '单证按字面匹配',
    message: {
      zh: '{label}前后有空格，与其他单证可能对不上',
      en: '{label} begins or ends with a blank and may not match other documents',
    },
    fix: { zh: '删除前后的空格', en: 'Remove the blanks' },
  },
  'guid-case': {
    severity: 'warn',
    source: schema,
    message: { zh: '规范要求{label}的字母大写', en: 'The specification wants upper-case letters in {label}' },
    fix: { zh: '改用大写UUID', en: 'Use an upper-case UUID' },
  },
  character: {
    severity: 'refuse',
    schema: true,
    source: 'XML 1.0',
    message: { zh: '{label}含有XML不能表示的字符', en: '{label} holds a character that XML cannot carry' },
    fix: { zh: '删除不可见字符后重填', en: 'Remove the invisible characters' },
  },
  'unknown-field': {
    severity: 'refuse',
    schema: true,
    source: schema,
    message: { zh: '{element}没有字段{name}', en: '{element} has no field {name}' },
    fix: { zh: '核对字段名的拼写和大小写', en: 'Check the spelling and case of the field' },
  },
} satisfies Record<string, FieldRule>

export type FieldRuleId = keyof typeof fieldRules

export const fieldRule = (id: FieldRuleId): FieldRule => fieldRules[id]
