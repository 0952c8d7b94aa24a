import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ServiceError } from '../service-error'
import { isStorable } from './storable'

const JSON_TYPE = 'application/json'

const mediaType = (request: FastifyRequest) =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()

/**
 * How bodies are read: the media type an operation names and no other, JSON only as UTF-8 that a database can keep.
 * Everything else is bytes.
 */
export function readBodies(server: FastifyInstance, byteTypes: ReadonlySet<string>): void {
  server.removeAllContentTypeParsers()
  const parse = server.getDefaultJsonParser('error', 'error')
  server.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer)
    } catch {
      return done(new ServiceError('bad-request', { detail: 'UTF-8' }))
    }
    void parse(request, text, (error, value: unknown) => {
      if (!error && !isStorable(value)) return done(new ServiceError('bad-request', { detail: 'body' }))
      done(error, value)
    })
  })
  server.addContentTypeParser([...byteTypes], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  // Where no body is taken, none is read, whatever it may be.
  server.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume()
    done(null)
  })
  server.addHook('preParsing', async (request) => {
    const { takes } = request.routeOptions.config
    if (takes && !takes.includes(mediaType(request))) {
      throw new ServiceError('media-type', { wanted: takes.join(', ') })
    }
  })
  server.addHook('preValidation', async (request) => {
    if (!isStorable(request.query) || !isStorable(request.params)) {
      throw new ServiceError('bad-request', { detail: 'address' })
    }
  })
}
