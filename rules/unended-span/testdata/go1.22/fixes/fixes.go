// Package fixes shows where a defer is suggested, and where not.
package fixes

import (
	"context"

	"github.com/opentracing/opentracing-go"
	"go.opentelemetry.io/otel/trace"
)

func finished() {
	span := opentracing.StartSpan("x") // want "is never ended"
	span.SetTag("key", "value")
}

// In a loop a defer would pile up.
func inLoop(ctx context.Context, tracer trace.Tracer, n int) {
	for range n {
		_, span := tracer.Start(ctx, "x") // want "before it is ended"
		span.AddEvent("seen")
	}
}

func onePath(ctx context.Context, tracer trace.Tracer, err error) error {
	_, span := tracer.Start(ctx, "x") // want "leaves it behind"
	if err != nil {
		return err
	}
	span.End()
	return nil
}
