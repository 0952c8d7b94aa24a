import {
  PROTOCOL_VERSION,
  type Capabilities,
  type ServiceFunction,
  type ServiceHours,
} from '#shared/protocol/api'
import { customsDesk } from '../desks/customs'
import { outcomes } from '../desks/outcomes'

/** Told before anything is sent, and held to. */
export const limits = {
  maxDocuments: 500,
  maxBatchBytes: 8 * 1_048_576,
  maxReceiptPage: 500,
  maxChunkBytes: 1_048_576,
  maxAttachmentBytes: 4 * 1_048_576,
} satisfies Capabilities['limits']

const functions: readonly ServiceFunction[] = [
  'batches',
  'resumable-upload',
  'receipts',
  'documents',
  'session',
  'reference',
  'filings',
  'attachments',
  'verifications',
  'desk-records',
  'self-checks',
  'forex-prechecks',
]

const SERVICE_NAME = '驿关演练单一窗口'
/** Of the rules and courses of this practice window; raised when a client could notice a difference. */
const SERVICE_VERSION = '1.0.0'

/** GET /v1/capabilities. `now` is the service's clock, which a trainer may have moved on. */
export const capabilities = (now: number, hours: readonly ServiceHours[]): Capabilities => ({
  service: { name: SERVICE_NAME, version: SERVICE_VERSION, practice: true },
  protocol: { min: PROTOCOL_VERSION, max: PROTOCOL_VERSION },
  messages: Object.keys(customsDesk).map((type) => ({ type, version: '1.0' })),
  limits,
  functions: [...functions],
  hours: [...hours],
  outcomes: outcomes.map((outcome) => ({ ...outcome })),
  serverTime: new Date(now).toISOString(),
})
