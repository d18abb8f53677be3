import type { ResourceFacts } from "./resource.js";

/** Spans of OpenTelemetry and OpenCensus, and what the runtime's tracer has alike: unended, they are never exported. */
export const spans: ResourceFacts = {
  noun: "span",
  acquire: {
    "go.opencensus.io/trace.(Tracer).StartSpan": [1],
    "go.opencensus.io/trace.(Tracer).StartSpanWithRemoteParent": [1],
    "go.opencensus.io/trace.StartSpan": [1],
    "go.opencensus.io/trace.StartSpanWithRemoteParent": [1],
    "go.opentelemetry.io/otel/trace.(Tracer).Start": [1],
    "runtime/trace.NewTask": [1],
    "runtime/trace.StartRegion": [0],
  },
  release: { methods: ["End"] },
  atExit: "lost",
};

/** Spans that are finished, not ended. */
export const finishedSpans: ResourceFacts = {
  noun: "span",
  acquire: {
    "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer.(*Span).StartChild": [0],
    "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer.(Tracer).StartSpan": [0],
    "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer.StartSpan": [0],
    "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer.StartSpanFromContext": [0],
    "github.com/opentracing/opentracing-go.(Tracer).StartSpan": [0],
    "github.com/opentracing/opentracing-go.StartSpan": [0],
    "github.com/opentracing/opentracing-go.StartSpanFromContext": [0],
    "github.com/opentracing/opentracing-go.StartSpanFromContextWithTracer": [0],
    // Unfinished ones stay in the list of active traces.
    "golang.org/x/net/trace.New": [0],
    "gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer.StartSpan": [0],
    "gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer.StartSpanFromContext": [0],
  },
  release: { methods: ["Finish", "FinishWithOptions"] },
  atExit: "lost",
};
