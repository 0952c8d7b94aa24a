import { cmp, ExactSum } from '../money/decimal'
import type { Text } from '../model/text'
import { entryIdOf, entryLines, missingParts, toldWeight, type CustomsEntry } from '../model/customs-entry'
import { groupEntries } from './group'
import type { Grouping } from './keys'
import type { SummaryList } from './summary-list'

export const differenceKinds = [
  'missing',
  'foreign',
  'code',
  'parted',
  'joined',
  'weight',
  'incomplete',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** Where the result of customs differs from the preview; `invtNo` and `gnum` are '' for a whole 报关单. */
export type Difference = {
  kind: DifferenceKind
  invtNo: string
  gnum: string
  /** 报关单号, else 汇总统一编号; '' for what is in no result. */
  entry: string
  ours: string
  theirs: string
}

export const differenceTexts: Readonly<Record<DifferenceKind, { what: Text; fix: Text }>> = {
  missing: {
    what: { zh: '清单行不在汇总结果中', en: 'A line of the list is in no result' },
    fix: {
      zh: '结果可能未到齐；到齐后仍缺，向海关核实',
      en: 'More results may come; if it stays missing ask customs',
    },
  },
  foreign: {
    what: { zh: '结果中有未申请的清单或行', en: 'The result names a line that was not applied for' },
    fix: { zh: '核对汇总申请编号，向海关核实', en: 'Check the number of the application and ask customs' },
  },
  code: {
    what: { zh: '商品编码与清单不同', en: 'Another HS code than the list declares' },
    fix: {
      zh: '以报关单为准记录；退税前改商品资料',
      en: 'Keep that of the 报关单; mend the goods before claiming',
    },
  },
  parted: {
    what: { zh: '本机归为一项，海关分在不同项', en: 'One item here, several of the 报关单 there' },
    fix: {
      zh: '核对八同字段和品名标志（口径待确认）',
      en: 'Compare the eight fields and the flag for names',
    },
  },
  joined: {
    what: { zh: '本机分为不同项，海关归为一项', en: 'Several items here, one of the 报关单 there' },
    fix: {
      zh: '核对八同字段和品名标志（口径待确认）',
      en: 'Compare the eight fields and the flag for names',
    },
  },
  weight: {
    what: { zh: '报关单重量与清单合计不同', en: 'The weight differs from the sum of the lists' },
    fix: {
      zh: '核对清单毛重、净重；确有错误按修撤办理',
      en: 'Check the weights; an error is amended at customs',
    },
  },
  incomplete: {
    what: { zh: '结果分批到达，尚未到齐', en: 'The result comes in parts, some are missing' },
    fix: { zh: '等待其余回执', en: 'Wait for the others' },
  },
}

type Placed = { item: string; gcode: string }

/**
 * Preview against result: per line of each list, and per 报关单 for weights. An item here and an item there are taken for
 * the same when most of their lines agree, so that one line that went astray is named and not its whole item.
 */
export function compareSummary(
  lists: readonly SummaryList[],
  grouping: Grouping,
  entries: readonly CustomsEntry[],
): Difference[] {
  const ours = previewed(lists, grouping)
  const theirs = new Map<string, Placed & { entry: string }>()
  const found: Difference[] = []
  for (const entry of entries) {
    const name = entryIdOf(entry) || entry.declSeqNo
    for (const { invtNo, gnum, gseqno, gcode } of entryLines(entry)) {
      theirs.set(lineName(invtNo, gnum), { item: `${name} ${gseqno}`, gcode, entry: name })
    }
    const missing = missingParts(entry)
    if (missing > 0) {
      found.push({ kind: 'incomplete', invtNo: '', gnum: '', entry: name, ours: '', theirs: String(missing) })
    }
  }
  if (theirs.size === 0) return found
  for (const [line, { item, gcode }] of ours) {
    const [invtNo = '', gnum = ''] = line.split(' ')
    const there = theirs.get(line)
    if (!there) found.push({ kind: 'missing', invtNo, gnum, entry: '', ours: item, theirs: '' })
    else if (there.gcode !== gcode) {
      found.push({ kind: 'code', invtNo, gnum, entry: there.entry, ours: gcode, theirs: there.gcode })
    }
  }
  for (const [line, { item, entry }] of theirs) {
    const [invtNo = '', gnum = ''] = line.split(' ')
    if (!ours.has(line)) found.push({ kind: 'foreign', invtNo, gnum, entry, ours: '', theirs: item })
  }
  const both = [...ours].flatMap(([line, { item }]) => {
    const there = theirs.get(line)
    return there ? [{ line, here: item, there: there.item, entry: there.entry }] : []
  })
  found.push(...astray(both, 'parted'), ...astray(both, 'joined'))
  return [...found, ...weights(lists, entries)]
}

const lineName = (invtNo: string, gnum: string) => `${invtNo} ${gnum}`

function previewed(lists: readonly SummaryList[], grouping: Grouping): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  for (const entry of groupEntries(lists, grouping)) {
    for (const { no, gcode, lines } of entry.items) {
      for (const { invtNo, gnum } of lines) {
        placed.set(lineName(invtNo, gnum), { item: `${entry.no}-${no}`, gcode })
      }
    }
  }
  return placed
}

type Both = { line: string; here: string; there: string; entry: string }

/** Lines that are not where most of their item is; `parted` looks from our items, `joined` from those of customs. */
function astray(both: readonly Both[], kind: 'parted' | 'joined'): Difference[] {
  const [own, other] = kind === 'parted' ? (['here', 'there'] as const) : (['there', 'here'] as const)
  const groups = new Map<string, Map<string, Both[]>>()
  for (const one of both) {
    const group = groups.get(one[own]) ?? new Map<string, Both[]>()
    groups.set(one[own], group)
    const together = group.get(one[other])
    if (together) together.push(one)
    else group.set(one[other], [one])
  }
  return [...groups.values()].flatMap((group) =>
    [...group.values()]
      .sort((a, b) => b.length - a.length)
      .slice(1)
      .flat()
      .map(({ line, here, there, entry }) => {
        const [invtNo = '', gnum = ''] = line.split(' ')
        return { kind, invtNo, gnum, entry, ours: here, theirs: there }
      }),
  )
}

/** Weights of 报关单 that hold whole lists only; of others the share of a list is an estimate and nothing to go by. */
function weights(lists: readonly SummaryList[], entries: readonly CustomsEntry[]): Difference[] {
  const byNumber = new Map(lists.map((list) => [list.invtNo, list]))
  const lineCount = (invtNo: string) => byNumber.get(invtNo)?.inventory.lines?.length ?? 0
  return entries.flatMap((entry) => {
    const inside = new Map<string, number>()
    for (const { invtNo } of entryLines(entry)) inside.set(invtNo, (inside.get(invtNo) ?? 0) + 1)
    const whole = [...inside].every(([invtNo, lines]) => lines === lineCount(invtNo))
    if (!whole || inside.size === 0 || missingParts(entry) > 0) return []
    return (['grossWeight', 'netWeight'] as const).flatMap((field): Difference[] => {
      const theirs = toldWeight(entry, field)
      if (theirs === undefined) return []
      const sum = new ExactSum()
      for (const invtNo of inside.keys()) sum.add(byNumber.get(invtNo)!.inventory.head[field] ?? '0')
      const ours = sum.toString()
      if (cmp(ours, theirs) === 0) return []
      const name = entryIdOf(entry) || entry.declSeqNo
      return [{ kind: 'weight', invtNo: '', gnum: '', entry: name, ours, theirs }]
    })
  })
}
