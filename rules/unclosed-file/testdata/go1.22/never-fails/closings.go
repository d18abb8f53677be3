package neverfails

import (
	"io"
	"os"

	"golang.org/x/crypto/ssh"
)

func okFirstClose(path string) (*os.File, *os.File, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	defer w.Close()
	f, err := os.Open(path)
	if err != nil {
		r.Close()
		return nil, nil, err
	}
	if err := w.Close(); err != nil {
		return nil, nil, err
	}
	return f, r, nil
}

func secondClose(path string) (*os.File, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	w.Close()
	f, err := os.Create(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return f, nil
}

// What has been written may get lost only now.
func writtenFile(path, other string) (*os.File, error) {
	w, err := os.Create(other)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		w.Close()
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return f, nil
}

func okNothingToClose(path string, r io.Reader) (*os.File, error) {
	body := io.NopCloser(r)
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := body.Close(); err != nil {
		return nil, err
	}
	return f, nil
}

func okPipeOfSession(session *ssh.Session, path string) (*os.File, io.Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	errors, err := session.StderrPipe()
	if err != nil {
		return nil, nil, err
	}
	return f, errors, nil
}

// There can be but one.
func pipeBesideOutput(session *ssh.Session, path string) (*os.File, io.Reader, error) {
	session.Stderr = os.Stderr
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	errors, err := session.StderrPipe()
	if err != nil {
		return nil, nil, err
	}
	return f, errors, nil
}
