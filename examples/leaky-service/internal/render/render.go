// Package render makes pictures of reports.
package render

import (
	"context"
	"errors"
	"os/exec"
	"strconv"
	"time"

	"example.com/leaky-service/internal/slots"
)

var errEmpty = errors.New("there is nothing to draw")

// Chart draws the numbers of a report. A report without numbers keeps its slot.
func Chart(ctx context.Context, places *slots.Slots, numbers []float64) ([]byte, error) {
	slot, err := places.Take(ctx) // leak: unreleased-resource
	if err != nil {
		return nil, err
	}
	if len(numbers) == 0 {
		return nil, errEmpty
	}
	picture, err := draw(ctx, numbers)
	slot.Free()
	return picture, err
}

// Table gives its slot back on every path.
func Table(ctx context.Context, places *slots.Slots, numbers []float64) ([]byte, error) {
	slot, err := places.Take(ctx)
	if err != nil {
		return nil, err
	}
	defer slot.Free()
	if len(numbers) == 0 {
		return nil, errEmpty
	}
	return draw(ctx, numbers)
}

// Preview leaves the slot to somebody who frees it later.
func Preview(ctx context.Context, places *slots.Slots, numbers []float64) ([]byte, error) {
	slot, err := places.Take(ctx)
	if err != nil {
		return nil, err
	}
	slots.FreeAfter(slot, time.Second)
	return draw(ctx, numbers)
}

func draw(ctx context.Context, numbers []float64) ([]byte, error) {
	return exec.CommandContext(ctx, "plot", "-n", strconv.Itoa(len(numbers))).Output()
}
