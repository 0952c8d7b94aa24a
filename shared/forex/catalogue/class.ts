import { read, rule, unsure } from '../cite'

/** F: management by class A, B, C. */
export const classes = {
  F01: rule(
    'F01',
    'review',
    ['企业分类未知，按较严一类处理', 'The class of the enterprise is unknown: the stricter path is taken'],
    ['在企业资料中填写分类与有效期', 'Enter class and term'],
    [unsure('2020#14', '分类管理')],
  ),
  F02: rule(
    'F02',
    'hold',
    ['B 类可收汇额度不足，{amount} 须另办登记', 'Class B quota is short: {amount} needs a registration form'],
    ['办理登记表或等待额度', 'Get the form, or wait for quota'],
    [unsure('2020#14', '电子数据核查')],
  ),
  F03: rule(
    'F03',
    'block',
    ['C 类须先逐笔登记', 'Class C registers each receipt first'],
    ['到外汇局办理登记表', 'Get the registration form'],
    [unsure('2020#14', '逐笔登记')],
  ),
  F04: rule(
    'F04',
    'block',
    ['登记表 {form} 不可用：{why}', 'Registration form {form} cannot be used: {why}'],
    ['换发登记表', 'Get a new form'],
    [unsure('training', '登记表有效期与金额')],
  ),
  F05: rule(
    'F05',
    'review',
    [
      'B 类转口贸易收汇超过付汇的 120%，须先登记',
      'Class B re-export: received more than 120 % of what was paid; register first',
    ],
    ['先办理登记', 'Register first'],
    [unsure('training', '转口贸易 120%')],
  ),
  F06: rule(
    'F06',
    'review',
    [
      'B、C 类延期收款超过 90 天：符合条件的经外汇局登记可办',
      'Class B or C deferred beyond 90 days: possible after registration where conditions are met',
    ],
    ['到外汇局登记', 'Register at SAFE'],
    [unsure('2024#11')],
    { from: '2024-06-01' },
  ),
  F07: rule(
    'F07',
    'block',
    ['B、C 类不得享受便利：{claims}', 'Class B and C have no access to: {claims}'],
    ['按一般要求办理', 'Use the ordinary path'],
    [unsure('2020#14'), unsure('2024#11', '', { from: '2024-06-01' }), read('2019#28', '一')],
  ),
} as const
