import type { CodeBook } from '../../codes/book'
import type { PrintDocument } from '../../print/document'
import type { Enterprise } from '../../model/enterprise'
import { outageForce, type OutageRecord } from '../../protocol/outage'
import { batchSheet, type Batch } from './batch-sheet'
import { printedTime } from '../../print/marks'
import type { PrintContext } from '../../print/marks'

export type OutageFacts = {
  id: string
  record: OutageRecord
  batches: readonly { batchId: string; sha256: string; documents: number }[]
  fingerprint: string
}

/** The readable part of an outage pack: the 批次表 with who, when, why, and what the signature covers. */
export function outageSheet(
  batch: Batch,
  enterprise: Enterprise,
  book: CodeBook,
  context: PrintContext,
  { id, record, batches, fingerprint }: OutageFacts,
): PrintDocument {
  const sheet = batchSheet(batch, enterprise, book, context)
  const { who, why, statedAt, skewMs, journal } = record
  const skew = skewMs === undefined ? '未知' : `${Math.round(skewMs / 1000)} 秒`
  return {
    ...sheet,
    title: '应急包 · 出口清单批次表',
    facts: [
      ...sheet.facts,
      { label: '应急包编号', value: id },
      { label: '声明平台停摆', value: `${printedTime(statedAt)}（本机时间）　${who}` },
      { label: '原因', value: why },
      { label: '与单一窗口时钟差', value: skew },
      ...batches.map(({ batchId, sha256, documents }, n) => ({
        label: `批次文件 ${n + 1}`,
        value: `${batchId}　${documents} 份单证　SHA-256 ${sha256}`,
      })),
      { label: '签名', value: `SM2-SM3　${fingerprint}` },
      { label: '操作记录链', value: `#${journal.seq}　${journal.hash}` },
      { label: '说明', value: outageForce.zh },
    ],
  }
}
