// Package partlyended ends spans on all paths, or on all but one.
package partlyended

import (
	"context"
	"errors"
	"log"
	"os"

	"github.com/opentracing/opentracing-go"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// Errors are the spans that one wants to see.
func onSuccess(ctx context.Context, tracer trace.Tracer, work func(context.Context) error) error {
	ctx, span := tracer.Start(ctx, "work") // want "^span, the span that tracer.Start starts, is not ended on every path: `return err` leaves it behind$"
	if err := work(ctx); err != nil {
		return err
	}
	span.End()
	return nil
}

func okEachPath(ctx context.Context, tracer trace.Tracer, work func(context.Context) error) error {
	ctx, span := tracer.Start(ctx, "work")
	if err := work(ctx); err != nil {
		span.RecordError(err)
		span.End()
		return err
	}
	span.End()
	return nil
}

func okDeferred(ctx context.Context, tracer trace.Tracer, work func(context.Context) error) error {
	ctx, span := tracer.Start(ctx, "work")
	defer span.End()
	return work(ctx)
}

func okDeferredLiteral(ctx context.Context, tracer trace.Tracer, work func(context.Context) error) (err error) {
	ctx, span := tracer.Start(ctx, "work")
	defer func() {
		if err != nil {
			span.SetStatus(codes.Error, err.Error())
		}
		span.End()
	}()
	return work(ctx)
}

// Some checkers look one literal deep only.
func okNestedDefer(ctx context.Context, tracer trace.Tracer) {
	_, span := tracer.Start(ctx, "work")
	defer func() {
		defer func() { span.End() }()
	}()
}

func okTwiceInOneVariable(ctx context.Context, tracer trace.Tracer) {
	_, span := tracer.Start(ctx, "first")
	defer span.End()
	_, span = tracer.Start(ctx, "second")
	defer span.End()
}

// A way out comes before the defer.
func deferredTooLate(ctx context.Context, tracer trace.Tracer, check func() error) error {
	_, span := tracer.Start(ctx, "work") // want "leaves it behind"
	if err := check(); err != nil {
		return err
	}
	defer span.End()
	return nil
}

func inSwitch(ctx context.Context, tracer trace.Tracer, n int) error {
	_, span := tracer.Start(ctx, "work") // want "`return errors.New\\(\"none\"\\)` leaves it behind"
	switch {
	case n == 0:
		return errors.New("none")
	case n < 0:
		span.End()
		return errors.New("negative")
	}
	span.End()
	return nil
}

func inLoop(ctx context.Context, tracer trace.Tracer, jobs []func() error) {
	for _, job := range jobs {
		_, span := tracer.Start(ctx, "job") // want "before it is ended"
		if job() != nil {
			continue
		}
		span.End()
	}
}

func okInLoop(ctx context.Context, tracer trace.Tracer, jobs []func() error) {
	for _, job := range jobs {
		_, span := tracer.Start(ctx, "job")
		err := job()
		span.End()
		if err != nil {
			break
		}
	}
}

func okLiteralInLoop(ctx context.Context, tracer trace.Tracer, jobs []func()) {
	for _, job := range jobs {
		func() {
			_, span := tracer.Start(ctx, "job")
			defer span.End()
			job()
		}()
	}
}

func okWhenTraced(ctx context.Context, tracer trace.Tracer, work func(context.Context)) {
	var span trace.Span
	if tracer != nil {
		ctx, span = tracer.Start(ctx, "work")
	}
	work(ctx)
	if span != nil {
		span.End()
	}
}

func okExits(ctx context.Context, tracer trace.Tracer, work func() error) {
	_, span := tracer.Start(ctx, "work")
	if err := work(); err != nil {
		log.Print(err)
		os.Exit(1)
	}
	span.End()
}

func okPanics(ctx context.Context, tracer trace.Tracer, work func() error) {
	_, span := tracer.Start(ctx, "work")
	if err := work(); err != nil {
		panic(err)
	}
	span.End()
}

func okGoroutine(ctx context.Context, tracer trace.Tracer, work func(context.Context)) {
	ctx, span := tracer.Start(ctx, "work")
	go func() {
		defer span.End()
		work(ctx)
	}()
}

func okOpenTracing(work func() error) error {
	span := opentracing.StartSpan("work")
	defer span.Finish()
	return work()
}

func okFinishWithOptions(work func()) {
	span := opentracing.StartSpan("work")
	work()
	span.FinishWithOptions(opentracing.FinishOptions{})
}

func openTracing(work func() error) error {
	span := opentracing.StartSpan("work") // want "`return err` leaves it behind"
	if err := work(); err != nil {
		return err
	}
	span.Finish()
	return nil
}
