import type { Text } from '#shared/model/text'

/**
 * The ready-made company of a first try. Its codes have the right shape and cannot exist: the region 00 is nobody's,
 * so no real system would take them for a company.
 */
export const practiceEnterprise = {
  uscc: '91000000YGYNYX0001',
  name: { zh: '驿关演练贸易有限公司', en: 'Yiguan Practice Trading Co.' } satisfies Text,
  customsCode: '000096YG01',
  zone: 'shijiazhuang',
}
