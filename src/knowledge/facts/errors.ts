/** Functions and methods that make an error: what they return is never nil. */
export const errorMakers: ReadonlySet<string> = new Set([
  "connectrpc.com/connect.NewError",
  "errors.New",
  "fmt.Errorf",
  "github.com/cockroachdb/errors.Errorf",
  "github.com/cockroachdb/errors.New",
  "github.com/cockroachdb/errors.Newf",
  "github.com/pingcap/errors.Errorf",
  "github.com/pingcap/errors.New",
  "github.com/pkg/errors.Errorf",
  "github.com/pkg/errors.New",
  "golang.org/x/xerrors.Errorf",
  "golang.org/x/xerrors.New",
]);

/** Functions and methods that return only when they have failed: their error is never nil. */
export const alwaysFailing: ReadonlySet<string> = new Set([
  "net/http.(*Server).ListenAndServe",
  "net/http.(*Server).ListenAndServeTLS",
  "net/http.(*Server).Serve",
  "net/http.(*Server).ServeTLS",
  "net/http.ListenAndServe",
  "net/http.ListenAndServeTLS",
  "net/http.Serve",
  "net/http.ServeTLS",
]);

/**
 * Functions and methods whose error is nil unless they are misused: memory and the system's random numbers have no faults,
 * and a deadline or the size of a buffer can be set on any connection that is open.
 */
export const neverFailing: ReadonlySet<string> = new Set([
  "bytes.(*Buffer).Write",
  "bytes.(*Buffer).WriteByte",
  "bytes.(*Buffer).WriteRune",
  "bytes.(*Buffer).WriteString",
  "crypto/rand.Read",
  "crypto/tls.(*Conn).SetDeadline",
  "crypto/tls.(*Conn).SetReadDeadline",
  "crypto/tls.(*Conn).SetWriteDeadline",
  "github.com/google/uuid.NewRandom",
  "github.com/google/uuid.NewUUID",
  "github.com/google/uuid.NewV6",
  "github.com/google/uuid.NewV7",
  "github.com/gorilla/websocket.(*Conn).SetReadDeadline",
  "github.com/gorilla/websocket.(*Conn).SetWriteDeadline",
  "golang.org/x/net/proxy.SOCKS5",
  "golang.org/x/net/websocket.(*Conn).SetDeadline",
  "golang.org/x/net/websocket.(*Conn).SetReadDeadline",
  "golang.org/x/net/websocket.(*Conn).SetWriteDeadline",
  "io.(*PipeReader).Close",
  "io.(*PipeReader).CloseWithError",
  "io.(*PipeWriter).Close",
  "io.(*PipeWriter).CloseWithError",
  "math/rand.Read",
  "net.(*TCPConn).SetKeepAlive",
  "net.(*TCPConn).SetKeepAlivePeriod",
  "net.(*TCPConn).SetNoDelay",
  "net.(*conn).SetDeadline",
  "net.(*conn).SetReadBuffer",
  "net.(*conn).SetReadDeadline",
  "net.(*conn).SetWriteBuffer",
  "net.(*conn).SetWriteDeadline",
  "net.(Conn).SetDeadline",
  "net.(Conn).SetReadDeadline",
  "net.(Conn).SetWriteDeadline",
  "strings.(*Builder).Write",
  "strings.(*Builder).WriteByte",
  "strings.(*Builder).WriteRune",
  "strings.(*Builder).WriteString",
]);

/** Functions that give a nil error for a nil error, which is their first argument. */
export const nilForNil: ReadonlySet<string> = new Set([
  "github.com/cockroachdb/errors.WithMessage",
  "github.com/cockroachdb/errors.WithStack",
  "github.com/cockroachdb/errors.Wrap",
  "github.com/cockroachdb/errors.Wrapf",
  "github.com/juju/errors.Annotate",
  "github.com/juju/errors.Annotatef",
  "github.com/juju/errors.Trace",
  "github.com/pingcap/errors.Annotate",
  "github.com/pingcap/errors.Annotatef",
  "github.com/pingcap/errors.Trace",
  "github.com/pingcap/errors.WithStack",
  "github.com/pkg/errors.WithMessage",
  "github.com/pkg/errors.WithMessagef",
  "github.com/pkg/errors.WithStack",
  "github.com/pkg/errors.Wrap",
  "github.com/pkg/errors.Wrapf",
]);

/** Functions and methods that answer with yes where the error is nil that they are given. */
export const trueForNil: ReadonlySet<string> = new Set([
  "github.com/stretchr/testify/assert.(*Assertions).NoError",
  "github.com/stretchr/testify/assert.(*Assertions).NoErrorf",
  "github.com/stretchr/testify/assert.(*Assertions).Nil",
  "github.com/stretchr/testify/assert.(*Assertions).Nilf",
  "github.com/stretchr/testify/assert.NoError",
  "github.com/stretchr/testify/assert.NoErrorf",
  "github.com/stretchr/testify/assert.Nil",
  "github.com/stretchr/testify/assert.Nilf",
]);

const failureChecks = [
  "EqualError",
  "EqualErrorf",
  "Error",
  "ErrorAs",
  "ErrorAsf",
  "ErrorContains",
  "ErrorContainsf",
  "ErrorIs",
  "ErrorIsf",
  "Errorf",
  "NotNil",
  "NotNilf",
];

/** Functions and methods by which a test says that it expects the error that they are given: it has failed where that is nil. */
export const failureExpectations: ReadonlySet<string> = new Set(
  ["assert", "require"].flatMap((name) =>
    failureChecks.flatMap((check) => [
      `github.com/stretchr/testify/${name}.${check}`,
      `github.com/stretchr/testify/${name}.(*Assertions).${check}`,
    ]),
  ),
);
