package tests_test

import (
	"os"
	"testing"

	"example.com/fixture"
)

func TestReadNull(t *testing.T) {
	f, err := os.Open(os.DevNull) // want `f, the file that os\.Open opens, is never closed`
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Stat()
	if err != nil {
		t.Fatal(err)
	}
}

// The other package only looks at it.
func testedThroughFunction(t *testing.T) {
	f, _ := os.Open(os.DevNull) // want "is never closed"
	if tests.Read(f) == nil {
		t.Fatal("no error")
	}
}
