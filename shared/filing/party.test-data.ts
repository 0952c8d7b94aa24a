import { organisationCheckCharacter } from '../codes/identifiers/organisation-code'
import { residentIdCheckCharacter } from '../codes/identifiers/resident-id'
import { usccCheckCharacter } from '../codes/identifiers/uscc'
import { fieldsOf, type Party } from './party'
import { partyFieldIds, type PartyField } from './fields'

/** A sound credit code with a serial of our own. */
export function usccNo(serial: number, division = '331100'): string {
  const body = String(serial).padStart(8, '0')
  const first = `91${division}${body}${organisationCheckCharacter(body)}`
  return first + usccCheckCharacter(first)
}
export function residentNo(serial = 1): string {
  const first = `33110219900101${String(serial).padStart(3, '0')}`
  return first + residentIdCheckCharacter(first)
}

const sample: Readonly<Record<PartyField, string>> = {
  uscc: usccNo(1),
  name: '丽水某某电子商务有限公司',
  nameEn: 'Lishui Example Co., Ltd.',
  legalPerson: '张三',
  legalPersonId: residentNo(1),
  division: '331102',
  address: '丽水市莲都区一路 1 号',
  scope: '货物进出口；互联网销售',
  contactName: '李四',
  contactPhone: '13800000000',
  personName: '王五',
  residentId: residentNo(2),
  customsCode: '3311960ABC',
  customsOffice: '2915',
  dxpId: 'DXPENT0000000001',
  taxpayer: 'general',
  taxOffice: '丽水市税务局',
  rebateFiledOn: '2025-06-01',
  rebateMethod: 'exempt-refund',
  refundClass: '2',
  agencyRefund: '2025-07-01',
  nameListClass: 'A',
  fxOffice: '丽水市分局',
  bankName: '某银行丽水分行',
  bankAccount: '6222000011112223',
  settlementAccount: 'NRA33110001',
  platformName: 'Example Mall',
  platformUrl: 'https://www.example.com',
  platformIcp: '浙ICP备00000001号',
  paymentLicence: 'Z2000133000019',
  courierLicence: '浙邮20200001',
  siteCode: '2915A001',
  bondedArea: '义乌综合保税区',
  emsNo: 'H29150000001',
  warehouseCountry: '502',
  warehouseName: 'East Warehouse',
  warehouseAddress: '1 Main St, NJ',
  warehouseKind: 'lease',
  marketNo: 'YW0001',
  marketName: '义乌市场',
}

/** A complete master in these roles and modes, with some values otherwise. */
export function party(
  more: { roles?: Party['roles']; modes?: Party['modes']; values?: Party['values'] } = {},
): Party {
  const { roles = ['seller'], modes = ['9610'], values = {} } = more
  const own = Object.fromEntries(fieldsOf({ roles, modes }).map((field) => [field, sample[field]]))
  return { roles, modes, values: { ...own, ...values } }
}
export const without = (one: Party, ...fields: PartyField[]): Party => ({
  ...one,
  values: Object.fromEntries(
    partyFieldIds.flatMap((field) =>
      one.values[field] === undefined || fields.includes(field) ? [] : [[field, one.values[field]]],
    ),
  ),
})
