import type { Verification, VerificationKind } from '#shared/protocol/api'
import { enterpriseByCode, listByNumber, waybillByNumber, type KnownDocument } from '../store/look-ups'
import type { Sql } from '../store/sql'

type Fact = Verification['facts'][number]

const fact = (field: string, zh: string, en: string, value: unknown): Fact[] =>
  typeof value === 'string' && value !== '' ? [{ field, label: { zh, en }, value }] : []

function ofDocument({ status, preNo, invtNo, updatedAt, head }: KnownDocument): Fact[] {
  return [
    ...fact('status', '回执状态', 'Status', status),
    ...fact('preNo', '电子口岸编号', 'E-port number', preNo),
    ...fact('invtNo', '清单编号', 'List number', invtNo),
    ...fact('copNo', '企业内部编号', 'Own number', head['copNo']),
    ...fact('orderNo', '订单号', 'Order', head['orderNo']),
    ...fact('logisticsNo', '运单号', 'Waybill', head['logisticsNo']),
    ...fact('logisticsName', '物流企业', 'Carrier', head['logisticsName']),
    ...fact('grossWeight', '毛重（千克）', 'Gross weight (kg)', head['grossWeight']),
    ...fact('packNo', '件数', 'Parcels', head['packNo']),
    ...fact('updatedAt', '更新时间', 'Changed', new Date(updatedAt).toISOString()),
  ]
}

async function factsOf(sql: Sql, enterprise: string, kind: VerificationKind, key: string): Promise<Fact[]> {
  if (kind === 'enterprise') {
    const known = await enterpriseByCode(sql, key)
    if (!known) return []
    return [
      ...fact('name', '企业名称', 'Name', known.content['name']),
      ...fact('uscc', '统一社会信用代码', 'Unified social credit code', known.content['uscc']),
      ...fact('customsCode', '海关编码', 'Customs registration', known.content['customsCode']),
      ...fact('state', '备案状态', 'Filing', known.state),
      ...fact('updatedAt', '更新时间', 'Changed', new Date(known.updatedAt).toISOString()),
    ]
  }
  const known = await (kind === 'list' ? listByNumber : waybillByNumber)(sql, enterprise, key)
  return known ? ofDocument(known) : []
}

/** What the service knows under a number. Lists and waybills are only told to the enterprise that declared them. */
export async function verify(
  sql: Sql,
  enterprise: string,
  kind: VerificationKind,
  key: string,
  now: number,
): Promise<Verification> {
  const facts = await factsOf(sql, enterprise, kind, key)
  return { kind, key, found: facts.length > 0, facts, checkedAt: new Date(now).toISOString() }
}
