// Package store has types that own files.
package store

import (
	"archive/tar"
	"io"
	"net"
	"os"
)

// Log owns a file.
type Log struct {
	f *os.File
}

// Open makes a log.
func Open(p string) (*Log, error) {
	f, err := os.Create(p)
	if err != nil {
		return nil, err
	}
	return &Log{f: f}, nil
}

// Default calls another constructor.
func Default() (*Log, error) {
	return Open("default.log")
}

func (l *Log) Write(p []byte) (int, error) {
	return l.f.Write(p)
}

// Run closes in the end.
func (l *Log) Run() {
	defer l.Close()
	l.Write(nil)
}

// Close releases the file.
func (l *Log) Close() error {
	return l.f.Close()
}

// View has somebody else's file.
type View struct {
	f *os.File
}

func NewView(f *os.File) *View {
	return &View{f: f}
}

func (v *View) Close() error {
	return v.f.Close()
}

// Empty has nothing to release in Close.
type Empty struct {
	name string
	f    *os.File
}

func NewEmpty(p string) *Empty {
	f, _ := os.Open(p)
	return &Empty{f: f}
}

func (e *Empty) Close() error {
	return nil
}

var shared *Log

// Shared makes one log, and hands it out again and again.
func Shared(p string) (*Log, error) {
	if shared != nil {
		return shared, nil
	}
	f, err := os.Create(p)
	if err != nil {
		return nil, err
	}
	shared = &Log{f: f}
	return shared, nil
}

// Server is stopped.
type Server struct {
	l net.Listener
}

func Listen(addr string) (*Server, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	s := &Server{}
	s.l = l
	return s, nil
}

func (s *Server) Stop() {
	s.l.Close()
}

func (s *Server) Addr() net.Addr {
	return s.l.Addr()
}

// Archive holds no more than what it has not yet written.
type Archive struct {
	tw *tar.Writer
}

func NewArchive(w io.Writer) *Archive {
	return &Archive{tw: tar.NewWriter(w)}
}

func (a *Archive) Add(p []byte) error {
	_, err := a.tw.Write(p)
	return err
}

func (a *Archive) Close() error {
	return a.tw.Close()
}

// Copy writes to whatever can be written to.
func Copy(w io.Writer) {
	w.Write(nil)
}

// Short has its methods on one line each.
type Short struct{ f *os.File }

func OpenShort(p string) (*Short, error) {
	f, err := os.Create(p)
	if err != nil {
		return nil, err
	}
	return &Short{f: f}, nil
}

func (s *Short) Write(p []byte) (int, error) { return s.f.Write(p) }

func (s *Short) Close() error { return s.f.Close() }
