import type { SummaryList } from './summary-list'

type Change = { head?: Record<string, string>; lines?: Record<string, string>[]; id?: string }

/** A closed B list of one line; number n gives it its numbers. */
export function closedList(n: number, { head, lines, id }: Change = {}): SummaryList {
  const number = String(n).padStart(9, '0')
  return {
    id: id ?? `list-${n}`,
    copNo: `YGA20260301${number.slice(-6)}`,
    invtNo: `04022026E${number}`,
    logisticsNo: `W${number}`,
    closedAt: '2026-03-20T02:00:00Z',
    inventory: {
      head: {
        customsCode: '0402',
        portCode: '0402',
        agentCode: '1301960ABC',
        agentName: '驿关演练贸易有限公司',
        ebcCode: '1301960ABC',
        ebcName: '驿关演练贸易有限公司',
        ownerCode: '1301960ABC',
        ownerName: '驿关演练贸易有限公司',
        trafMode: '5',
        country: '502',
        tradeMode: '9610',
        statisticsFlag: 'B',
        packNo: '1',
        grossWeight: '1.2',
        netWeight: '1',
        ...head,
      },
      lines: lines ?? [listLine(1)],
    },
  }
}

export const listLine = (gnum: number, change: Record<string, string> = {}): Record<string, string> => ({
  gnum: String(gnum),
  gcode: '6109100022',
  gname: '棉质女式T恤',
  country: '502',
  currency: '502',
  unit: '011',
  qty: '2',
  price: '10',
  totalPrice: '20',
  ...change,
})
