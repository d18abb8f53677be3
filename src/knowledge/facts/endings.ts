/**
 * Functions and methods that end the process: deferred calls do not run, and the system takes back what is open. Loggers
 * end it unless they were told otherwise, which is done in tests.
 */
export const endingProcess: ReadonlySet<string> = new Set([
  "github.com/alecthomas/kingpin/v2.Fatalf",
  "github.com/charmbracelet/log.Fatal",
  "github.com/charmbracelet/log.Fatalf",
  "github.com/ethereum/go-ethereum/log.Crit",
  "github.com/golang/glog.Exit",
  "github.com/golang/glog.ExitDepth",
  "github.com/golang/glog.Exitf",
  "github.com/golang/glog.Exitln",
  "github.com/golang/glog.Fatal",
  "github.com/golang/glog.FatalContext",
  "github.com/golang/glog.FatalContextf",
  "github.com/golang/glog.FatalDepth",
  "github.com/golang/glog.Fatalf",
  "github.com/golang/glog.Fatalln",
  "github.com/sirupsen/logrus.(*Entry).Fatal",
  "github.com/sirupsen/logrus.(*Entry).Fatalf",
  "github.com/sirupsen/logrus.(*Entry).Fatalln",
  "github.com/sirupsen/logrus.(*Logger).Exit",
  "github.com/sirupsen/logrus.(*Logger).Fatal",
  "github.com/sirupsen/logrus.(*Logger).FatalFn",
  "github.com/sirupsen/logrus.(*Logger).Fatalf",
  "github.com/sirupsen/logrus.(*Logger).Fatalln",
  "github.com/sirupsen/logrus.(StdLogger).Fatal",
  "github.com/sirupsen/logrus.(StdLogger).Fatalf",
  "github.com/sirupsen/logrus.(StdLogger).Fatalln",
  "github.com/sirupsen/logrus.Exit",
  "github.com/sirupsen/logrus.Fatal",
  "github.com/sirupsen/logrus.FatalFn",
  "github.com/sirupsen/logrus.Fatalf",
  "github.com/sirupsen/logrus.Fatalln",
  "go.uber.org/zap.(*Logger).Fatal",
  "go.uber.org/zap.(*SugaredLogger).Fatal",
  "go.uber.org/zap.(*SugaredLogger).Fatalf",
  "go.uber.org/zap.(*SugaredLogger).Fatalln",
  "go.uber.org/zap.(*SugaredLogger).Fatalw",
  "google.golang.org/grpc/grpclog.Fatal",
  "google.golang.org/grpc/grpclog.Fatalf",
  "google.golang.org/grpc/grpclog.Fatalln",
  "gopkg.in/alecthomas/kingpin.v2.Fatalf",
  "k8s.io/klog.Exit",
  "k8s.io/klog.Exitf",
  "k8s.io/klog.Exitln",
  "k8s.io/klog.Fatal",
  "k8s.io/klog.Fatalf",
  "k8s.io/klog.Fatalln",
  "k8s.io/klog/v2.Exit",
  "k8s.io/klog/v2.ExitDepth",
  "k8s.io/klog/v2.Exitf",
  "k8s.io/klog/v2.Exitln",
  "k8s.io/klog/v2.Fatal",
  "k8s.io/klog/v2.FatalDepth",
  "k8s.io/klog/v2.Fatalf",
  "k8s.io/klog/v2.Fatalln",
  "k8s.io/klog/v2.FlushAndExit",
  "log.(*Logger).Fatal",
  "log.(*Logger).Fatalf",
  "log.(*Logger).Fatalln",
  "log.Fatal",
  "log.Fatalf",
  "log.Fatalln",
  "os.Exit",
  // Returns only when it fails.
  "syscall.Exec",
  "syscall.Exit",
]);

