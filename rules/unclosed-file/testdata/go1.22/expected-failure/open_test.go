// Package failures has tests which expect that there is no file.
package failures

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFatal(t *testing.T) {
	if _, err := os.Open("missing"); err == nil {
		t.Fatal("there is a file")
	}
}

func TestNotExist(t *testing.T) {
	_, err := os.Open("missing")
	if !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("got %v", err)
	}
}

func TestRequire(t *testing.T) {
	_, err := os.Open("missing")
	require.Error(t, err)
}

func TestAssertions(t *testing.T) {
	check := require.New(t)
	_, err := os.Open("missing")
	check.ErrorIs(err, fs.ErrNotExist)
}

func TestHeld(t *testing.T) {
	file, err := os.Open("missing")
	assert.Nil(t, file)
	assert.EqualError(t, err, "open missing: no such file or directory")
}

// Nobody looks whether there is a file.
func TestThrownAway(t *testing.T) {
	_, err := os.Open("there") // want "is thrown away"
	require.NoError(t, err)
}

// The error is of something else.
func TestOther(t *testing.T) {
	file, err := os.Open("there") // want "file, the file that os.Open opens, is never closed"
	require.NoError(t, err)
	_, err = file.Write(nil)
	require.Error(t, err)
}

// A test that goes on has a file.
func TestGoesOn(t *testing.T) {
	if _, err := os.Open("there"); err == nil { // want "is thrown away"
		t.Log("there is a file")
	}
}

func InUse(path string) error {
	if _, err := os.Open(path); err == nil { // want "is thrown away"
		return errors.New("there is a file")
	}
	return nil
}
