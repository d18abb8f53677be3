/**
 * Functions and methods that take arguments over, with their places: releasing them is no longer the caller's. Where a call
 * is not known the value counts as gone as well; what is here is what can be told for sure.
 */
export const takers: Readonly<Record<string, readonly number[]>> = {
  "os.NewFile": [0],
  "github.com/valyala/fasthttp.Serve": [0],
  // They close the connection when they fail, unlike what is in wrappers.
  "golang.org/x/crypto/ssh.NewClientConn": [0],
  "golang.org/x/crypto/ssh.NewServerConn": [0],
  "google.golang.org/grpc.(*Server).Serve": [0],
  "log.(*Logger).SetOutput": [0],
  "log.SetOutput": [0],
  "github.com/sirupsen/logrus.(*Logger).SetOutput": [0],
  "github.com/sirupsen/logrus.SetOutput": [0],
  "net/http.(*Client).Post": [2],
  "net/http.(*Server).Serve": [0],
  "net/http.(*Server).ServeTLS": [0],
  // The request closes its body when it is sent.
  "net/http.NewRequest": [2],
  "net/http.NewRequestWithContext": [3],
  "net/http.Post": [2],
  "net/http.Serve": [0],
  "net/http.ServeTLS": [0],
  // It closes the connection when it fails, unlike what is in wrappers.
  "net/smtp.NewClient": [0],
  "net/rpc.(*Server).ServeConn": [0],
  "net/rpc.ServeConn": [0],
  "net/rpc/jsonrpc.ServeConn": [0],
  // A finalizer or cleanup is there to release it.
  "runtime.AddCleanup": [0, 2],
  "runtime.SetFinalizer": [0],
};

/** A function whose result has the argument inside: releasing the one releases the other, and one of them is enough. */
export interface Wrapper {
  readonly argument: number;
  readonly result: number;
}

/** Functions that wrap a resource in another one of the same kind: `tls.Client(conn, config)`. */
export const wrappers: Readonly<Record<string, Wrapper>> = {
  "crypto/tls.Client": { argument: 0, result: 0 },
  "crypto/tls.NewListener": { argument: 0, result: 0 },
  "crypto/tls.Server": { argument: 0, result: 0 },
  "github.com/IBM/sarama.NewClusterAdminFromClient": { argument: 0, result: 0 },
  "github.com/Shopify/sarama.NewClusterAdminFromClient": { argument: 0, result: 0 },
  "github.com/coder/websocket.NetConn": { argument: 1, result: 0 },
  "github.com/go-ldap/ldap/v3.NewConn": { argument: 0, result: 0 },
  "github.com/gomodule/redigo/redis.NewConn": { argument: 0, result: 0 },
  "github.com/gomodule/redigo/redis.NewLoggingConn": { argument: 0, result: 0 },
  "github.com/gorilla/websocket.NewClient": { argument: 0, result: 0 },
  "github.com/jmoiron/sqlx.NewDb": { argument: 0, result: 0 },
  "github.com/rabbitmq/amqp091-go.Open": { argument: 0, result: 0 },
  "github.com/segmentio/kafka-go.NewConn": { argument: 0, result: 0 },
  "github.com/segmentio/kafka-go.NewConnWith": { argument: 0, result: 0 },
  "github.com/streadway/amqp.Open": { argument: 0, result: 0 },
  "github.com/uptrace/bun.NewDB": { argument: 0, result: 0 },
  "golang.org/x/crypto/ssh.NewClient": { argument: 0, result: 0 },
  "golang.org/x/net/netutil.LimitListener": { argument: 0, result: 0 },
  "golang.org/x/net/websocket.NewClient": { argument: 1, result: 0 },
  // Closing what it returns closes the body.
  "net/http.MaxBytesReader": { argument: 1, result: 0 },
  "net/rpc.NewClient": { argument: 0, result: 0 },
  "net/rpc/jsonrpc.NewClient": { argument: 0, result: 0 },
  "net/textproto.NewConn": { argument: 0, result: 0 },
  "nhooyr.io/websocket.NetConn": { argument: 1, result: 0 },
  // A path into a temporary directory leads to the directory.
  "path.Join": { argument: 0, result: 0 },
  "path/filepath.Abs": { argument: 0, result: 0 },
  "path/filepath.Clean": { argument: 0, result: 0 },
  "path/filepath.EvalSymlinks": { argument: 0, result: 0 },
  "path/filepath.Join": { argument: 0, result: 0 },
};