/** Functions and methods that panic: deferred calls run, and one of them may recover. */
export const panicking: ReadonlySet<string> = new Set([
  "github.com/onsi/ginkgo/v2.AbortSuite",
  "github.com/onsi/ginkgo/v2.Fail",
  "github.com/onsi/ginkgo/v2.Skip",
  "github.com/sirupsen/logrus.(*Entry).Panic",
  "github.com/sirupsen/logrus.(*Entry).Panicf",
  "github.com/sirupsen/logrus.(*Entry).Panicln",
  "github.com/sirupsen/logrus.(*Logger).Panic",
  "github.com/sirupsen/logrus.(*Logger).Panicf",
  "github.com/sirupsen/logrus.(*Logger).Panicln",
  "github.com/sirupsen/logrus.Panic",
  "github.com/sirupsen/logrus.Panicf",
  "github.com/sirupsen/logrus.Panicln",
  "go.uber.org/zap.(*Logger).Panic",
  "go.uber.org/zap.(*SugaredLogger).Panic",
  "go.uber.org/zap.(*SugaredLogger).Panicf",
  "go.uber.org/zap.(*SugaredLogger).Panicln",
  "go.uber.org/zap.(*SugaredLogger).Panicw",
  "log.(*Logger).Panic",
  "log.(*Logger).Panicf",
  "log.(*Logger).Panicln",
  "log.Panic",
  "log.Panicf",
  "log.Panicln",
]);

/** Functions and methods that end the goroutine: deferred calls run, and nothing stops it. */
export const endingGoroutine: ReadonlySet<string> = new Set([
  "github.com/stretchr/testify/assert.(*Assertions).FailNow",
  "github.com/stretchr/testify/assert.(*Assertions).FailNowf",
  "github.com/stretchr/testify/assert.(*CollectT).FailNow",
  "github.com/stretchr/testify/assert.FailNow",
  "github.com/stretchr/testify/assert.FailNowf",
  "github.com/stretchr/testify/require.(*Assertions).Fail",
  "github.com/stretchr/testify/require.(*Assertions).FailNow",
  "github.com/stretchr/testify/require.(*Assertions).FailNowf",
  "github.com/stretchr/testify/require.(*Assertions).Failf",
  "github.com/stretchr/testify/require.Fail",
  "github.com/stretchr/testify/require.FailNow",
  "github.com/stretchr/testify/require.FailNowf",
  "github.com/stretchr/testify/require.Failf",
  "gopkg.in/check.v1.(*C).FailNow",
  "gopkg.in/check.v1.(*C).Fatal",
  "gopkg.in/check.v1.(*C).Fatalf",
  "gopkg.in/check.v1.(*C).Skip",
  "runtime.Goexit",
  "testing.(*common).FailNow",
  "testing.(*common).Fatal",
  "testing.(*common).Fatalf",
  "testing.(*common).Skip",
  "testing.(*common).SkipNow",
  "testing.(*common).Skipf",
  "testing.(TB).FailNow",
  "testing.(TB).Fatal",
  "testing.(TB).Fatalf",
  "testing.(TB).Skip",
  "testing.(TB).SkipNow",
  "testing.(TB).Skipf",
]);

/** Functions and methods that never return to their caller. */
export const neverReturning: ReadonlySet<string> = new Set([
  ...endingProcess,
  ...panicking,
  ...endingGoroutine,
]);

/**
 * Functions and methods that start a log entry which ends the process, or panics, when it is sent:
 * `log.Fatal().Err(err).Msg("…")`. They return themselves, and it is the methods of `sendingEvent` that do not.
 */
export const endingEvents: ReadonlySet<string> = new Set([
  "github.com/rs/zerolog.(*Logger).Fatal",
  "github.com/rs/zerolog.(*Logger).Panic",
  "github.com/rs/zerolog/log.Fatal",
  "github.com/rs/zerolog/log.Panic",
]);

/** Methods that send a log entry: on one of `endingEvents` they never return. */
export const sendingEvent: ReadonlySet<string> = new Set([
  "github.com/rs/zerolog.(*Event).Msg",
  "github.com/rs/zerolog.(*Event).MsgFunc",
  "github.com/rs/zerolog.(*Event).Msgf",
  "github.com/rs/zerolog.(*Event).Send",
]);

/**
 * The methods by which the standard library has its types ended, and all that follow it theirs: `Close` of io.Closer, `Stop` of
 * time.Ticker, `Shutdown` of http.Server.
 */
export const endingMethods: readonly string[] = ["Close", "Stop", "Shutdown"];
