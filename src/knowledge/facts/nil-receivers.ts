/** Methods that release and panic where there is nothing to release: when their receiver is nil. Those of files and of `net` give an error. */
export const panickingOnNil: ReadonlySet<string> = new Set([
  "archive/zip.(*ReadCloser).Close",
  "compress/gzip.(*Reader).Close",
  "crypto/tls.(*Conn).Close",
  "database/sql.(*Conn).Close",
  "database/sql.(*DB).Close",
  "database/sql.(*Rows).Close",
  "database/sql.(*Stmt).Close",
  "database/sql.(*Tx).Commit",
  "database/sql.(*Tx).Rollback",
  "net/rpc.(*Client).Close",
  "net/smtp.(*Client).Close",
  "os.(*Root).Close",
]);
