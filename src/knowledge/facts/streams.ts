// Pipes of io.Pipe are not here: they are memory. What an unclosed end strands is the goroutine at the other end, and
// whether there is one shows in the goroutine, not in the pipe.
import type { ResourceFacts } from "./resource.js";

/** The last block, the checksum, the directory or the last boundary. */
const unfinished = "what it writes lacks its end";

/**
 * Writers that finish what they write when they are closed: unclosed, the last block, the checksum or the directory is
 * missing. They hold nothing but memory.
 */
export const finishingWriters: ResourceFacts = {
  noun: "writer",
  acquire: {
    "archive/tar.NewWriter": [0],
    "archive/zip.NewWriter": [0],
    "compress/flate.NewWriter": [0],
    "compress/flate.NewWriterDict": [0],
    "compress/gzip.NewWriter": [0],
    "compress/gzip.NewWriterLevel": [0],
    "compress/lzw.NewWriter": [0],
    "compress/zlib.NewWriter": [0],
    "compress/zlib.NewWriterLevel": [0],
    "compress/zlib.NewWriterLevelDict": [0],
    "encoding/ascii85.NewEncoder": [0],
    "encoding/base32.NewEncoder": [0],
    "encoding/base64.NewEncoder": [0],
    "encoding/hex.Dumper": [0],
    "github.com/andybalholm/brotli.NewWriter": [0],
    "github.com/andybalholm/brotli.NewWriterLevel": [0],
    "github.com/andybalholm/brotli.NewWriterOptions": [0],
    "github.com/andybalholm/brotli.NewWriterV2": [0],
    "github.com/golang/snappy.NewBufferedWriter": [0],
    "github.com/klauspost/compress/flate.NewWriter": [0],
    "github.com/klauspost/compress/flate.NewWriterDict": [0],
    "github.com/klauspost/compress/gzip.NewWriter": [0],
    "github.com/klauspost/compress/gzip.NewWriterLevel": [0],
    "github.com/klauspost/compress/zip.NewWriter": [0],
    "github.com/klauspost/compress/zlib.NewWriter": [0],
    "github.com/klauspost/compress/zlib.NewWriterLevel": [0],
    "github.com/klauspost/compress/zlib.NewWriterLevelDict": [0],
    // Their goroutines last no longer than a block, unlike those of s2 and pgzip.
    "github.com/klauspost/compress/zstd.NewWriter": [0],
    "github.com/pierrec/lz4/v4.NewWriter": [0],
    "github.com/ulikunitz/xz.(WriterConfig).NewWriter": [0],
    "github.com/ulikunitz/xz.NewWriter": [0],
    "github.com/ulikunitz/xz/lzma.NewWriter": [0],
    "github.com/ulikunitz/xz/lzma.NewWriter2": [0],
    "mime/multipart.NewWriter": [0],
    "mime/quotedprintable.NewWriter": [0],
    "net/http/httputil.NewChunkedWriter": [0],
    "net/smtp.(*Client).Data": [0],
    "net/textproto.(*Writer).DotWriter": [0],
  },
  release: { methods: ["Close"] },
  // Who asks a multipart.Writer for its boundary may write the last one without it.
  handOut: ["Boundary"],
  atExit: "lost",
  loss: unfinished,
  abandonable: true,
  idleWithoutStream: true,
  keepable: "cheap",
};

/** Writers that have goroutines or memory of C beside what they have not yet written. */
export const workingWriters: ResourceFacts = {
  noun: "writer",
  acquire: {
    "github.com/DataDog/zstd.NewWriter": [0],
    "github.com/DataDog/zstd.NewWriterLevel": [0],
    "github.com/DataDog/zstd.NewWriterLevelDict": [0],
    "github.com/klauspost/compress/s2.NewWriter": [0],
    "github.com/klauspost/compress/snappy.NewBufferedWriter": [0],
    "github.com/klauspost/pgzip.NewWriter": [0],
    "github.com/klauspost/pgzip.NewWriterLevel": [0],
  },
  // CloseIndex is of s2.
  release: { methods: ["Close", "CloseIndex"] },
  atExit: "lost",
  loss: unfinished,
};

/** Readers that have goroutines or memory of C. */
export const workingReaders: ResourceFacts = {
  noun: "reader",
  acquire: {
    "github.com/DataDog/zstd.NewReader": [0],
    "github.com/DataDog/zstd.NewReaderDict": [0],
    "github.com/klauspost/compress/zstd.NewReader": [0],
    "github.com/klauspost/pgzip.NewReader": [0],
    "github.com/klauspost/pgzip.NewReaderN": [0],
  },
  release: { methods: ["Close"], deferrable: true },
  handOut: ["IOReadCloser"],
  idleWithoutStream: true,
};

/**
 * Readers that have a Close which frees nothing that the collector would not: at best it gives a buffer back to a pool.
 * Good manners to close, no leak.
 */
export const memoryReaders: ResourceFacts = {
  noun: "reader",
  acquire: {
    "archive/zip.(*File).Open": [0],
    "archive/zip.(*Reader).Open": [0],
    "compress/flate.NewReader": [0],
    "compress/flate.NewReaderDict": [0],
    "compress/gzip.NewReader": [0],
    "compress/lzw.NewReader": [0],
    "compress/zlib.NewReader": [0],
    "compress/zlib.NewReaderDict": [0],
    "github.com/klauspost/compress/flate.NewReader": [0],
    "github.com/klauspost/compress/gzip.NewReader": [0],
    "github.com/klauspost/compress/zip.(*File).Open": [0],
    "github.com/klauspost/compress/zlib.NewReader": [0],
  },
  release: { methods: ["Close"], deferrable: true },
  keepable: "cheap",
};

/** Types that collect what is written to them in memory. */
export const memorySinks: ReadonlySet<string> = new Set(["bytes.Buffer", "strings.Builder"]);

/** Writers that drop what is written to them. */
export const discardingWriters: ReadonlySet<string> = new Set(["io.Discard", "io/ioutil.Discard"]);
