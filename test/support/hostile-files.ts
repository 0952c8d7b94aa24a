import { strToU8, zipSync } from 'fflate'

/** What is brought to a file input by somebody who means ill. None of it is a file of any kind. */
export const hostileFiles: Readonly<Record<string, Uint8Array>> = {
  nothing: new Uint8Array(),
  zeros: new Uint8Array(4096),
  'the head of a zip': strToU8('PK\u0003\u0004'),
  'a zip of nothing': zipSync({}),
  'names that leave the folder': zipSync({
    '../../etc/passwd': strToU8('x'),
    'xl/workbook.xml': strToU8('<workbook/>'),
  }),
  'a bomb in a zip': zipSync({ 'xl/workbook.xml': new Uint8Array(9_000_000) }, { level: 9 }),
  'a bomb in an OFD': zipSync(
    { 'OFD.xml': strToU8('<OFD/>'), 'a.xml': new Uint8Array(9_000_000) },
    { level: 9 },
  ),
  'elements without end': strToU8(`<?xml version="1.0"?>${'<EInvoice>'.repeat(20_000)}`),
  'entries in entries of a bank': strToU8(
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">${'<Ntry>'.repeat(20_000)}`,
  ),
  'a statement of a bank that does not end': strToU8(':20:X\n:25:622\n' + ':61:'.repeat(50_000)),
  'a document type': strToU8(
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><EInvoice>&x;</EInvoice>',
  ),
  'brackets without end': strToU8('['.repeat(300_000)),
  'objects without end': strToU8('{"a":'.repeat(50_000)),
  'keys of every object': strToU8('{"__proto__":{"entries":[{}]},"constructor":{"prototype":{"x":1}}}'),
  'a dBASE of four thousand million records': Uint8Array.from([
    ...[3, 126, 1, 1, 255, 255, 255, 255, 65, 0, 255, 255],
    ...Array<number>(20).fill(0),
    ...strToU8('A'.padEnd(32, '\0')),
    13,
  ]),
  'a swarm of quotes': strToU8('"'.repeat(100_000)),
  'a line without end': strToU8('x'.repeat(600_000)),
}
