// Command longlived loses a span: the end of the process does not export what has not ended.
package main

import (
	"context"
	"log"
	"os"

	"go.opentelemetry.io/otel"
)

func main() {
	ctx, span := otel.Tracer("x").Start(context.Background(), "main") // want "`return` leaves it behind"
	if err := okRun(ctx); err != nil {
		log.Print(err)
		return
	}
	span.End()
}

func okRun(ctx context.Context) error {
	_, span := otel.Tracer("x").Start(ctx, "run")
	defer span.End()
	if len(os.Args) > 3 {
		return os.ErrInvalid
	}
	return nil
}
