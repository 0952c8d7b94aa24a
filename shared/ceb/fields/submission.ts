import type { Descriptor } from './descriptor'

/** Elements that steer the submission itself, and the numbers that tie documents together. */
export const submissionFields = {
  guid: {
    en: 'Document id',
    identifier: 'guid',
    meaning: [
      '36位编号，每份单证每次报送重新生成；建议用大写UUID。与报文根元素的guid不是同一个号',
      'A 36-character id, made anew for each document and each submission; an upper-case UUID is safest. Not the guid of the root',
    ],
  },
  appType: {
    en: 'Kind of submission',
    values: ['1', '2', '3'],
    meaning: ['1新增，2变更，3删除', '1 new, 2 change, 3 delete'],
  },
  appTime: {
    en: 'Time of submission',
    time: 'second',
    meaning: [
      '报送的当地时间，年月日时分秒14位；同一单证后到但时间更早的报文会被丢弃',
      'Local time, 14 digits to the second; a message older than the one stored for the same document is dropped',
    ],
  },
  appStatus: {
    en: 'Status of submission',
    values: ['1', '2'],
    meaning: ['1暂存在电子口岸，2正式申报', '1 parked at the E-port, 2 declared'],
  },
  customsCode: {
    en: 'Customs of declaration',
    codes: 'district',
    meaning: ['受理申报的海关，4位关区代码', 'The customs office that takes the declaration, 4 digits'],
  },
  copNo: {
    en: 'Own number',
    meaning: [
      '企业自编的单证编号；退单改正后用同一编号重报',
      'The enterprise’s own number of the document; a corrected document keeps it',
    ],
  },
  coElNo: {
    en: 'Own number',
    meaning: ['企业自编的单证编号，作用同copNo', 'The enterprise’s own number, in the role of copNo'],
  },
  preNo: {
    en: 'E-port number',
    meaning: [
      '电子口岸给的预录入编号，首次报送不填；B加8位日期加9位流水',
      'Given by the E-port, absent at first submission; B, 8 digits of date, 9 of serial',
    ],
  },
  invtNo: {
    en: 'List number',
    meaning: [
      '海关给的清单编号：4位关区、4位年份、进出口标志、流水，共18至20位',
      'Given by customs: 4 digits of district, 4 of year, I or E, serial; 18 to 20 characters',
    ],
  },
  orderNo: {
    en: 'Order number',
    meaning: [
      '同一平台内唯一；清单、收款单凭它找到订单',
      'Unique within the platform; list and receipt of payment find the order by it',
    ],
  },
  orderType: {
    en: 'Order type',
    values: ['E', 'B', 'W'],
    meaning: [
      'E零售出口，B为B2B直接出口(9710)，W海外仓订仓单(9810)',
      'E retail export, B B2B direct export (9710), W overseas warehouse booking (9810)',
    ],
  },
  msgCount: {
    en: 'Number of parts',
    meaning: [
      '一份单证拆成几个报文；不拆填1',
      'How many messages the document is split into; 1 when not split',
    ],
  },
  msgSeqNo: {
    en: 'Part number',
    meaning: [
      '第几个报文，从1起不缺号；不拆填1',
      'Which part this is, from 1 without gaps; 1 when not split',
    ],
  },
  reason: {
    en: 'Reason',
    meaning: ['为什么撤销或退货，写明事实', 'Why the list is withdrawn or the goods come back'],
  },
  note: { en: 'Note', meaning: ['需要说明的其他事项', 'Anything else worth saying'] },
} satisfies Record<string, Descriptor>
