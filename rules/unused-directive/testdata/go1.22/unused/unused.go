// Package unused has directives that silence nothing.
package unused

import (
	"os"
	"time"
)

func closed(path string) error {
	// want +1 "this directive silences nothing"
	//leakcheck:ignore unclosed-file closed by the caller
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return f.Close()
}

func trailing(path string) error {
	// want +1 "this directive silences nothing"
	f, err := os.Open(path) //leakcheck:ignore unclosed-file closed by the caller
	if err != nil {
		return err
	}
	return f.Close()
}

// The finding is on another line.
func wrongLine(path string) bool {
	// want +1 "silences nothing"
	//leakcheck:ignore unclosed-file the process ends soon
	other := path + ".old"
	_, err := os.Open(other)
	return err == nil
}

// The finding is that of another rule.
func wrongRule(path string) bool {
	// want +1 "silences nothing"
	//leakcheck:ignore unstopped-ticker the process ends soon
	_, err := os.Open(path)
	return err == nil
}

// want +1 "silences nothing"
func onDeclaration() time.Time { //leakcheck:ignore unstopped-ticker it runs once
	return time.Now()
}

func atEnd() {
	// want +1 "silences nothing"
	//leakcheck:ignore unclosed-file nothing follows
}

func everyRuleOfGroup(path string) error {
	// want +1 "silences nothing"
	//leakcheck:ignore missing-defer-close everything is closed
	return os.Remove(path)
}

func withoutRule(path string) error {
	// want +1 "silences nothing"
	//leakcheck:ignore
	return os.Remove(path)
}

// Findings about directives cannot be silenced by directives.
func aboutDirectives(path string) error {
	// want +1 "silences nothing"
	//leakcheck:ignore unused-directive it is kept for later
	return os.Remove(path)
}
