// Package reported has what maintainers of spancheck have been told, in our own words: what it reports although the span is
// ended, and what it does not see.
package reported

import (
	"context"
	"errors"
	"net"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

var errEmpty = errors.New("empty")

// spancheck #33: a function that starts a span for its caller.
func okStart(ctx context.Context, name string) (context.Context, trace.Span) {
	tracer := otel.GetTracerProvider().Tracer("reported")
	return tracer.Start(ctx, name, trace.WithSpanKind(trace.SpanKindInternal))
}

// spancheck #33: the caller ends it.
func okStarted(ctx context.Context, work func(context.Context) error) error {
	ctx, span := okStart(ctx, "work")
	defer span.End()
	return work(ctx)
}

// spancheck #33: the caller does not. It goes unseen unless the function is named in the configuration.
func started(ctx context.Context, work func(context.Context) error) error {
	ctx, span := okStart(ctx, "work") // want `span, the span that okStart starts, is not ended on every path`
	if err := work(ctx); err != nil {
		span.SetStatus(codes.Error, err.Error())
		return err
	}
	span.End()
	return nil
}

// spancheck #33: an interface of one's own between, whose method starts.
type tracer struct{ inner trace.Tracer }

func (t tracer) okBegin(ctx context.Context, name string) (context.Context, trace.Span) {
	return t.inner.Start(ctx, name)
}

func (t tracer) begun(ctx context.Context) {
	_, span := t.okBegin(ctx, "begun") // want `span, the span that t\.okBegin starts, is never ended`
	span.SetAttributes(attribute.Bool("begun", true))
}

type traced struct {
	net.Conn
	span trace.Span
}

func (c *traced) Close() error {
	c.span.End()
	return c.Conn.Close()
}

// hyperledger-labs/fabric-smart-client#1778, with spancheck: the span goes into what ends it when it is closed.
func okInWrapper(ctx context.Context, tracer trace.Tracer, conn net.Conn) net.Conn {
	_, span := tracer.Start(ctx, "connection")
	return &traced{Conn: conn, span: span}
}

// hyperledger-labs/fabric-smart-client#1778: a method of one's own ends the span, whatever its type is.
type ended struct{ span trace.Span }

func (e ended) End() { e.span.End() }

func okWrappedInValue(ctx context.Context, tracer trace.Tracer, work func(context.Context)) {
	ctx, span := tracer.Start(ctx, "work")
	defer ended{span}.End()
	work(ctx)
}

// spancheck #25: the span is over before the function goes on to fail.
func okOverBefore(ctx context.Context, tracer trace.Tracer, isTraced bool) error {
	if isTraced {
		_, span := tracer.Start(ctx, "block")
		span.End()
	}
	return errEmpty
}

// spancheck #25: it is not.
func notOver(ctx context.Context, tracer trace.Tracer, isTraced bool, n int) error {
	if isTraced {
		_, span := tracer.Start(ctx, "block") // want `span, the span that tracer\.Start starts, is not ended on every path: .return errEmpty. leaves it behind`
		if n > 0 {
			span.End()
		}
	}
	return errEmpty
}
