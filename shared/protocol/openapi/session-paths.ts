import { answer, body, errors, json, open, type Json } from './parts'

export const sessionPaths: Json = {
  '/v1/capabilities': {
    get: {
      ...open,
      operationId: 'capabilities',
      summary: 'What the service is, speaks and accepts at once',
      responses: { 200: answer('Capabilities', 'Capabilities'), ...errors(401) },
    },
  },
  '/v1/session/challenges': {
    post: {
      ...open,
      operationId: 'challenge',
      summary: 'Begin to sign in with the signing key of a book',
      requestBody: body('Enterprise and public key.', json('ChallengeRequest')),
      responses: {
        200: answer('A text to sign', 'Challenge'),
        ...errors(400, 401, 403, 415),
      },
    },
  },
  '/v1/session': {
    post: {
      ...open,
      operationId: 'signIn',
      summary:
        'Sign in: `yiguan session`, the enterprise and the challenge, a line each, signed with the key',
      requestBody: body('The challenge and its signature.', json('SessionRequest')),
      responses: {
        200: answer('A session', 'Session'),
        ...errors(400, 401, 403, 415, 422),
      },
    },
  },
  '/v1/session/refresh': {
    post: {
      ...open,
      operationId: 'refresh',
      summary: 'A new token before the old one ends; a refresh token is good once',
      requestBody: body('The refresh token.', json('RefreshRequest')),
      responses: { 200: answer('A session', 'Session'), ...errors(400, 401, 403, 415) },
    },
  },
}
