import { add, cmp, div, isZero, mul, neg, sub, sum } from '../../money/decimal'
import { cents, given as told, type Formula, type Input } from '../../rules/explain'
import type { ManufacturerPeriod } from './manufacturer-period'
import { manufacturerRules } from './manufacturer-rules'
import { offsetOf, type PeriodLine as Line } from './manufacturer-lines'

const PLACES = 12

const r = manufacturerRules

/** What the formulas are run on. */
export type PeriodGiven = { period: ManufacturerPeriod; lines: readonly Line[] }
type Given = PeriodGiven

const zero = (value: string): string => (cmp(value, '0') < 0 ? '0' : value)
const gapOf = ({ levy, rebate }: Line): string => zero(sub(levy, rebate))

const lineInputs = (
  lines: readonly Line[],
  rateOf: (line: Line) => string,
  zh: string,
  en: string,
): Input[] => lines.flatMap((line) => [...line.inputs(), told(zh, en, rateOf(line))])

const figure = (name: string, zh: string, en: string, formulaZh: string, formulaEn: string) => ({
  figure: name,
  label: { zh, en },
  formula: { zh: formulaZh, en: formulaEn },
})

/** The summary form of a period, figure by figure, in the order they need each other. */
export const manufacturerFormulas: readonly Formula<Given>[] = [
  {
    rule: r.c08.id,
    ...figure(
      'fobCny',
      '出口离岸价（人民币）',
      'FOB in CNY',
      'Σ 离岸价 × 汇率（逐行四舍五入）',
      'sum of FOB x rate, rounded each',
    ),
    make: ({ lines }) => ({
      value: cents(sum(lines.map(({ fob }) => fob))),
      inputs: () => lines.flatMap(({ inputs }) => inputs()),
    }),
  },
  {
    rule: r.d10.id,
    ...figure(
      'bondedMaterial',
      '保税进口料件组成计税价格',
      'Bonded material',
      'Σ 进料加工各行离岸价 × 手（账）册分配率',
      'sum of FOB x ratio of the handbook over the processing exports',
    ),
    make: ({ lines }) => {
      const own = lines.flatMap(({ material }) => material ?? [])
      return own.length === 0
        ? undefined
        : {
            value: cents(sum(own.map(({ value }) => value))),
            inputs: () => own.flatMap(({ inputs }) => inputs()),
          }
    },
  },
  {
    rule: r.d10.id,
    ...figure(
      'bondedMaterial',
      '保税进口料件组成计税价格',
      'Bonded material',
      '料件金额，或外币 × 汇率，或进料加工离岸价 × 计划进口 ÷ 计划出口',
      'amount, or foreign x rate, or FOB x planned import / planned export',
    ),
    make: ({ period: { exemptMaterial }, lines }) => {
      if (!exemptMaterial) return undefined
      const { amount, foreign, fx, plannedImport, plannedExport } = exemptMaterial
      if (amount !== undefined)
        return { value: cents(amount), inputs: () => [told('料件金额', 'amount', amount)] }
      if (foreign !== undefined && fx !== undefined) {
        return {
          value: cents(mul(foreign, fx)),
          inputs: () => [told('外币', 'foreign', foreign), told('汇率', 'rate', fx)],
        }
      }
      if (plannedImport === undefined || plannedExport === undefined || isZero(plannedExport))
        return undefined
      const fob = sum(lines.filter(({ bonded }) => bonded).map((line) => line.fob))
      const inputs = () => [
        told('进料加工出口离岸价', 'FOB of processing exports', fob),
        told('计划进口总值', 'planned import', plannedImport),
        told('计划出口总值', 'planned export', plannedExport),
      ]
      return { value: cents(div(mul(fob, plannedImport), plannedExport, PLACES)), inputs }
    },
  },
  {
    rule: r.d10.id,
    ...figure(
      'exemptMaterial',
      '免税购进原材料',
      'Exempt material',
      '国内免税料 + 保税料件',
      'domestic + bonded',
    ),
    make: ({ period: { exemptMaterial } }, sheet) => {
      const domestic = exemptMaterial?.domestic
      const bonded = sheet.value('bondedMaterial')
      if (domestic === undefined && bonded === undefined) return undefined
      const inputs = () => [
        ...(domestic === undefined ? [] : [told('国内免税料', 'domestic', domestic)]),
        ...(bonded === undefined ? [] : [sheet.input('bondedMaterial')]),
      ]
      return { value: cents(add(domestic ?? '0', bonded ?? '0')), inputs }
    },
  },
  {
    rule: r.d04.id,
    ...figure(
      'nonCreditableOffset',
      '不得免征和抵扣税额抵减额',
      'Offset of non-creditable tax',
      '免税购进原材料 ×（征税率 − 退税率）；税率差不同的按各行离岸价分摊，逐行四舍五入',
      'exempt material x (levy - rebate); of several gaps by the FOB of the lines, each rounded',
    ),
    make: ({ lines }, sheet) => {
      const material = sheet.value('exemptMaterial')
      if (material === undefined) return undefined
      const inputs = () => [
        sheet.input('exemptMaterial'),
        ...lineInputs(lines, gapOf, '征退税率差', 'levy - rebate'),
      ]
      return { value: offsetOf(material, lines, gapOf), inputs }
    },
  },
  {
    rule: r.d05.id,
    ...figure(
      'nonCreditableBefore',
      '抵减前不得免征和抵扣税额',
      'Non-creditable tax before offset',
      'Σ 离岸价 ×（征税率 − 退税率）（逐行四舍五入）− 抵减额 − 上期结转抵减额',
      'sum of FOB x (levy - rebate) - offset - brought forward',
    ),
    make: ({ period: { broughtForward }, lines }, sheet) => {
      const total = sum(lines.map((line) => cents(mul(line.fob, gapOf(line)))))
      const offset = sheet.value('nonCreditableOffset') ?? '0'
      const brought = broughtForward?.nonCreditableOffset ?? '0'
      const inputs = () => [
        ...lineInputs(lines, gapOf, '征退税率差', 'levy - rebate'),
        ...(sheet.value('nonCreditableOffset') === undefined ? [] : [sheet.input('nonCreditableOffset')]),
        ...(isZero(brought) ? [] : [told('上期结转抵减额', 'brought forward', brought)]),
      ]
      return { value: cents(sub(sub(total, offset), brought)), inputs }
    },
  },
  {
    rule: r.d05.id,
    ...figure(
      'nonCreditable',
      '不得免征和抵扣税额',
      'Non-creditable tax',
      '抵减前数，为负取 0',
      'as before, not below 0',
    ),
    make: (_, sheet) => {
      const value = sheet.value('nonCreditableBefore')
      return value === undefined
        ? undefined
        : { value: cents(zero(value)), inputs: () => [sheet.input('nonCreditableBefore')] }
    },
  },
  {
    rule: r.d11.id,
    ...figure(
      'nonCreditableOffsetCarryOut',
      '结转下期的抵减额',
      'Offset carried out',
      '抵减额超出当期的部分',
      'what exceeds the period',
    ),
    make: (_, sheet) => {
      const value = sheet.value('nonCreditableBefore')
      if (value === undefined) return undefined
      return { value: cents(zero(neg(value))), inputs: () => [sheet.input('nonCreditableBefore')] }
    },
  },
  {
    rule: r.d06.id,
    ...figure(
      'taxPayable',
      '当期应纳税额',
      'Tax payable',
      '销项 −（进项 − 不得免征和抵扣税额）− 上期留抵',
      'output - (input - non-creditable) - credit brought in',
    ),
    make: ({ period: { outputVat = '0', inputVat = '0', carryIn = '0' } }, sheet) => {
      const turned = sheet.value('nonCreditable')
      if (turned === undefined) return undefined
      const inputs = () => [
        told('销项税额', 'output', outputVat),
        told('进项税额', 'input', inputVat),
        sheet.input('nonCreditable'),
        told('上期留抵', 'credit brought in', carryIn),
      ]
      return { value: cents(sub(sub(outputVat, sub(inputVat, turned)), carryIn)), inputs }
    },
  },
  {
    rule: r.d09.id,
    ...figure('taxPayable', '当期应纳税额', 'Tax payable', '增值税纳税申报表', 'of the VAT return'),
    make: ({ period: { vatReturn } }) => {
      const stated = vatReturn?.taxPayable
      if (stated === undefined) return undefined
      return {
        value: cents(stated),
        inputs: () => [told('申报表应纳税额', 'tax payable of the return', stated)],
      }
    },
  },
  {
    rule: r.d07.id,
    ...figure(
      'ecrOffset',
      '免抵退税额抵减额',
      'Offset of ECR tax',
      '免税购进原材料 × 退税率；税率不同的按各行离岸价分摊，逐行四舍五入',
      'exempt material x rebate rate; of several rates by the FOB of the lines, each rounded',
    ),
    make: ({ lines }, sheet) => {
      const material = sheet.value('exemptMaterial')
      if (material === undefined) return undefined
      const rebate = (line: Line) => line.rebate
      const inputs = () => [
        sheet.input('exemptMaterial'),
        ...lineInputs(lines, rebate, '退税率', 'rebate rate'),
      ]
      return { value: offsetOf(material, lines, rebate), inputs }
    },
  },
  {
    rule: r.d07.id,
    ...figure(
      'ecrBefore',
      '抵减前免抵退税额',
      'ECR tax before offset',
      'Σ 离岸价 × 退税率（逐行四舍五入）− 抵减额 − 上期结转抵减额',
      'sum of FOB x rebate rate, rounded each, - offset - brought forward',
    ),
    make: ({ period: { broughtForward }, lines }, sheet) => {
      const total = sum(lines.map(({ fob, rebate }) => cents(mul(fob, rebate))))
      const brought = broughtForward?.ecrOffset ?? '0'
      const inputs = () => [
        ...lineInputs(lines, ({ rebate }) => rebate, '退税率', 'rebate rate'),
        ...(sheet.value('ecrOffset') === undefined ? [] : [sheet.input('ecrOffset')]),
        ...(isZero(brought) ? [] : [told('上期结转抵减额', 'brought forward', brought)]),
      ]
      return { value: cents(sub(sub(total, sheet.value('ecrOffset') ?? '0'), brought)), inputs }
    },
  },
  {
    rule: r.d07.id,
    ...figure('ecrTax', '免抵退税额', 'ECR tax', '抵减前数，为负取 0', 'as before, not below 0'),
    make: (_, sheet) => {
      const value = sheet.value('ecrBefore')
      return value === undefined
        ? undefined
        : { value: cents(zero(value)), inputs: () => [sheet.input('ecrBefore')] }
    },
  },
  {
    rule: r.d11.id,
    ...figure(
      'ecrOffsetCarryOut',
      '结转下期的免抵退抵减额',
      'ECR offset carried out',
      '抵减额超出当期的部分',
      'what exceeds the period',
    ),
    make: (_, sheet) => {
      const value = sheet.value('ecrBefore')
      return value === undefined
        ? undefined
        : { value: cents(zero(neg(value))), inputs: () => [sheet.input('ecrBefore')] }
    },
  },
  {
    rule: r.d06.id,
    ...figure(
      'endCredit',
      '期末留抵税额',
      'End credit',
      '应纳税额为负的部分',
      'the negative of the tax payable',
    ),
    make: (_, sheet) => {
      const payable = sheet.value('taxPayable')
      return payable === undefined
        ? undefined
        : { value: cents(zero(neg(payable))), inputs: () => [sheet.input('taxPayable')] }
    },
  },
  {
    rule: r.d09.id,
    ...figure('endCredit', '期末留抵税额', 'End credit', '增值税纳税申报表期末留抵', 'of the VAT return'),
    make: ({ period: { vatReturn } }) => {
      const stated = vatReturn?.endCredit
      if (stated === undefined) return undefined
      return {
        value: cents(stated),
        inputs: () => [told('申报表期末留抵', 'end credit of the return', stated)],
      }
    },
  },
  {
    rule: r.d06.id,
    ...figure('vatToPay', '应缴增值税', 'VAT to pay', '应纳税额为正的部分', 'the tax payable above 0'),
    make: (_, sheet) => {
      const payable = sheet.value('taxPayable')
      return payable === undefined
        ? undefined
        : { value: cents(zero(payable)), inputs: () => [sheet.input('taxPayable')] }
    },
  },
  {
    rule: r.d08.id,
    ...figure(
      'refund',
      '应退税额',
      'Refund',
      '期末留抵与免抵退税额孰低',
      'the smaller of end credit and ECR tax',
    ),
    make: (_, sheet) => {
      const [credit, ecr] = [sheet.value('endCredit'), sheet.value('ecrTax')]
      if (credit === undefined || ecr === undefined) return undefined
      return {
        value: cmp(credit, ecr) < 0 ? credit : ecr,
        inputs: () => [sheet.input('endCredit'), sheet.input('ecrTax')],
      }
    },
  },
  {
    rule: r.d08.id,
    ...figure('exemptCredit', '免抵税额', 'Exempt-credit', '免抵退税额 − 应退税额', 'ECR tax - refund'),
    make: (_, sheet) => {
      const [ecr, refund] = [sheet.value('ecrTax'), sheet.value('refund')]
      if (ecr === undefined || refund === undefined) return undefined
      return { value: cents(sub(ecr, refund)), inputs: () => [sheet.input('ecrTax'), sheet.input('refund')] }
    },
  },
  {
    rule: r.d08.id,
    ...figure('carryOut', '结转下期留抵', 'Credit carried out', '期末留抵 − 应退税额', 'end credit - refund'),
    make: (_, sheet) => {
      const [credit, refund] = [sheet.value('endCredit'), sheet.value('refund')]
      if (credit === undefined || refund === undefined) return undefined
      return {
        value: cents(sub(credit, refund)),
        inputs: () => [sheet.input('endCredit'), sheet.input('refund')],
      }
    },
  },
  ...(
    [
      ['urban', '城市维护建设税', 'Urban maintenance', undefined],
      ['education', '教育费附加', 'Education surcharge', '0.03'],
      ['localEducation', '地方教育附加', 'Local education surcharge', '0.02'],
    ] as const
  ).map(([name, zh, en, fixed]): Formula<Given> => ({
    rule: r.d12.id,
    ...figure(`surtax.${name}`, zh, en, '免抵税额 × 征收率', 'exempt-credit x rate'),
    make: ({ period: { urbanMaintenanceRate } }, sheet) => {
      const [on, rateOf] = [sheet.value('exemptCredit'), fixed ?? urbanMaintenanceRate]
      if (on === undefined || rateOf === undefined) return undefined
      return {
        value: cents(mul(on, rateOf)),
        inputs: () => [sheet.input('exemptCredit'), told('征收率', 'rate', rateOf)],
      }
    },
  })),
]
