//leakcheck:ignore-file unclosed-file generated tables are read once

// Package wholefile has directives for whole files.
package wholefile

import "os"

func okFirst(path string) {
	_, _ = os.Open(path)
}

func okSecond(path string) {
	_, _ = os.Create(path)
}
