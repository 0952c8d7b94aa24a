import path from 'node:path'
import { z } from 'zod'
import { allTables } from '#shared/ceb/tables'
import type { Direction } from '#shared/model/mode'
import type { Text } from '#shared/model/text'

/** A folder below the root; nothing that leads out of it. */
const below = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\\/:*?"<>|]+([\\/][^\\/:*?"<>|]+){0,3}$/)
  .refine((name) => !name.split(/[\\/]/).some((part) => part === '.' || part === '..'), 'below the root')

/**
 * Where the 导入客户端 of the real single window keeps one business: messages to be sent, messages sent, receipts, and
 * what the server's check refused. The names follow what its users describe; they are settings, because versions differ.
 */
export const FolderLayout = z.object({
  form: z.string().regex(/^[A-Za-z0-9_-]{1,20}$/),
  out: below,
  sent: below,
  in: below,
  failed: below,
})
export type FolderLayout = z.infer<typeof FolderLayout>

export const defaultLayout: FolderLayout = {
  form: 'EXPCEB',
  out: 'outBox',
  sent: 'sentBox',
  in: 'inBox',
  failed: 'failBox',
}

/** Businesses of the client that take messages of one direction only, each with folders of its own. */
const directions: Readonly<Record<string, Direction>> = { EXPCEB: 'export', IMPCEB: 'import' }

/** The business of the other direction; undefined where nothing is known of this one. */
export function otherForm({ form }: Pick<FolderLayout, 'form'>): string | undefined {
  const own = directions[form.toUpperCase()]
  return own && Object.keys(directions).find((other) => directions[other] !== own)
}

/**
 * The messages that belong into the folders of a business; those of the other direction would be refused there after they
 * were sent. Empty, which stands for all, where nothing is known of the business.
 */
export function messagesOfForm({ form }: Pick<FolderLayout, 'form'>): string[] {
  const direction = directions[form.toUpperCase()]
  return direction === undefined
    ? []
    : allTables
        .filter((table) => table.origin === 'declarant' && table.direction === direction)
        .map(({ type }) => type)
}

/** What the defaults rest on. */
export const layoutBasis: Text = {
  zh: '口径待确认：文件夹名称按使用者的描述预设（outBox 待发送、sentBox 已发送、inBox 回执、failBox 校验失败），文件命名规则未见官方说明；请与本机导入客户端的设置逐项核对。',
  en: 'To be confirmed: the names of the folders are those its users describe, and no official rule for file names was seen; compare each with the settings of the import client on this machine.',
}

export type Folders = { out: string; sent: string; in: string; failed: string; making: string }

/** The folders as paths. Messages are made beside them, on the same disk, so that they appear whole. */
export function foldersOf(root: string, layout: FolderLayout): Folders {
  const at = (name: string) => path.join(root, ...name.split(/[\\/]/))
  return {
    out: at(layout.out),
    sent: at(layout.sent),
    in: at(layout.in),
    failed: at(layout.failed),
    making: path.join(root, '.yiguan-making'),
  }
}

/** Name of one message of a batch: tells batch, place and how many there are, so that nothing need be remembered. */
export const messageName = ({ form }: FolderLayout, batchId: string, n: number, of: number): string =>
  `${form}_${batchId}_${String(n).padStart(3, '0')}of${String(of).padStart(3, '0')}.xml`

/** The messages of a batch among these names, by place. */
export function messagesAmong(
  names: readonly string[],
  batchId: string,
): Map<number, { name: string; of: number }> {
  const found = new Map<number, { name: string; of: number }>()
  for (const name of names) {
    const match = /_([0-9a-f-]{36})_(\d{3})of(\d{3})\.xml$/i.exec(name)
    if (match?.[1] === batchId) found.set(Number(match[2]), { name, of: Number(match[3]) })
  }
  return found
}
