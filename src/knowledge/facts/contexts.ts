import type { Position, ResourceFacts } from "./resource.js";

/**
 * Contexts that stay with their parent until they are cancelled; what has to be released is the cancel function.
 * `errgroup.WithContext` and `context.AfterFunc` are not here: Wait cancels the one, and the other one's function is there
 * for those who want it.
 */
export const contexts: ResourceFacts = {
  noun: "cancel function",
  acquire: {
    // Their contexts hold a browser.
    "github.com/chromedp/chromedp.NewContext": [1],
    "github.com/chromedp/chromedp.NewExecAllocator": [1],
    "github.com/chromedp/chromedp.NewRemoteAllocator": [1],
    "context.WithCancel": [1],
    "context.WithDeadline": [1],
    "context.WithDeadlineCause": [1],
    "context.WithTimeout": [1],
    "context.WithTimeoutCause": [1],
    "golang.org/x/net/context.WithCancel": [1],
    "golang.org/x/net/context.WithDeadline": [1],
    "golang.org/x/net/context.WithTimeout": [1],
    // Goes on catching the signals as well.
    "os/signal.NotifyContext": [1],
  },
  release: { call: true, deferrable: true },
  endsWith: { result: 0, method: "Done", error: "context.(Context).Err" },
  timed: [
    "context.WithDeadline",
    "context.WithDeadlineCause",
    "context.WithTimeout",
    "context.WithTimeoutCause",
    "golang.org/x/net/context.WithDeadline",
    "golang.org/x/net/context.WithTimeout",
  ],
  heldBy: { "context.WithCancel": "argument 0", "golang.org/x/net/context.WithCancel": "argument 0" },
  lifelong: ["os/signal.NotifyContext"],
  boundTo: {
    "github.com/chromedp/chromedp.NewContext": "argument 0",
    "github.com/chromedp/chromedp.NewExecAllocator": "argument 0",
    "github.com/chromedp/chromedp.NewRemoteAllocator": "argument 0",
    "context.WithCancel": "argument 0",
    "context.WithDeadline": "argument 0",
    "context.WithDeadlineCause": "argument 0",
    "context.WithTimeout": "argument 0",
    "context.WithTimeoutCause": "argument 0",
    "golang.org/x/net/context.WithCancel": "argument 0",
    "golang.org/x/net/context.WithDeadline": "argument 0",
    "golang.org/x/net/context.WithTimeout": "argument 0",
    "os/signal.NotifyContext": "argument 0",
  },
  keepable: "cheap",
};

/** Those whose cancel function wants to know why; nil stands for no particular reason. */
export const causeContexts: ResourceFacts = {
  noun: "cancel function",
  acquire: { "context.WithCancelCause": [1] },
  release: { call: true, written: "{}(nil)", deferrable: true },
  endsWith: { result: 0, method: "Done", error: "context.(Context).Err" },
  heldBy: { "context.WithCancelCause": "argument 0" },
  boundTo: { "context.WithCancelCause": "argument 0" },
  keepable: "cheap",
};

/** Functions and methods that have no use for a context once they have returned, but through what they return. */
export const contextUsers = /^(?:context\.With|database\/sql\.|log\/slog\.|net\/http\.|runtime\/trace\.)/;

/** Functions whose types no stub tells and that give a child of a context, with the place of that context. */
export const derivedContexts: Readonly<Record<string, Position>> = {
  "code.cloudfoundry.org/lager/lagerctx.NewContext": "argument 0",
  "code.cloudfoundry.org/lager/v3/lagerctx.NewContext": "argument 0",
};

/** Functions that give a context which is never done, not even with the one that they are given. */
export const contextDetachers: ReadonlySet<string> = new Set([
  "context.Background",
  "context.TODO",
  "context.WithoutCancel",
  "golang.org/x/net/context.Background",
  "golang.org/x/net/context.TODO",
]);

/** Methods that give the context of a request that is being answered: it is done when the answer is. */
export const requestContexts: ReadonlySet<string> = new Set([
  "google.golang.org/grpc.(ServerStream).Context",
  "net/http.(*Request).Context",
]);

/** Functions that call another one with a context which they cancel when they return. */
export const contextRunners: ReadonlySet<string> = new Set([
  "k8s.io/apimachinery/pkg/util/wait.PollUntilContextTimeout",
]);

/** Functions that make a request for somebody else to answer. */
export const requestMakers: ReadonlySet<string> = new Set([
  "net/http.NewRequest",
  "net/http.NewRequestWithContext",
]);

/** Functions whose result goes on only for as long as a context does, with the place of that context. */
export const contextCarriers: Readonly<Record<string, Position>> = {
  "net/http.(*Request).Clone": "argument 0",
  "net/http.(*Request).WithContext": "argument 0",
  "net/http.NewRequestWithContext": "argument 0",
};

/** Functions that put a new context around the one they are given. */
export const contextWrappers: ReadonlySet<string> = new Set([
  "context.WithCancel",
  "context.WithCancelCause",
  "context.WithDeadline",
  "context.WithDeadlineCause",
  "context.WithTimeout",
  "context.WithTimeoutCause",
  "context.WithValue",
  "context.WithoutCancel",
  "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer.ContextWithSpan",
  "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer.StartSpanFromContext",
  "github.com/aws/smithy-go/middleware.SetLogger",
  "github.com/aws/smithy-go/middleware.WithOperationName",
  "github.com/aws/smithy-go/middleware.WithServiceID",
  "github.com/aws/smithy-go/middleware.WithStackValue",
  "github.com/go-logr/logr.NewContext",
  "github.com/go-logr/logr.NewContextWithSlogLogger",
  "github.com/opentracing/opentracing-go.ContextWithSpan",
  "github.com/opentracing/opentracing-go.StartSpanFromContext",
  "github.com/opentracing/opentracing-go.StartSpanFromContextWithTracer",
  "go.etcd.io/etcd/client/v3.WithRequireLeader",
  "go.mongodb.org/mongo-driver/v2/mongo.NewSessionContext",
  "go.opencensus.io/trace.NewContext",
  "go.opencensus.io/trace.StartSpan",
  "go.opencensus.io/trace.StartSpanWithRemoteParent",
  "go.opentelemetry.io/otel/baggage.ContextWithBaggage",
  "go.opentelemetry.io/otel/baggage.ContextWithoutBaggage",
  "go.opentelemetry.io/otel/trace.(Tracer).Start",
  "go.opentelemetry.io/otel/trace.ContextWithRemoteSpanContext",
  "go.opentelemetry.io/otel/trace.ContextWithSpan",
  "go.opentelemetry.io/otel/trace.ContextWithSpanContext",
  "golang.org/x/net/context.WithCancel",
  "golang.org/x/net/context.WithDeadline",
  "golang.org/x/net/context.WithTimeout",
  "golang.org/x/net/context.WithValue",
  "golang.org/x/sync/errgroup.WithContext",
  "google.golang.org/grpc/metadata.AppendToOutgoingContext",
  "google.golang.org/grpc/metadata.NewIncomingContext",
  "google.golang.org/grpc/metadata.NewOutgoingContext",
  "google.golang.org/grpc/peer.NewContext",
  "k8s.io/klog/v2.NewContext",
  "net/http/httptrace.WithClientTrace",
  "os/signal.NotifyContext",
  "runtime/pprof.WithLabels",
  "runtime/trace.NewTask",
]);
