package knownanswers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

type options struct {
	out   string
	debug bool
}

func (o *options) hasOut() bool { return o.out != "" }

func (o *options) next() bool {
	o.debug = !o.debug
	return o.debug
}

func isPacked(p string) bool { return strings.HasSuffix(p, ".gz") || filepath.Ext(p) == ".zip" }

func okSameSuffix(p string) error {
	var f *os.File
	if strings.HasSuffix(p, ".log") {
		var err error
		if f, err = os.Open(p); err != nil {
			return err
		}
	}
	os.Remove("lock")
	if strings.HasSuffix(p, ".log") {
		return f.Close()
	}
	return nil
}

func okSameMember(p string, skipped []string) {
	var f *os.File
	if !slices.Contains(skipped, p) {
		f, _ = os.Open(p)
	}
	if !slices.Contains(skipped, p) {
		f.Close()
	}
}

func okSameMethod(o *options) error {
	var f *os.File
	if o.hasOut() {
		var err error
		if f, err = os.Create(o.out); err != nil {
			return err
		}
	}
	if o.hasOut() {
		return f.Close()
	}
	return nil
}

func okSameFunction(p string) {
	var f *os.File
	if isPacked(p) {
		f, _ = os.Open(p)
	}
	if !isPacked(p) {
		return
	}
	f.Close()
}

func okSameLength(args []string) {
	var f *os.File
	if len(args) > 1 {
		f, _ = os.Open(args[1])
	}
	if len(args) >= 2 {
		f.Close()
	}
}

func okAnyInSlice(paths []string) {
	var files []*os.File
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			break
		}
		files = append(files, f)
	}
	if len(files) > 0 {
		for _, f := range files {
			f.Close()
		}
	}
}

func otherName(p, q string) {
	var f *os.File
	if strings.HasSuffix(p, ".log") {
		f, _ = os.Open(p) // want "not closed on every path"
	}
	if strings.HasSuffix(q, ".log") {
		f.Close()
	}
}

func changedName(p string) {
	var f *os.File
	if strings.HasSuffix(p, ".log") {
		f, _ = os.Open(p) // want "not closed on every path"
	}
	p = strings.TrimSuffix(p, ".log")
	if strings.HasSuffix(p, ".log") {
		f.Close()
	}
}

// Each call gives another answer.
func changingMethod(o *options) {
	var f *os.File
	if o.next() {
		f, _ = os.Open(o.out) // want "not closed on every path"
	}
	if o.next() {
		f.Close()
	}
}

func otherLength(args []string) {
	var f *os.File
	if len(args) > 0 {
		f, _ = os.Open(args[0]) // want "not closed on every path"
	}
	if len(args) >= 2 {
		f.Close()
	}
}

func leaksWhileAsked(paths []string, wanted string) {
	for slices.Contains(paths, wanted) {
		f, err := os.Open(wanted) // want "gets another value"
		if err != nil {
			return
		}
		f.Stat()
		wanted += "x"
	}
}

func okCounted(paths []string) error {
	var f *os.File
	n := 0
	for _, p := range paths {
		if g, err := os.Open(p); err == nil {
			f = g
			n++
			break
		}
	}
	if n == 0 {
		return os.ErrNotExist
	}
	return f.Close()
}

func okCountedUp(paths []string) {
	var f *os.File
	var n int
	for _, p := range paths {
		if isPacked(p) {
			f, _ = os.Open(p)
			n++
			break
		}
	}
	if n > 0 {
		f.Close()
	}
}

// The number may have been below 0.
func countedFromAnywhere(p string, n int) {
	f, err := os.Open(p) // want "not closed on every path"
	if err != nil {
		return
	}
	n++
	if n > 0 {
		f.Close()
	}
}

func notCounted(p string) {
	var f *os.File
	n := 0
	if isPacked(p) {
		f, _ = os.Open(p) // want "never closed"
	} else {
		n++
	}
	if n > 0 {
		f.Close()
	}
}

type names struct {
	all []string
	at  int
}

func (n *names) valid() bool { return n.at < len(n.all) }

func (n *names) next() { n.at++ }

// What is asked in each turn is answered anew.
func leaksBehindLoop(n *names) {
	var f *os.File
	for n.valid() {
		if f == nil {
			f, _ = os.Open(n.all[n.at]) // want "never closed"
		}
		n.next()
	}
}
