import { paperKinds, type PaperKind } from '#shared/rebate/filing-papers'

/** Words in a file name that say what the paper is; the more special ones first. */
const words: readonly (readonly [RegExp, PaperKind])[] = [
  [/委托.*协议|代理报关|委托书/u, 'brokerAgreement'],
  [/(报关|代理|服务).*发票|报关费/u, 'brokerInvoice'],
  [/提单|运单|货运单|海运|空运|\bB\/?L\b|\bAWB\b|waybill|lading/iu, 'transport'],
  [/(采购|购销|购进|进货).*合同|purchase/iu, 'purchaseContract'],
  [/合同|contract|订仓|海外仓/iu, 'exportContract'],
]

/** What a file may be by its name; undefined where it does not say. */
export const kindInName = (name: string): PaperKind | undefined =>
  words.find(([word]) => word.test(name))?.[1]

/** The number a paper is known by: its name without extension and without the 报关单号 it is filed under. */
export function numberInName(name: string, declarationNo: string): string {
  const bare = name.replace(/\.[^.]+$/, '')
  const rest = declarationNo === '' ? bare : bare.replace(new RegExp(`${declarationNo}\\d{0,3}`), '')
  return rest.replace(/^[\s_\-—.]+|[\s_\-—.]+$/g, '') || bare
}

/** One dropped file on its way into the papers of a 报关单; without one it stays 待归档. */
export type Dropped = {
  name: string
  sha256: string
  declarationNo: string
  kind: PaperKind | ''
  number: string
}

export const isPlaced = ({ declarationNo, kind, number }: Dropped): boolean =>
  declarationNo !== '' && paperKinds.some((one) => one === kind) && number.trim() !== ''
