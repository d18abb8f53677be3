// Package unknownrule has directives with names that no rule has.
package unknownrule

import "os"

func misspelt(path string) bool {
	// want +1 `this directive names "unclosed-fil", which is no rule`
	//leakcheck:ignore unclosed-fil the process ends soon
	_, err := os.Open(path)
	return err == nil
}

func reasonInFrontOfName(path string) bool {
	// want +1 `this directive names "closed", which is no rule`
	//leakcheck:ignore closed by the caller
	_, err := os.Open(path)
	return err == nil
}

func oneOfTwo(path string) error {
	// want +1 `this directive names "unopened-file", which is no rule`
	//leakcheck:ignore unclosed-file,unopened-file the process ends soon
	return os.Remove(path)
}

func nolint(path string) bool {
	// want +1 `this directive names "open-file", which is no rule`
	_, err := os.Open(path) //nolint:leakcheck/open-file // the process ends soon
	return err == nil
}
