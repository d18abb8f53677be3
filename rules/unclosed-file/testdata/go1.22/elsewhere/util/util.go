// Package util has helpers that other packages use.
package util

import (
	"io"
	"log"
	"os"
)

// CloseQuietly closes.
func CloseQuietly(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Print(err)
	}
}

func Look(f *os.File) {
	look(f)
}

func look(f *os.File) {
	f.Stat()
}

func Die(msg string) {
	log.Println(msg)
	die()
}

func die() {
	os.Exit(2)
}

type Keeper struct{ f *os.File }

func (k *Keeper) Keep(f *os.File) {
	k.f = f
}

// CloseAtOnce has its body on one line.
func CloseAtOnce(c io.Closer) { c.Close() }

// LookAtOnce has, too.
func LookAtOnce(f *os.File) { f.Stat() }

// DieAtOnce has, too.
func DieAtOnce() { os.Exit(2) }

type output interface{ SetOutput(io.Writer) }

var current output

// SetOutput keeps what it is given, in whatever is there.
func SetOutput(w io.Writer) { current.SetOutput(w) }

// View reads what it is given.
type View struct{ r io.Reader }

// NewView keeps what it is given in the view.
func NewView(r io.Reader) *View { return &View{r} }

// Read reads a little.
func (v *View) Read() error {
	_, err := v.r.Read(make([]byte, 8))
	return err
}
