import type { Derived, DerivedValues, SourceKind } from './derived'

/** An enterprise whose master is in this book, or the book's own one. */
export type KnownEnterprise = {
  record: Extract<SourceKind, 'party' | 'enterprise'>
  id: string
  name: string
  codes: readonly string[]
  emsNo?: string
}

/** Field with the code of an enterprise → field with its name. */
const named = {
  ebpCode: 'ebpName',
  payCode: 'payName',
  logisticsCode: 'logisticsName',
  ownerCode: 'ownerName',
  iacCode: 'iacName',
} as const

/**
 * What the masters of enterprises say of a 申报参数模板: the registered name beside each code (customs refuses a pair that
 * differs from the registration), and the account book of the company inside the zone.
 */
export function derivedOfTemplate(
  values: Readonly<Record<string, unknown>>,
  known: readonly KnownEnterprise[],
): DerivedValues {
  const byCode = new Map(known.flatMap((one) => one.codes.map((code) => [code, one] as const)))
  const derived: Record<string, Derived> = {}
  const put = (field: string, { record, id, name }: KnownEnterprise, value: string, of: string) => {
    derived[field] = { value, source: { record, id, name, field: of } }
  }
  for (const [code, name] of Object.entries(named)) {
    const enterprise = byCode.get(String(values[code] ?? ''))
    if (!enterprise) continue
    put(name, enterprise, enterprise.name, 'name')
    if (code === 'iacCode' && enterprise.emsNo !== undefined) {
      put('emsNo', enterprise, enterprise.emsNo, 'emsNo')
    }
  }
  return derived
}
