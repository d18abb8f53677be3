//go:build !windows

package variants

import "os"

func release(f *os.File) { _ = f }
