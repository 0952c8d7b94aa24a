import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Enterprise } from '../../shared/model/enterprise'
import { fileURLToPath } from 'node:url'

/** Kinds of files in the order of the work, with the word of the import room and how such files are commonly called. */
export const kinds = [
  { word: '商品', names: /goods|products?|商品|货品/i },
  { word: '订单', names: /orders?|sales|订单/i },
  { word: '收款单', names: /payments?|transactions?|settlement|paypal|收款|支付|结算/i },
  { word: '运单', names: /waybills?|shipments?|tracking|运单|物流|称重|装袋|面单/i },
] as const
export type KindWord = (typeof kinds)[number]['word']

export type InputFile = { path: string; name: string; kind: KindWord | undefined }

/** Tables of a folder; a name that says nothing leaves the kind open, and the import room's own look decides. */
export function inputFiles(folder: string): InputFile[] {
  const files = readdirSync(folder)
    .filter((name) => /\.(csv|tsv|txt|xlsx)$/i.test(name))
    .map((name) => ({
      path: path.join(folder, name),
      name,
      kind: kinds.find(({ names }) => names.test(name))?.word,
    }))
  const place = ({ kind }: InputFile) => kinds.findIndex(({ word }) => word === kind)
  return files.sort((a, b) => place(a) - place(b))
}

const sampleEnterprise = fileURLToPath(new URL('../fixtures/sample/enterprise.json', import.meta.url))

/** The 演练 enterprise of the folder, or the one of the samples. */
export async function inputEnterprise(folder: string): Promise<Enterprise> {
  const own = await readFile(path.join(folder, 'enterprise.json'), 'utf8').catch(() => undefined)
  return Enterprise.parse(JSON.parse(own ?? (await readFile(sampleEnterprise, 'utf8'))))
}

/** What an officer of the sample shop answers where a file does not say it; `answers.json` of the folder goes before. */
export async function inputAnswers(folder: string): Promise<Record<string, string>> {
  const own = await readFile(path.join(folder, 'answers.json'), 'utf8').catch(() => '{}')
  const usual = { 平台: 'Shopify', 店铺: '演练店铺', 时区: '北京时间', 币制: '美元 USD' }
  return { ...usual, ...(JSON.parse(own) as Record<string, string>) }
}

/** How an officer mends the goods of the samples that 演练规则 reject: one field of the goods master, by SKU. */
export const corrections: Readonly<Record<string, { field: string; value: string }>> = {
  'SILK-SET-GIFT': { field: '申报品名', value: '桑蚕丝制方巾眼罩套装' },
}
