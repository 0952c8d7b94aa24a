import type { Zone } from './zone'

const hebei = { zh: '河北', en: 'Hebei' }
const guangdong = { zh: '广东', en: 'Guangdong' }
const zhejiang = { zh: '浙江', en: 'Zhejiang' }
const zhejiangWindow = '浙江国际贸易单一窗口'
const hebeiPort = '河北电子口岸'
/** No plan settles how a rejected 清单 is sent again; a change of the same number is what the practice window expects. */
const rejectedAppType = '2'

/** The eleven zones of the plans, with what the plans themselves say. */
// prettier-ignore
export const zones: readonly Zone[] = [
  { id: 'langfang', name: { zh: '廊坊', en: 'Langfang' }, province: hebei, customsPrefix: '04', modes: ['1210'], platform: hebeiPort, rejectedAppType },
  { id: 'cangzhou', name: { zh: '沧州', en: 'Cangzhou' }, province: hebei, customsPrefix: '04', modes: [], platform: hebeiPort, rejectedAppType },
  { id: 'shijiazhuang', name: { zh: '石家庄', en: 'Shijiazhuang' }, province: hebei, customsPrefix: '04', modes: ['9610', '1210'], leavesFirst: true, platform: hebeiPort, rejectedAppType },
  { id: 'tangshan', name: { zh: '唐山', en: 'Tangshan' }, province: hebei, customsPrefix: '04', modes: ['9610', '1210'], leavesFirst: true, combines1210And9610: true, platform: '河北省国际贸易单一窗口', rejectedAppType },
  { id: 'shantou', name: { zh: '汕头', en: 'Shantou' }, province: guangdong, customsPrefix: '60', modes: [], platform: '汕头市跨境电子商务公共服务平台', rejectedAppType },
  { id: 'foshan', name: { zh: '佛山', en: 'Foshan' }, province: guangdong, customsPrefix: '51', modes: [], platform: '单一窗口佛山分平台', rejectedAppType },
  { id: 'huzhou', name: { zh: '湖州', en: 'Huzhou' }, province: zhejiang, customsPrefix: '29', modes: ['9610', '1210', '9710', '9810'], platform: zhejiangWindow, rejectedAppType },
  { id: 'jiaxing', name: { zh: '嘉兴', en: 'Jiaxing' }, province: zhejiang, customsPrefix: '29', modes: ['1210', '9710', '9810'], platform: zhejiangWindow, rejectedAppType },
  { id: 'quzhou', name: { zh: '衢州', en: 'Quzhou' }, province: zhejiang, customsPrefix: '29', modes: ['9610', '1210', '9710', '9810'], platform: '衢州市自建平台', rejectedAppType },
  { id: 'taizhou', name: { zh: '台州', en: 'Taizhou' }, province: zhejiang, customsPrefix: '29', modes: ['9610', '1210', '9710', '9810'], platform: zhejiangWindow, rejectedAppType },
  { id: 'lishui', name: { zh: '丽水', en: 'Lishui' }, province: zhejiang, customsPrefix: '29', modes: ['9610', '1210', '9710', '9810'], platform: zhejiangWindow, rejectedAppType },
]

export const zoneById = (id: string): Zone | undefined => zones.find((zone) => zone.id === id)
