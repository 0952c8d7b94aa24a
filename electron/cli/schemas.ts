import { z } from 'zod'
import { AuditFileVerdict } from '#shared/audit-file/report'
import { CebMessage } from '#shared/ceb/message'
import { FileVerdict } from '#shared/ceb/report'
import { SignatureVerdict } from '#shared/ceb/signature/report'
import { Mapping } from '#shared/import/mapping'
import { OrderMatch } from '#shared/matching/break'
import { MatchConfig } from '#shared/matching/config'
import { ManualMatch } from '#shared/matching/facts'
import { MatchReport } from '#shared/matching/report'
import { Enterprise } from '#shared/model/enterprise'
import { Goods } from '#shared/model/goods'
import { ImportReport } from '#shared/model/import-report'
import { CebDocument, DeclarationList } from '#shared/model/list'
import { Order } from '#shared/model/order'
import { Payment } from '#shared/model/payment'
import { Template } from '#shared/model/template'
import { Waybill } from '#shared/model/waybill'
import { ForexPrecheckFile } from '#shared/model/forex/input'
import { PrecheckFile } from '#shared/model/rebate/precheck'
import { CarriedFileVerdict, CarriedUpload } from '#shared/protocol/carried-report'
import { StateReport } from './ceb/state'
import { ImportError, ImportRefusal } from './import-reports'

/** Records and reports whose JSON Schema `yiguan schema NAME` prints. A new report is one line here. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  order: Order,
  payment: Payment,
  waybill: Waybill,
  goods: Goods,
  template: Template,
  enterprise: Enterprise,
  list: DeclarationList,
  'ceb-document': CebDocument,
  'ceb-message': CebMessage,
  'ceb-verdicts': z.array(FileVerdict),
  'ceb-signature-verdicts': z.array(SignatureVerdict),
  'import-report': ImportReport,
  'import-errors': z.array(ImportError),
  'import-refusal': ImportRefusal,
  'import-map': Mapping,
  'match-report': MatchReport,
  'order-match': OrderMatch,
  'manual-match': ManualMatch,
  'match-config': MatchConfig,
  'audit-file-verdicts': z.array(AuditFileVerdict),
  'carried-file-verdicts': z.array(CarriedFileVerdict),
  'carried-uploads': z.array(CarriedUpload),
  'ceb-state': StateReport,
  'rebate-precheck': PrecheckFile,
  'forex-precheck': ForexPrecheckFile,
}
