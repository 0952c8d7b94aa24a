import { fillText, type Text } from '../model/text'
import { OTHER_DISTRICT, type Deadline } from './clocks'
import type { ReturnTransport } from './case'
import type { ReturnFault } from './fault'
import { quantityFaults, type LineLeft, type QuantityFault, type ReturnedItem } from './quantities'

/** Customs numbers of China: 海关 and, in older tables, 中国. */
const china = new Set(['142', 'CHN'])

const onItems: Readonly<Record<QuantityFault, { text: Text; fix: Text }>> = {
  none: {
    text: { zh: '没有填写退货数量', en: 'No quantity is given' },
    fix: { zh: '至少填一项商品的退货数量', en: 'Give the quantity of one line at least' },
  },
  unknown: {
    text: { zh: '清单没有第{gnum}项商品', en: 'The list has no line {gnum}' },
    fix: { zh: '按原清单的商品项号填写', en: 'Use the line numbers of the list' },
  },
  twice: {
    text: { zh: '第{gnum}项商品填了两次', en: 'Line {gnum} is named twice' },
    fix: { zh: '合并为一行', en: 'Make one row of them' },
  },
  'not-positive': {
    text: { zh: '第{gnum}项的数量不是大于0的数', en: 'The quantity of line {gnum} is no number above 0' },
    fix: { zh: '填不带单位的数量，不退的留空', en: 'Give a plain number; leave out what does not come back' },
  },
  'too-much': {
    text: {
      zh: '第{gnum}项退货数量超过可退数量{left}（申报数量减已退数量）',
      en: 'Line {gnum}: more than the {left} that are left of what was declared',
    },
    fix: { zh: '减少数量，或先作废多填的退货单', en: 'Lower it, or void the return that took too much' },
  },
}

export type ReturnCheck = {
  direction: 'export' | 'import'
  mode: string
  items: readonly ReturnedItem[]
  left: readonly LineLeft[]
  transport?: ReturnTransport | undefined
  /** 申报地海关 of the 清单. */
  customsCode: string
  deadlines: readonly Deadline[]
  /** YYYY-MM-DD, Asia/Shanghai. */
  today: string
}

const fault = (
  code: string,
  where: string,
  severity: ReturnFault['severity'],
  text: Text,
  fix: Text,
): ReturnFault => ({ code, where, severity, text, fix })

/** What speaks against declaring a return so; the shape of its message is the validator's business. */
export function returnFaults(check: ReturnCheck): ReturnFault[] {
  return [...itemFaults(check), ...transportFaults(check), ...timeFaults(check)]
}

const itemFaults = ({ items, left }: ReturnCheck): ReturnFault[] =>
  quantityFaults(items, left).map((found) => {
    const { text, fix } = onItems[found.fault]
    const values = { gnum: found.gnum, left: found.left }
    return fault(`return-${found.fault}`, found.gnum, 'refuse', fillText(text, values), fix)
  })

function transportFaults({ direction, mode, transport, customsCode, today }: ReturnCheck): ReturnFault[] {
  if (direction === 'import' || !transport) return []
  const found: ReturnFault[] = []
  if (china.has(transport.country))
    found.push(
      fault(
        'return-from-china',
        'country',
        'refuse',
        { zh: '启运国不能是中国', en: 'The country of departure cannot be China' },
        { zh: '填货物退回时启运的国家（地区）', en: 'Give the country the goods come back from' },
      ),
    )
  const elsewhere = transport.customsCode.slice(0, 2) !== customsCode.slice(0, 2)
  if (elsewhere && (mode !== OTHER_DISTRICT.mode || today < OTHER_DISTRICT.from))
    found.push(
      fault(
        'return-district',
        'customsCode',
        'refuse',
        {
          zh: `不是原申报关区：只有9610自${OTHER_DISTRICT.from}起可以退往其它直属关区（${OTHER_DISTRICT.basis}）`,
          en: `Not the district of the list: only 9610 may come back to another one, from ${OTHER_DISTRICT.from} on (${OTHER_DISTRICT.basis})`,
        },
        { zh: '改为原清单的申报地海关所在关区', en: 'Use a customs office of the district of the list' },
      ),
    )
  return found
}

function timeFaults({ deadlines }: ReturnCheck): ReturnFault[] {
  return deadlines.flatMap(({ clock, due, state }) => {
    if (state !== 'over') return []
    // What was read second-hand warns; nobody is refused by hearsay.
    const severity = clock.use === 'apply' && !clock.uncertain ? 'refuse' : 'warn'
    const texts: { text: Text; fix: Text } =
      clock.use === 'tax-free'
        ? {
            text: {
              zh: '已过{due}，退运进境不再免税（{basis}）',
              en: 'Past {due}: no longer free of import taxes ({basis})',
            },
            fix: {
              zh: '按规定缴纳进口税收，先与主管海关确认',
              en: 'Import taxes are due; ask your customs first',
            },
          }
        : {
            text: { zh: '已过期限{due}：{rule}（{basis}）', en: 'Past {due}: {rule} ({basis})' },
            fix: {
              zh: '联系主管海关，按一般退运办理',
              en: 'Ask your customs; it goes as an ordinary return',
            },
          }
    const { zh, en } = texts.text
    return [
      fault(
        `return-${clock.id}`,
        'time',
        severity,
        {
          zh: fillText({ zh, en }, { due, basis: clock.basis, rule: clock.text.zh }).zh,
          en: fillText({ zh, en }, { due, basis: clock.basis, rule: clock.text.en }).en,
        },
        texts.fix,
      ),
    ]
  })
}
