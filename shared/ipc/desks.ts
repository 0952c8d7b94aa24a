import { z } from 'zod'
import {
  DeskId,
  DeskList,
  DeskRecordAnswer,
  DeskRecordPage,
  DeskRecordPush,
  DeskRegistration,
} from '../protocol/desk-records'
import { bookId, channel } from './channel'
import { account, outcome } from './exchange'

/** Several desks of one enterprise, through the service of the book. Main passes on and decides nothing. */
export const desks = {
  'desks.register': channel(
    [bookId, z.object({ account, desk: DeskId, ...DeskRegistration.shape })],
    outcome(DeskList),
  ),
  'desks.moveOut': channel([bookId, z.object({ account, desk: DeskId })], outcome(DeskList)),
  'desks.push': channel([bookId, z.object({ account, push: DeskRecordPush })], outcome(DeskRecordAnswer)),
  'desks.page': channel(
    [bookId, z.object({ account, desk: DeskId, cursor: z.string().optional(), limit: z.int().positive() })],
    outcome(DeskRecordPage),
  ),
}
