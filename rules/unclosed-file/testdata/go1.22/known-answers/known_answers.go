// Package knownanswers branches on what is known already: before the file is opened, or from another branch.
package knownanswers

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
)

type mode int

const (
	reading mode = iota
	writing
	appending
)

func okOuterErrorIsNil(path string) error {
	var err error
	f, openErr := os.Open(path)
	if openErr != nil {
		return openErr
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func okShadowedError(path string, wanted bool) (err error) {
	if wanted {
		f, err := os.Open(path)
		if err == nil {
			defer f.Close()
		}
	}
	if err != nil {
		return err
	}
	return nil
}

func okErrorIsMadeHere(path string, wanted bool) error {
	var err error
	f, openErr := os.Open(path)
	if openErr != nil {
		return openErr
	}
	if wanted {
		err = errors.New("wanted")
	}
	if err != nil {
		f.Close()
		return err
	}
	if wanted {
		return err
	}
	return f.Close()
}

func outerErrorIsAssigned(path string) error {
	var err error
	f, openErr := os.Open(path) // want "return err"
	if openErr != nil {
		return openErr
	}
	_, err = fmt.Println(path)
	if err != nil {
		return err
	}
	return f.Close()
}

func outerErrorIsAssignedInside(path string, each func(func())) error {
	var err error
	f, openErr := os.Open(path) // want "return err"
	if openErr != nil {
		return openErr
	}
	each(func() { err = errors.New("no") })
	if err != nil {
		return err
	}
	return f.Close()
}

func addressIsTaken(path string) error {
	var wanted bool
	f, err := os.Open(path) // want "return nil"
	if err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(path), &wanted); err != nil {
		f.Close()
		return err
	}
	if wanted {
		return nil
	}
	return f.Close()
}

func okAskedBefore(path string, m mode) error {
	var f *os.File
	if m == reading {
		var err error
		f, err = os.Open(path)
		if err != nil {
			return err
		}
	}
	fmt.Println(path)
	if m == reading {
		return f.Close()
	}
	return nil
}

func okOtherConstant(path string, m mode) error {
	var f *os.File
	var err error
	switch m {
	case reading:
		f, err = os.Open(path)
		if err != nil {
			return err
		}
	case writing:
	}
	if m == writing {
		return nil
	}
	return f.Close()
}

func okSwitchedTwice(path string, m string) error {
	var f *os.File
	var err error
	switch m {
	case "r":
		f, err = os.Open(path)
	case "w":
		f, err = os.Create(path)
	default:
		return errors.New("mode")
	}
	if err != nil {
		return err
	}
	switch m {
	case "r":
		fmt.Println("read")
		f.Close()
	case "w":
		f.Close()
	}
	return nil
}

func okOneOfSeveral(path string, m mode) error {
	if m != reading {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	switch m {
	case writing, appending:
		return nil
	}
	return f.Close()
}

func okConstantAssigned(path string) error {
	m := reading
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if m == writing {
		return nil
	}
	return f.Close()
}

func modeIsChanged(path string, m, next mode) error {
	if m != reading {
		return nil
	}
	f, err := os.Open(path) // want "return nil"
	if err != nil {
		return err
	}
	m = next
	if m == writing {
		return nil
	}
	return f.Close()
}

func onOnePathOnly(path string, m mode) error {
	if m == reading {
		fmt.Println(path)
	}
	f, err := os.Open(path) // want "return nil"
	if err != nil {
		return err
	}
	if m == reading {
		return f.Close()
	}
	return nil
}

func otherSubject(path string, m, n mode) error {
	if m != reading {
		return nil
	}
	f, err := os.Open(path) // want "return nil"
	if err != nil {
		return err
	}
	if n == writing {
		return nil
	}
	return f.Close()
}

// One defect is reported once, and with the exit that readers expect.
func armsOfSwitch(path string, m mode) error {
	var f *os.File
	var err error
	switch m {
	case reading:
		f, err = os.Open(path) // want "`return errors.New"
	case writing:
		f, err = os.Create(path)
	default:
		return errors.New("mode")
	}
	if err != nil {
		return err
	}
	if path == "" {
		return errors.New("no path")
	}
	return f.Close()
}

func bothEndsOnFailure(text string) error {
	r, w, err := os.Pipe() // want "r, the file .* `return err`"
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(w, text); err != nil {
		return err
	}
	w.Close()
	return r.Close()
}

func twoDefects(path string, m mode) error {
	f, err := os.Open(path) // want "`return errors.New"
	if err != nil {
		return err
	}
	if m == reading {
		return errors.New("mode")
	}
	f.Close()
	f, err = os.Create(path) // want "`return fmt.Errorf"
	if err != nil {
		return err
	}
	if m == writing {
		return fmt.Errorf("mode %d", m)
	}
	return f.Close()
}

func oneAfterTheOther(path string) error {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		return err
	}
	if _, err := f.Stat(); err != nil {
		return err
	}
	f, err = os.Open(path + ".bak") // want "is never closed"
	if err != nil {
		return err
	}
	_, err = f.Stat()
	return err
}

func plausibleExit(path string, m mode) error {
	f, err := os.Open(path) // want "`return err`"
	if err != nil {
		return err
	}
	if m == appending {
		return nil
	}
	if _, err := f.Stat(); err != nil {
		return err
	}
	return f.Close()
}

const mostAttempts = 100

func okLeftBeforeLimit(path string) error {
	var f *os.File
	var err error
	i := 0
	for ; i < mostAttempts; i++ {
		f, err = os.Create(fmt.Sprint(path, i))
		if err == nil {
			break
		}
	}
	if i == mostAttempts {
		return fmt.Errorf("no free name after %d attempts", i)
	}
	return f.Close()
}

func okLessOrGreater(path string, size, limit int) error {
	if size >= limit {
		return errors.New("too large")
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if size > limit {
		return errors.New("larger")
	}
	return f.Close()
}

// The limit has been passed by then.
func countedOn(path string) error {
	var f *os.File
	var err error
	i := 0
	for ; i < mostAttempts; i++ {
		f, err = os.Create(fmt.Sprint(path, i)) // want "`return errors.New"
		if err == nil {
			i++
			break
		}
	}
	if i == mostAttempts {
		return errors.New("the last one")
	}
	return f.Close()
}

// What is no more than a limit may well equal it.
func upToLimit(path string, size, limit int) error {
	if size > limit {
		return errors.New("too large")
	}
	f, err := os.Create(path) // want "`return errors.New"
	if err != nil {
		return err
	}
	if size == limit {
		return errors.New("full")
	}
	return f.Close()
}

// Another limit.
func otherLimit(path string, size, limit, other int) error {
	if size >= limit {
		return errors.New("too large")
	}
	f, err := os.Create(path) // want "`return errors.New"
	if err != nil {
		return err
	}
	if size == other {
		return errors.New("full")
	}
	return f.Close()
}

// Neither of the two is excluded by itself, both together are.
func okNotBoth(path string, skipHead, withTail bool) error {
	if skipHead && !withTail {
		return nil
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if !skipHead {
		return f.Close()
	}
	if withTail {
		return f.Close()
	}
	return nil
}

// One of the two may well be.
func notBoth(path string, skipHead, withTail bool) error {
	if skipHead && !withTail {
		return nil
	}
	f, err := os.Create(path) // want "`return nil`"
	if err != nil {
		return err
	}
	if skipHead {
		return nil
	}
	return f.Close()
}

// What was known on one way of two is asked again.
func okEitherWay(path string, old *os.File, isNew bool) error {
	var limit int
	if isNew {
		limit = 1
	} else if old == nil {
		return errors.New("nothing to write to")
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if limit == 1 {
		return f.Close()
	}
	if isNew {
		return nil
	}
	return f.Close()
}
