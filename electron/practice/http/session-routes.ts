import { ChallengeRequest, RefreshRequest, SessionRequest } from '#shared/protocol/api'
import { challengeFor, refreshSession, signIn } from '../work/sign-in'
import { checked, type Routes } from './routes'

const takes = ['application/json']

/** Signing in with the key that signs the batches. */
export function sessionRoutes({ db, context, operation }: Routes): void {
  const { host, isPublic } = context

  operation({
    id: 'challenge',
    method: 'POST',
    url: '/v1/session/challenges',
    access: 'open',
    takes,
    answer: ({ request, now }) =>
      challengeFor(db, checked(ChallengeRequest, request.body, 'body'), isPublic, now, host),
  })

  operation({
    id: 'signIn',
    method: 'POST',
    url: '/v1/session',
    access: 'open',
    takes,
    answer: ({ request, now, faults }) =>
      signIn(db, checked(SessionRequest, request.body, 'body'), isPublic, now, host, faults),
  })

  operation({
    id: 'refresh',
    method: 'POST',
    url: '/v1/session/refresh',
    access: 'open',
    takes,
    answer: ({ request, now, faults }) =>
      refreshSession(db, checked(RefreshRequest, request.body, 'body').refreshToken, now, host, faults),
  })
}
