package tests

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
)

func okAsserted(t *testing.T) {
	f, err := os.Open("a")
	if assert.NoError(t, err) {
		f.Close()
	}
}

func okUnlessAsserted(t *testing.T) {
	f, err := os.Open("a")
	if !assert.New(t).NoErrorf(err, "open") {
		return
	}
	defer f.Close()
}

func okExpected(t *testing.T) {
	f, err := os.Open("a")
	if assert.Error(t, err) {
		return
	}
	f.Close()
}

func TestAsserted(t *testing.T) {
	f, err := os.Open("a") // want "never closed"
	if assert.NoError(t, err) {
		f.Stat()
	}
}
