package neverfails

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

type parser struct{ text string }

func newParser() (*parser, error) { return &parser{}, nil }

func okMaker(path string) (*os.File, *parser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	p, err := newParser()
	if err != nil {
		return nil, nil, err
	}
	return f, p, nil
}

// Whoever passes on an error that is always nil, has none either.
func newNamed(name string) (p *parser, err error) {
	p, err = newParser()
	if err != nil {
		return nil, fmt.Errorf("parser %s: %w", name, err)
	}
	p.text = name
	return
}

func okMakerOfMaker(path string) (*os.File, *parser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	if p, err := newNamed(path); err != nil {
		return nil, nil, err
	} else {
		return f, p, nil
	}
}

// A variable that is used for other errors as well.
func newCounted(text string) (*parser, error) {
	count, err := strconv.Atoi(text)
	if err != nil {
		count = 0
	}
	p, err := newParser()
	if err != nil {
		return nil, err
	}
	p.text = strconv.Itoa(count)
	return p, nil
}

func okReused(path string) (*os.File, *parser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	p, err := newCounted(path)
	if err != nil {
		return nil, nil, err
	}
	return f, p, nil
}

func (p *parser) walk(depth int) error {
	if depth == 0 {
		return nil
	}
	return p.walk(depth - 1)
}

func okRecursion(path string, p *parser) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := p.walk(3); err != nil {
		return nil, err
	}
	return f, nil
}

func (p *parser) even(depth int) error {
	if depth > 0 {
		return p.odd(depth - 1)
	}
	return nil
}

func (p *parser) odd(depth int) error {
	if depth == 0 {
		return errors.New("odd")
	}
	return p.even(depth - 1)
}

func failingRecursion(path string, p *parser) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := p.even(3); err != nil {
		return nil, err
	}
	return f, nil
}

func okLiteral(path string) (*os.File, error) {
	check := func() error { return nil }
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := check(); err != nil {
		return nil, err
	}
	return f, nil
}

func okComparedAtOnce(path string, p *parser) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if path == "" && p.walk(2) != nil {
		return nil, errors.New("no way")
	}
	return f, nil
}

func maybeParser(text string) (*parser, error) {
	if text == "" {
		return nil, errors.New("empty")
	}
	return &parser{text}, nil
}

func failing(path string) (*os.File, *parser, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	p, err := maybeParser(path)
	if err != nil {
		return nil, nil, err
	}
	return f, p, nil
}

// The error of the deferred call replaces the nil that is returned.
func setLater(p *parser) (err error) {
	defer func() { err = check(p.text) }()
	return nil
}

func check(text string) error {
	if strings.Contains(text, "\x00") {
		return errors.New("binary")
	}
	return nil
}

func failsLater(path string, p *parser) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := setLater(p); err != nil {
		return nil, err
	}
	return f, nil
}

// Somebody else may put an error there.
func filled(p *parser) error {
	var err error
	fill(&err, p)
	return err
}

func fill(target *error, p *parser) { *target = check(p.text) }

func failsByAddress(path string, p *parser) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := filled(p); err != nil {
		return nil, err
	}
	return f, nil
}

// What has failed here is the first result, which is no error.
func second() (error, *parser) { return errors.New("always"), nil }

func failsFirst() error {
	err, _ := second()
	return err
}

func failsByFirstResult(path string) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := failsFirst(); err != nil && path != "" {
		return nil, err
	}
	return f, nil
}

// The later return leaks as well, and is the one to name.
func namesTheOther(path, text string) (*os.File, error) {
	f, err := os.Open(path) // want "`return nil, errors.New\\(\"empty\"\\)` leaves it behind"
	if err != nil {
		return nil, err
	}
	if _, err := newParser(); err != nil {
		return nil, err
	}
	if text == "" {
		return nil, errors.New("empty")
	}
	return f, nil
}

type problem struct{ cause error }

func adapt(err error) *problem {
	if err == nil {
		return nil
	}
	return &problem{err}
}

func adaptAll(err error, others error) *problem {
	if others == nil {
		return nil
	}
	return &problem{err}
}

func okAdapted(path string) error {
	f, err := os.Open(path)
	if p := adapt(err); p != nil {
		return p.cause
	}
	return f.Close()
}

func adaptedOther(path string, others error) error {
	f, err := os.Open(path) // want "leaves it behind"
	if p := adaptAll(err, others); p != nil {
		return p.cause
	}
	return f.Close()
}

type failure struct{}

func (*failure) Error() string { return "failure" }

// A nil pointer in an error is an error.
func nilPointer() error {
	var err *failure
	return err
}

func afterNilPointer(path string) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := nilPointer(); err != nil {
		return nil, err
	}
	return f, nil
}

// The case above leads here whatever the error is.
func fallsThrough(n int) error {
	var err error
	switch {
	case n > 1:
		fallthrough
	case err != nil:
		return errors.New("too many")
	}
	return nil
}

func afterFallThrough(path string, n int) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := fallsThrough(n); err != nil {
		return nil, err
	}
	return f, nil
}

func twoErrors() (error, error) { return errors.New("always"), nil }

// The error that is always nil is the last result alone.
func afterFirstOfTwo(path string) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	first, second := twoErrors()
	if first != nil {
		return nil, first
	}
	return f, second
}

var errOfStart error

// Start has failed, or has not.
func startedBefore() error { return errOfStart }

func afterStart(path string) (string, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return "", err
	}
	if err := startedBefore(); err != nil {
		f.Close()
		return "", err
	}
	return f.Name(), nil
}
