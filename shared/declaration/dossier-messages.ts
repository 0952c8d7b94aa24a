import { dossierTypes, type Member } from '../ceb/dossier-rules'
import { directionOf, type Direction } from '../model/mode'

/** The documents of a 清单 in the order in which they are handed in: the list comes after all it refers to. */
export const members = ['order', 'receipts', 'logistics', 'inventory'] as const satisfies readonly Member[]

export type DossierMessage = (typeof dossierTypes)[Direction][Member]

/** Message → which document of a 清单 it is. */
export const slots = Object.fromEntries(
  Object.values(dossierTypes).flatMap((types) => members.map((member) => [types[member], member])),
) as Readonly<Record<DossierMessage, Member>>

/** The messages of a 清单, by the direction of its mode. */
export const messagesOf = (list: { tradeMode: string }): Readonly<Record<Member, DossierMessage>> =>
  dossierTypes[directionOf(list.tradeMode)]

/** Messages that are a 清单 themselves. */
export const listMessages: readonly string[] = Object.values(dossierTypes).map(({ inventory }) => inventory)

/** Whether a message is a 清单, of whichever direction. */
export const isListMessage = (message: string): boolean => listMessages.includes(message)
