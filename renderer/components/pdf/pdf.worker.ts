// The worker of the library as one of our own, so that it is built and served like every other.
import 'pdfjs-dist/build/pdf.worker.mjs'
