import { answer, body, cursor, enterprise, errors, json, limit, parameter, type Json } from './parts'

const deskId: Json = {
  type: 'string',
  format: 'uuid',
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
}
const desk = parameter('path', 'desk', deskId, 'Made once by the installation.')

export const deskPaths: Json = {
  '/v1/desks/{desk}': {
    put: {
      operationId: 'registerDesk',
      summary: 'A desk says who it is; at first contact and at each later one',
      parameters: [desk, enterprise],
      requestBody: body('Its code and the name of its officer.', json('DeskRegistration')),
      responses: {
        200: answer('Every desk of the enterprise', 'DeskList'),
        ...errors(400, 401, 403, 413, 415),
        409: answer('Another desk has, or had, this code (`desk-code-taken`).', 'DeskCodeTaken'),
      },
    },
  },
  '/v1/desks/{desk}/moved': {
    post: {
      operationId: 'moveDeskOut',
      summary: '已迁出: the desk is refused from now on; again, it changes nothing',
      parameters: [desk, enterprise],
      responses: { 200: answer('Every desk of the enterprise', 'DeskList'), ...errors(400, 401, 403) },
    },
  },
  '/v1/desk-records': {
    post: {
      operationId: 'putDeskRecords',
      summary: 'Records that a desk edited, each with the version it was edited from',
      parameters: [enterprise],
      requestBody: body('The desk and its records.', json('DeskRecordPush')),
      responses: {
        200: answer('One result for each record, in their order', 'DeskRecordAnswer'),
        ...errors(400, 401, 403, 413, 415),
      },
    },
    get: {
      operationId: 'deskRecords',
      summary: 'Records that desks stored after a cursor, each once with its newest content',
      parameters: [
        { ...parameter('query', 'desk', deskId, 'The asking desk.'), required: true },
        cursor,
        limit,
        enterprise,
      ],
      responses: { 200: answer('One page', 'DeskRecordPage'), ...errors(400, 401, 403) },
    },
  },
}
