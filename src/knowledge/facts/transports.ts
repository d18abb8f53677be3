/** Methods that may open connections of a transport, which it keeps when they are idle. */
export const transportUses: ReadonlySet<string> = new Set([
  "net/http.(*Client).Do",
  "net/http.(*Client).Get",
  "net/http.(*Client).Head",
  "net/http.(*Client).Post",
  "net/http.(*Client).PostForm",
  "net/http.(*Transport).RoundTrip",
]);

/** Methods that close the idle connections of a transport. */
export const idleClosers: ReadonlySet<string> = new Set([
  "net/http.(*Client).CloseIdleConnections",
  "net/http.(*Transport).CloseIdleConnections",
]);

/** Fields that limit the life of idle connections, unless they are zero. */
export const idleLimits: ReadonlySet<string> = new Set([
  "net/http.Transport.DisableKeepAlives",
  "net/http.Transport.IdleConnTimeout",
]);

/** Fields with the number of connections that may be idle; a negative one stands for none. */
export const idleCounts: ReadonlySet<string> = new Set(["net/http.Transport.MaxIdleConnsPerHost"]);

/** Fields with a function that makes the connections of a transport. */
export const dialFields: ReadonlySet<string> = new Set([
  "net/http.Transport.Dial",
  "net/http.Transport.DialContext",
  "net/http.Transport.DialTLS",
  "net/http.Transport.DialTLSContext",
]);

/** Methods that set a time after which a connection that is idle fails, and is closed. */
export const readDeadlines: ReadonlySet<string> = new Set([
  "net.(Conn).SetDeadline",
  "net.(Conn).SetReadDeadline",
  "net.(*conn).SetDeadline",
  "net.(*conn).SetReadDeadline",
]);

/** The field of a request that has its connection closed after the answer. */
export const lastRequests: ReadonlySet<string> = new Set(["net/http.Request.Close"]);

/** Methods that set a header. */
export const headerSetters: ReadonlySet<string> = new Set(["net/http.(Header).Add", "net/http.(Header).Set"]);
