/** Functions that open what can be closed once without fail: no data is left that could get lost. */
export const surelyClosed: ReadonlySet<string> = new Set([
  "io.NopCloser",
  "net.Dial",
  "net.DialTCP",
  "net.DialTimeout",
  "net.DialUDP",
  "net.DialUnix",
  "net.Listen",
  "net.ListenPacket",
  "net.ListenTCP",
  "net.ListenUDP",
  "net.ListenUnix",
  "net.Pipe",
  "os.Pipe",
]);

/** Functions that open a file for reading or an end of a pipe. That closing it fails loses nothing, and is next to impossible. */
export const openedForReading: ReadonlySet<string> = new Set([
  "os.Open",
  "os/exec.(*Cmd).StderrPipe",
  "os/exec.(*Cmd).StdinPipe",
  "os/exec.(*Cmd).StdoutPipe",
  ...surelyClosed,
]);

/** Types of what is read, or is a connection: no more is lost when closing it fails. */
export const closedWithoutLoss: ReadonlySet<string> = new Set([
  "*compress/gzip.Reader",
  "*crypto/tls.Conn",
  "*net.IPConn",
  "*net.TCPConn",
  "*net.TCPListener",
  "*net.UDPConn",
  "*net.UnixConn",
  "*net.UnixListener",
  "io.ReadCloser",
  "io/fs.File",
  "mime/multipart.File",
  "net.Conn",
  "net.Listener",
  "net.PacketConn",
]);
