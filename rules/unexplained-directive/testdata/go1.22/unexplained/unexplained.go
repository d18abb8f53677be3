// Package unexplained has directives that do not say why.
package unexplained

import (
	"os"
	"time"
)

func above(path string) {
	// want +1 "this directive gives no reason"
	//leakcheck:ignore unclosed-file
	_, _ = os.Open(path)
}

func trailing(path string) {
	// want +1 "gives no reason"
	_, _ = os.Open(path) //leakcheck:ignore unclosed-file
}

func severalRules(path string) {
	// want +1 "gives no reason"
	//leakcheck:ignore unclosed-file,unstopped-ticker
	_, _ = os.Open(path)
}

func everyRule(path string) {
	// want +1 "gives no reason"
	//leakcheck:ignore
	_, _ = os.Open(path)
}

// It silences nothing, and still ought to say why it is there.
func unused() {
	// want +1 "gives no reason"
	//leakcheck:ignore unstopped-ticker
	time.Sleep(time.Second)
}
