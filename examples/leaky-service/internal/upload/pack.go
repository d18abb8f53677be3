package upload

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"runtime/trace"
)

// Pack sends an upload in compressed form. Without Close the end of it is missing.
func (s *Store) Pack(name string, to io.Writer) (int64, error) {
	file, err := s.Open(name)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	packed := gzip.NewWriter(to) // leak: unclosed-stream
	size, err := io.Copy(packed, file)
	if err != nil {
		return 0, err
	}
	return size, nil
}

// PackFast sends an upload in a form that is less compressed.
func (s *Store) PackFast(name string, to io.Writer) (int64, error) {
	file, err := s.Open(name)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	packed, err := gzip.NewWriterLevel(to, gzip.BestSpeed)
	if err != nil {
		return 0, err
	}
	size, err := io.Copy(packed, file)
	return size, errors.Join(err, packed.Close())
}

// Verify reads all of an upload. The region of one that cannot be opened never ends.
func (s *Store) Verify(ctx context.Context, name string) error {
	region := trace.StartRegion(ctx, "verify") // leak: unended-span
	file, err := s.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(io.Discard, file)
	region.End()
	return err
}

// Measure reads all of an upload and gives its size.
func (s *Store) Measure(ctx context.Context, name string) (int64, error) {
	defer trace.StartRegion(ctx, "measure").End()
	file, err := s.Open(name)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	return io.Copy(io.Discard, file)
}
