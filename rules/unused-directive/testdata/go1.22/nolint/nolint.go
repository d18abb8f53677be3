// Package nolint has golangci-lint's directives, which may be meant for other linters.
package nolint

import "os"

func okUsed(path string) {
	_, _ = os.Open(path) //nolint:leakcheck // the process ends soon
	_, _ = os.Open(path) //nolint:leakcheck/unclosed-file // the process ends soon
	_, _ = os.Open(path) //nolint:errcheck,leakcheck // the process ends soon
	_, _ = os.Open(path) //nolint:all
	_, _ = os.Open(path) //nolint
	_, _ = os.Open(path) // nolint: leakcheck
}

func okForOthers(path string) error {
	os.Remove(path) //nolint:errcheck // it may be gone
	os.Remove(path) //nolint
	os.Remove(path) //nolint:all
	return nil      //nolint:leakcheck // an older version said something here
}

func unused(path string) {
	// want +1 "this directive silences nothing"
	os.Remove(path) //nolint:leakcheck/unclosed-file // the process ends soon
}
