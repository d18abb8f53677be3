// Package fixture opens files, and closes them where what it calls has failed.
package fixture

import (
	"errors"
	"log"
	"net"
	"net/http"
	"os"

	"example.com/fixture/serve"
)

func okLoop(path string, listener net.Listener) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if err := serve.Loop(listener); err != nil {
		f.Close()
		return err
	}
	return nil
}

func okEndsTheProcess(path string, listener net.Listener) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	err = serve.Twice(listener)
	if err != nil {
		log.Fatal(err, f.Name())
	}
}

func okMethod(path string, listener net.Listener) {
	server := serve.New(path)
	go func() {
		f, err := os.Open(path)
		if err != nil {
			log.Fatal(err)
		}
		if err := server.Serve(listener); err != nil {
			log.Fatal(err, f.Name())
		}
	}()
}

func okServesHTTP(path string, listener net.Listener) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	if err := http.Serve(listener, nil); err != nil {
		log.Fatal(err, f.Name())
	}
}

func okOwnFunction(path string, tries int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = fails(tries)
	if err == nil {
		return nil
	}
	f.Close()
	return err
}

func fails(tries int) error {
	switch {
	case tries > 3:
		return errors.New("too many")
	default:
		return &os.PathError{Op: "try", Err: os.ErrInvalid}
	}
}

func mayBeStopped(path string, listener net.Listener, stop chan struct{}) error {
	f, err := os.Open(path) // want "is not closed on every path"
	if err != nil {
		return err
	}
	if err := serve.Until(listener, stop); err != nil {
		f.Close()
		return err
	}
	return nil
}

func mayCloseWell(path string, listener net.Listener) error {
	f, err := os.Open(path) // want "is not closed on every path"
	if err != nil {
		return err
	}
	if err := serve.Last(listener); err != nil {
		f.Close()
		return err
	}
	return nil
}

func fallsThrough(path string, tries int) error {
	f, err := os.Open(path) // want "is not closed on every path"
	if err != nil {
		return err
	}
	if err := mostlyFails(tries); err != nil {
		f.Close()
		return err
	}
	return nil
}

func mostlyFails(tries int) (err error) {
	if tries > 3 {
		return errors.New("too many")
	}
	return
}

func leftWithTheError(path string, listener net.Listener) error {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		return err
	}
	if err := serve.Loop(listener); err != nil {
		log.Print(f.Name())
		return err
	}
	return nil
}
