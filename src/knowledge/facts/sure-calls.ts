import type { Position } from "./resource.js";

/** Functions that listen in a network, with the index of the argument that names it; the next one is the address. */
export const listenersIn: Readonly<Record<string, number>> = {
  "crypto/tls.Listen": 0,
  "net.(*ListenConfig).Listen": 1,
  "net.(*ListenConfig).ListenPacket": 1,
  "net.Listen": 0,
  "net.ListenPacket": 0,
};

/** Types whose addresses have a port. */
export const portListeners: ReadonlySet<string> = new Set([
  "*net.TCPConn",
  "*net.TCPListener",
  "*net.UDPConn",
]);

/** What has to be given to a call, and where, for it not to fail. */
export interface SureCall {
  /** Streams that are memory. */
  readonly streams?: readonly Position[];
  /** A value whose type `encoding/json` can encode. */
  readonly json?: Position;
  /** A value whose type has a fixed size. */
  readonly fixedSize?: Position;
  /** An address of this program, as its listener tells it. */
  readonly address?: Position;
  /** The port of such an address. */
  readonly port?: Position;
  /** A field, named in full, that the function around has not set. */
  readonly unset?: string;
}

const receiver: SureCall = { streams: ["receiver"] };
const toFirst: SureCall = { streams: ["argument 0"] };

/** Functions and methods that fail only because of what they are given. */
export const sureCalls: Readonly<Record<string, SureCall>> = {
  "bufio.(*Writer).Flush": receiver,
  "bufio.(*Writer).Write": receiver,
  "bufio.(*Writer).WriteByte": receiver,
  "bufio.(*Writer).WriteRune": receiver,
  "bufio.(*Writer).WriteString": receiver,
  "bytes.(*Buffer).ReadFrom": toFirst,
  "bytes.(*Buffer).WriteTo": toFirst,
  "bytes.(*Reader).WriteTo": toFirst,
  "compress/flate.(*Writer).Close": receiver,
  "compress/flate.(*Writer).Flush": receiver,
  "compress/flate.(*Writer).Write": receiver,
  "compress/gzip.(*Writer).Close": receiver,
  "compress/gzip.(*Writer).Flush": receiver,
  "compress/gzip.(*Writer).Write": receiver,
  "compress/zlib.(*Writer).Close": receiver,
  "compress/zlib.(*Writer).Flush": receiver,
  "compress/zlib.(*Writer).Write": receiver,
  "encoding/binary.Write": { streams: ["argument 0"], fixedSize: "argument 2" },
  "encoding/json.(*Encoder).Encode": { streams: ["receiver"], json: "argument 0" },
  "encoding/json.Marshal": { json: "argument 0" },
  "encoding/json.MarshalIndent": { json: "argument 0" },
  "fmt.Fprint": toFirst,
  "fmt.Fprintf": toFirst,
  "fmt.Fprintln": toFirst,
  "golang.org/x/crypto/ssh.(*Session).StderrPipe": { unset: "golang.org/x/crypto/ssh.Session.Stderr" },
  "golang.org/x/crypto/ssh.(*Session).StdinPipe": { unset: "golang.org/x/crypto/ssh.Session.Stdin" },
  "golang.org/x/crypto/ssh.(*Session).StdoutPipe": { unset: "golang.org/x/crypto/ssh.Session.Stdout" },
  "io.(Closer).Close": receiver,
  "io.(StringWriter).WriteString": receiver,
  "io.(Writer).Write": receiver,
  "io.Copy": { streams: ["argument 0", "argument 1"] },
  "io.CopyBuffer": { streams: ["argument 0", "argument 1"] },
  "io.ReadAll": toFirst,
  "io.WriteString": toFirst,
  "io/ioutil.ReadAll": toFirst,
  "mime/multipart.(*Writer).Close": receiver,
  "mime/multipart.(*Writer).CreateFormField": receiver,
  "mime/multipart.(*Writer).CreateFormFile": receiver,
  "mime/multipart.(*Writer).CreatePart": receiver,
  "mime/multipart.(*Writer).WriteField": receiver,
  "mime/quotedprintable.(*Writer).Close": receiver,
  "mime/quotedprintable.(*Writer).Write": receiver,
  "net.SplitHostPort": { address: "argument 0" },
  "strconv.Atoi": { port: "argument 0" },
  "strconv.ParseInt": { port: "argument 0" },
  "strconv.ParseUint": { port: "argument 0" },
  "strings.(*Reader).WriteTo": toFirst,
};

/** Types that are streams in memory. */
export const memoryStreams: ReadonlySet<string> = new Set([
  "bytes.Buffer",
  "bytes.Reader",
  "hash.Hash",
  "hash.Hash32",
  "hash.Hash64",
  "hash/maphash.Hash",
  "strings.Builder",
  "strings.Reader",
]);

/** Functions that make a stream over others, which has no faults of its own. */
export const streamsOver: Readonly<Record<string, Position>> = {
  "bufio.NewReader": "argument 0",
  "bufio.NewReaderSize": "argument 0",
  "bufio.NewWriter": "argument 0",
  "bufio.NewWriterSize": "argument 0",
  "compress/flate.NewWriter": "argument 0",
  "compress/gzip.NewWriter": "argument 0",
  "compress/gzip.NewWriterLevel": "argument 0",
  "compress/zlib.NewWriter": "argument 0",
  "compress/zlib.NewWriterLevel": "argument 0",
  "encoding/base32.NewEncoder": "argument 1",
  "encoding/base64.NewEncoder": "argument 1",
  "encoding/hex.Dumper": "argument 0",
  "encoding/hex.NewEncoder": "argument 0",
  "encoding/json.NewEncoder": "argument 0",
  "io.LimitReader": "argument 0",
  "io.NopCloser": "argument 0",
  "mime/multipart.(*Writer).CreateFormField": "receiver",
  "mime/multipart.(*Writer).CreateFormFile": "receiver",
  "mime/multipart.(*Writer).CreatePart": "receiver",
  "mime/multipart.NewWriter": "argument 0",
  "mime/quotedprintable.NewWriter": "argument 0",
};

/** Types of texts that JSON has only for some of them: `json.Number("x")` is none. */
export const partlyEncodableTypes: ReadonlySet<string> = new Set(["encoding/json.Number"]);

/** Types with a text of their own in JSON, which every value that a program comes by has. Years have four digits. */
export const encodableTypes: ReadonlySet<string> = new Set([
  "github.com/gofrs/uuid.UUID",
  "github.com/google/uuid.UUID",
  "github.com/oklog/ulid.ULID",
  "github.com/oklog/ulid/v2.ULID",
  "github.com/prometheus/common/model.Duration",
  "github.com/prometheus/common/model.Time",
  "github.com/shopspring/decimal.Decimal",
  "k8s.io/apimachinery/pkg/apis/meta/v1.Duration",
  "k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime",
  "k8s.io/apimachinery/pkg/apis/meta/v1.Time",
  "math/big.Int",
  "net/netip.Addr",
  "net/netip.AddrPort",
  "net/netip.Prefix",
  "time.Time",
]);
