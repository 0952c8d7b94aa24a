import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PackageError } from '#shared/protocol/package-error'
import { CutConnection } from '../faults/suffer'
import { errorBody, ServiceError } from '../service-error'

/** Every refusal in words and as JSON: those of ours as they are, those of the HTTP library in our words. */
export function refuseInWords(server: FastifyInstance): void {
  server.setErrorHandler(answerError)
  const known = new Map<string, Set<string>>()
  server.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set()
    known.set(url, methods)
    for (const one of [method].flat()) methods.add(one.toUpperCase())
  })
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]!
    const allowed = [...known].find(([url]) => pattern(url).test(path))?.[1]
    if (!allowed) return answerError(new ServiceError('not-found'), request, reply)
    void reply.header('allow', [...allowed].sort().join(', '))
    answerError(
      new ServiceError('method-not-allowed', { methods: [...allowed].sort().join(', ') }),
      request,
      reply,
    )
  })
}

const pattern = (url: string) => new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`)

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof CutConnection) {
    reply.hijack()
    request.raw.socket.destroy()
    return
  }
  const refusal = asServiceError(error)
  if (refusal) {
    for (const [name, value] of Object.entries(refusal.headers())) void reply.header(name, value)
    void reply.code(refusal.status).send(refusal.body())
    return
  }
  if (error instanceof PackageError) {
    void reply.code(422).send(errorBody(error.code, error.text, error.fix))
    return
  }
  request.log.error({ err: error }, 'request failed')
  void reply.code(500).send(new ServiceError('internal').body())
}

function asServiceError(error: unknown): ServiceError | undefined {
  if (error instanceof ServiceError) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413) return new ServiceError('body-too-large')
  if (statusCode === 415) return new ServiceError('media-type', { wanted: 'application/json' })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ServiceError('bad-request', { detail: code ?? String(statusCode) })
  }
  return undefined
}

const transportFaults: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What is not HTTP, or too much of it, never becomes a request: it is answered on the bare connection. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = transportFaults[error.code ?? ''] ?? '400 Bad Request'
  const body = JSON.stringify(new ServiceError('bad-request', { detail: error.code ?? 'HTTP' }).body())
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
