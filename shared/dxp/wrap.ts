import { z } from 'zod'

/** A value of the wrap: text of a leaf, or what stands below a group; the elements of one name are one list. */
export type Branch = {
  attributes?: Record<string, string>
  text?: string
  elements?: Record<string, Branch[]>
}

export const Branch: z.ZodType<Branch> = z.object({
  attributes: z.record(z.string(), z.string()).optional(),
  text: z.string().optional(),
  get elements() {
    return z.record(z.string(), z.array(Branch)).optional()
  },
})

/** A transport message or reply: its root, and the signature as the XML of the element. */
export const Wrap = z.object({
  type: z.enum(['DxpMsg', 'DxpRep']),
  root: Branch,
  signature: z.string().optional(),
})
export type Wrap = z.infer<typeof Wrap>

/** Texts at a path below the root, in order; empty when there is nothing. */
export function textsAt({ root }: Wrap, ...path: readonly string[]): string[] {
  let found: Branch[] = [root]
  for (const name of path) found = found.flatMap(({ elements }) => elements?.[name] ?? [])
  return found.map(({ text }) => text ?? '')
}

const leaf = (text: string): Branch[] => [{ text }]

export type Parcel = {
  /** Own number of the message; comes back in CEB900 and DxpRep. */
  copMsgId: string
  senderId: string
  receiverIds: readonly string[]
  /** xs:dateTime. */
  createdAt: string
  msgType: string
  /** The business message in Base64. */
  data: string
  fileName?: string | undefined
}

/** The transport message around one business message. */
export const wrapOf = ({
  copMsgId,
  senderId,
  receiverIds,
  createdAt,
  msgType,
  data,
  fileName,
}: Parcel): Wrap => ({
  type: 'DxpMsg',
  root: {
    attributes: { ver: '1.0' },
    elements: {
      TransInfo: [
        {
          elements: {
            CopMsgId: leaf(copMsgId),
            SenderId: leaf(senderId),
            ReceiverIds: [{ elements: { ReceiverId: receiverIds.map((text) => ({ text })) } }],
            CreatTime: leaf(createdAt),
            MsgType: leaf(msgType),
          },
        },
      ],
      Data: leaf(data),
      ...(fileName === undefined ? {} : { AddInfo: [{ elements: { FileName: leaf(fileName) } }] }),
    },
  },
})
