import type { Text } from '#shared/model/text'
import type { FieldHelp } from '../../app/help'
import { labelOf, type EnterpriseField } from './fields'

type Help = Omit<FieldHelp, 'id' | 'title'>
const ceb: Text = {
  zh: '海关跨境统一版报文规范 2022-05',
  en: 'Customs cross-border message specification 2022-05',
}

const helps: Record<EnterpriseField, Help> = {
  uscc: {
    fill: {
      zh: '营业执照上的 18 位代码，末位是校验码',
      en: '18 characters of the business licence; the last is a check character',
    },
    length: '18',
    source: { zh: 'GB 32100-2015', en: 'GB 32100-2015' },
  },
  name: {
    fill: {
      zh: '与营业执照和海关登记一致；作为电商企业和申报企业名称申报',
      en: 'As licensed and registered; declared as seller and declarant',
    },
    length: '≤ 100',
    source: ceb,
    refusal: {
      zh: '名称与海关编码的登记名称不符',
      en: 'Differs from the name registered for the customs code',
    },
  },
  customsCode: {
    fill: {
      zh: '海关注册登记编码；作为 ebcCode、agentCode 申报',
      en: 'Customs registration; declared as ebcCode and agentCode',
    },
    length: '10',
    source: ceb,
    refusal: {
      zh: '企业未在申报地海关备案跨境电商',
      en: 'Not registered for e-commerce at the declaring office',
    },
  },
  zone: { fill: { zh: '决定综试区的口径和默认设置', en: 'Decides readings and defaults of the zone' } },
  dxpId: {
    fill: {
      zh: '数据交换平台分配的传输编号；没有通道前可以不填',
      en: 'Assigned by the exchange platform; may wait until there is a transport',
    },
    length: '≤ 30',
    source: { zh: '报文 BaseTransfer dxpId', en: 'BaseTransfer dxpId of the messages' },
  },
  copNoPrefix: {
    fill: {
      zh: '企业唯一编号 = 前缀 + 工位 + 日期 + 6 位流水，总长不超过 30 位',
      en: 'Own number = prefix + desk + day + serial of 6, at most 30',
    },
    length: '≤ 8',
    source: ceb,
    refusal: { zh: '与以前用过的编号重复', en: 'A number that was used before' },
  },
  desk: {
    fill: {
      zh: '每台电脑不同；两台离线电脑因此不会编出相同的号',
      en: 'Different on each computer, so that two offline desks never give the same number',
    },
    length: '≤ 4',
  },
  officer: { fill: { zh: '单证和操作记录上的姓名', en: 'The name on documents and in the journal' } },
}

export const fields: readonly FieldHelp[] = Object.entries(helps).map(([field, help]) => ({
  id: `enterprise.${field}`,
  title: labelOf(field as EnterpriseField),
  ...help,
}))
