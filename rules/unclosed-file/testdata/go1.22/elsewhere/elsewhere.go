// Package elsewhere hands files to functions of another package of the module.
package elsewhere

import (
	"os"

	"example.com/fixture/util"
)

func okHelper(p string) error {
	f, err := os.Open(p)
	if err != nil {
		return err
	}
	defer util.CloseQuietly(f)
	return nil
}

func leak(p string) error {
	f, err := os.Open(p) // want "is never closed"
	if err != nil {
		return err
	}
	util.Look(f)
	return nil
}

func okDie(p string) {
	f, err := os.Open(p)
	if err != nil {
		return
	}
	if _, err := f.Stat(); err != nil {
		util.Die("x")
	}
	f.Close()
}

func okKept(p string, k *util.Keeper) {
	f, err := os.Open(p)
	if err != nil {
		return
	}
	k.Keep(f)
}

func okAtOnce(p string) {
	f, err := os.Open(p)
	if err != nil {
		return
	}
	if _, err := f.Stat(); err != nil {
		util.DieAtOnce()
	}
	util.CloseAtOnce(f)
}

func leakAtOnce(p string) {
	f, err := os.Open(p) // want "is never closed"
	if err != nil {
		return
	}
	util.LookAtOnce(f)
}

func okOutput(p string) error {
	f, err := os.Create(p)
	if err != nil {
		return err
	}
	util.SetOutput(f)
	return nil
}

func leakView(p string) error {
	f, err := os.Open(p) // want "never closed"
	if err != nil {
		return err
	}
	view := util.NewView(f)
	return view.Read()
}
