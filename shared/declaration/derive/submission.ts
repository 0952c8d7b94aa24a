import type { Member } from '../../ceb/dossier-rules'
import { derivation, type Derivation } from './derivation'
import type { Dossier } from './dossier'

/** The first elements of every document: always declared at once (appStatus 2), parking is not used. */
export const submission = (member: Member): Derivation<Dossier>[] => [
  derivation('guid', 'system', ({ guid }) => guid[member]),
  derivation('appType', 'system', ({ appType }) => appType[member]),
  derivation('appTime', 'system', ({ appTime }) => appTime),
  derivation('appStatus', 'fixed', () => '2'),
]

/** Platform and enterprise, the same in order, 收款单 and 清单, as customs compares them. */
export const platform: readonly Derivation<Dossier>[] = [
  derivation('ebpCode', 'template.ebpCode', ({ template }) => template.ebpCode),
  derivation('ebpName', 'template.ebpName', ({ template }) => template.ebpName),
]

export const enterprise: readonly Derivation<Dossier>[] = [
  derivation('ebcCode', 'enterprise.customsCode', ({ enterprise }) => enterprise.customsCode),
  derivation('ebcName', 'enterprise.name', ({ enterprise }) => enterprise.name),
]
