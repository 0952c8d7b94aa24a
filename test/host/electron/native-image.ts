import { strict } from './strict'

/** A picture in PNG, as `capturePage` returns it. */
export function nativeImage(png: Buffer): Electron.NativeImage {
  const slice: Pick<Electron.NativeImage, 'toPNG' | 'toDataURL' | 'isEmpty' | 'getSize'> = {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    isEmpty: () => png.length === 0,
    // Width and height stand at fixed places in the header of every PNG.
    getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
  }
  return strict('NativeImage', slice)
}
