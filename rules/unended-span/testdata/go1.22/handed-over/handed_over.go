// Package handedover gives its spans to somebody else, who ends them.
package handedover

import (
	"context"
	"net/http"
	"testing"

	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

func okReturnedCall(ctx context.Context, tracer trace.Tracer) (context.Context, trace.Span) {
	return tracer.Start(ctx, "work")
}

func okReturned(ctx context.Context, tracer trace.Tracer) (context.Context, trace.Span) {
	ctx, span := tracer.Start(ctx, "work")
	return ctx, span
}

func okNamedResult(ctx context.Context, tracer trace.Tracer) (inner context.Context, span trace.Span) {
	inner, span = tracer.Start(ctx, "work")
	return
}

func okEndReturned(ctx context.Context, tracer trace.Tracer) (context.Context, func(...trace.SpanEndOption)) {
	ctx, span := tracer.Start(ctx, "work")
	return ctx, span.End
}

func okLiteralReturned(ctx context.Context, tracer trace.Tracer) (context.Context, func(error)) {
	ctx, span := tracer.Start(ctx, "work")
	return ctx, func(err error) {
		if err != nil {
			span.RecordError(err)
		}
		span.End()
	}
}

type operation struct{ span trace.Span }

func okStored(ctx context.Context, tracer trace.Tracer) *operation {
	_, span := tracer.Start(ctx, "work")
	return &operation{span}
}

func (o *operation) okField(ctx context.Context, tracer trace.Tracer) (inner context.Context) {
	inner, o.span = tracer.Start(ctx, "work")
	return inner
}

func okHelper(ctx context.Context, tracer trace.Tracer, work func() error) (err error) {
	_, span := tracer.Start(ctx, "work")
	defer finish(span, &err)
	return work()
}

func finish(span trace.Span, err *error) {
	if *err != nil {
		span.SetStatus(codes.Error, (*err).Error())
	}
	span.End()
}

func okCleanup(t *testing.T, ctx context.Context, tracer trace.Tracer) context.Context {
	ctx, span := tracer.Start(ctx, t.Name())
	t.Cleanup(func() { span.End() })
	return ctx
}

// Whoever gets the context can take the span out of it.
func okInContext(r *http.Request, tracer trace.Tracer) *http.Request {
	ctx, _ := tracer.Start(r.Context(), "request")
	return r.WithContext(ctx)
}

func okInContextOfHelper(ctx context.Context, tracer trace.Tracer) {
	ctx, _ = tracer.Start(ctx, "request")
	end(ctx)
}

func end(ctx context.Context) { trace.SpanFromContext(ctx).End() }

// The span belongs to whoever has put it into the context.
func okBorrowed(ctx context.Context) {
	span := trace.SpanFromContext(ctx)
	span.AddEvent("seen")
}

// The callers of a function own the span that it returns.
func helped(ctx context.Context, tracer trace.Tracer, err error) error {
	_, span := okReturned(ctx, tracer) // want "span, the span that okReturned starts, is not ended on every path"
	if err != nil {
		return err
	}
	span.End()
	return nil
}
