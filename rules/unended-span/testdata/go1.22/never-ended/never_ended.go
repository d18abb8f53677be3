// Package neverended starts spans and does not end them.
package neverended

import (
	"context"
	"runtime/trace"

	"github.com/opentracing/opentracing-go"
	census "go.opencensus.io/trace"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	oteltrace "go.opentelemetry.io/otel/trace"
)

type service struct{ tracer oteltrace.Tracer }

func (s *service) load(ctx context.Context, id int) {
	_, span := s.tracer.Start(ctx, "load") // want `^span, the span that s\.tracer\.Start starts, is never ended$`
	span.SetAttributes(attribute.Int("id", id))
}

func global(ctx context.Context, err error) error {
	_, span := otel.Tracer("x").Start(ctx, "global") // want "is never ended"
	if err != nil {
		span.RecordError(err)
		span.SetStatus(codes.Error, err.Error())
	}
	return err
}

// Neither the span nor the context that has it is kept.
func thrownAway(ctx context.Context, tracer oteltrace.Tracer) {
	tracer.Start(ctx, "forgotten")        // want "^the span that tracer.Start starts is thrown away, so it can never be ended$"
	_, _ = tracer.Start(ctx, "forgotten") // want "thrown away"
}

// The children are ended, their parent is not.
func childOnly(ctx context.Context, tracer oteltrace.Tracer) {
	ctx, span := tracer.Start(ctx, "parent") // want "span, the span that tracer.Start starts, is never ended"
	span.AddEvent("begin")
	_, child := tracer.Start(ctx, "child")
	defer child.End()
}

// The first span is lost when its variable gets the second one.
func replaced(ctx context.Context, tracer oteltrace.Tracer) {
	_, span := tracer.Start(ctx, "first") // want "span, the span that tracer.Start starts, gets another value before it is ended"
	_, span = tracer.Start(ctx, "second")
	defer span.End()
}

func openCensus(ctx context.Context) {
	_, span := census.StartSpan(ctx, "x") // want "is never ended"
	span.AddAttributes(census.StringAttribute("key", "value"))
}

func openTracing() {
	span := opentracing.StartSpan("x") // want "is never ended"
	span.SetTag("key", "value")
}

func openTracingChild(ctx context.Context) {
	span, _ := opentracing.StartSpanFromContext(ctx, "x") // want "is never ended"
	span.LogKV("key", "value")
}

func task(ctx context.Context) {
	_, task := trace.NewTask(ctx, "x") // want "is never ended"
	_ = task
}

func region(ctx context.Context, work func()) {
	trace.StartRegion(ctx, "x") // want "thrown away"
	work()
}

// What is ended in the deferred function literal is the child.
func mistaken(ctx context.Context, tracer oteltrace.Tracer) {
	ctx, span := tracer.Start(ctx, "parent") // want "span, the span that tracer.Start starts, is never ended"
	span.AddEvent("begin")
	_, child := tracer.Start(ctx, "child")
	defer func() { child.End() }()
}
