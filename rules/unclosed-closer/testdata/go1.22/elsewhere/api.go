// Package api makes values of types of another package of the module.
package api

import (
	"io"
	"os"

	"example.com/fixture/store"
)

func leak(p string) error {
	log, err := store.Open(p) // want "log, the store.Log that store.Open makes, is never closed"
	if err != nil {
		return err
	}
	_, err = log.Write(nil)
	return err
}

func skips(p string) error {
	log, err := store.Default() // want "not closed on every path"
	if err != nil {
		return err
	}
	if _, err := log.Write(nil); err != nil {
		return err
	}
	return log.Close()
}

func lent(p string) error {
	log, err := store.Open(p) // want "never closed"
	if err != nil {
		return err
	}
	store.Copy(log)
	return nil
}

func discards(p string) {
	store.Open(p) // want "thrown away"
}

func serves(addr string) string {
	s, err := store.Listen(addr) // want "s, the store.Server that store.Listen makes, is never closed"
	if err != nil {
		return ""
	}
	return s.Addr().String()
}

func okStopped(addr string) string {
	s, err := store.Listen(addr)
	if err != nil {
		return ""
	}
	defer s.Stop()
	return s.Addr().String()
}

func okClosed(p string) error {
	log, err := store.Open(p)
	if err != nil {
		return err
	}
	defer log.Close()
	_, err = log.Write(nil)
	return err
}

func okRun(p string) error {
	log, err := store.Open(p)
	if err != nil {
		return err
	}
	log.Run()
	return nil
}

func unfinished(w io.Writer) error {
	a := store.NewArchive(w) // want "a, the store.Archive that store.NewArchive makes, is never closed"
	return a.Add(nil)
}

func okGivenUp(w io.Writer) error {
	a := store.NewArchive(w)
	if err := a.Add(nil); err != nil {
		return err
	}
	return a.Close()
}

func okView(f *os.File) {
	store.NewView(f)
}

func okEmpty(p string) {
	store.NewEmpty(p)
}

func okShared(p string) error {
	log, err := store.Shared(p)
	if err != nil {
		return err
	}
	_, err = log.Write(nil)
	return err
}

type keeper struct{ log *store.Log }

func okKept(k *keeper, p string) (err error) {
	k.log, err = store.Open(p)
	return err
}

func okReturned(p string) (*store.Log, error) {
	return store.Open(p)
}

func short(p string) error {
	s, err := store.OpenShort(p) // want "never closed"
	if err != nil {
		return err
	}
	_, err = s.Write(nil)
	return err
}
