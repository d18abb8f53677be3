// Package iterators reads what Spanner streams.
package iterators

import (
	"context"
	"errors"

	"cloud.google.com/go/spanner"
	"google.golang.org/api/iterator"
)

// An error of the iterator, its end among them, has ended the stream: what the strict preset misses is the Stop beside it.
func okToTheEnd(ctx context.Context, tx *spanner.ReadOnlyTransaction, each func(*spanner.Row)) error {
	iter := tx.Query(ctx, spanner.NewStatement("SELECT 1")) // want "nothing is held once .* shows that it is over"
	for {
		row, err := iter.Next()
		if errors.Is(err, iterator.Done) {
			return nil
		}
		if err != nil {
			return err
		}
		each(row)
	}
}

func okStopped(ctx context.Context, tx *spanner.ReadOnlyTransaction, each func(*spanner.Row) error) error {
	iter := tx.Query(ctx, spanner.NewStatement("SELECT 1"))
	defer iter.Stop()
	for {
		row, err := iter.Next()
		if err == iterator.Done {
			return nil
		}
		if err != nil {
			return err
		}
		if err := each(row); err != nil {
			return err
		}
	}
}

func broken(ctx context.Context, tx *spanner.ReadOnlyTransaction, each func(*spanner.Row) error) error {
	iter := tx.Query(ctx, spanner.NewStatement("SELECT 1")) // want `iter, the iterator that tx\.Query opens, is never closed`
	for {
		row, err := iter.Next()
		if err == iterator.Done {
			break
		}
		if err != nil {
			return err
		}
		if err := each(row); err != nil {
			return err
		}
	}
	return nil
}
