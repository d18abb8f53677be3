// Package service calls into the standard library.
package service

import (
	"bufio"
	"compress/gzip"
	"database/sql"
	"encoding/json"
	"html/template"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"

	"example.com/sample/alias"
	"example.com/sample/generic"
	"example.com/sample/shape"
)

// Client holds what it needs.
type Client struct {
	*http.Client
	base    *url.URL
	header  http.Header
	db      *sql.DB
	log     *slog.Logger
	cache   *generic.List[alias.Bytes]
	results []shape.Shape
}

var defaultClient = &Client{Client: http.DefaultClient, header: make(http.Header), log: slog.Default()}

// Fetch reads a page.
func (c *Client) Fetch(path string) (page []byte, err error) {
	request, err := http.NewRequest(http.MethodGet, c.base.JoinPath(path).String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header = c.header.Clone()
	request.Header.Set("Accept", "*/*")
	response, err := c.Do(request.WithContext(request.Context()))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var reader io.Reader = response.Body
	if response.Header.Get("Content-Encoding") == "gzip" {
		unpacked, err := gzip.NewReader(response.Body)
		if err != nil {
			return nil, err
		}
		defer unpacked.Close()
		reader = unpacked
	}
	page, err = io.ReadAll(io.LimitReader(reader, 1<<20))
	c.cache.Push(page)
	for _, cookie := range response.Cookies() {
		c.log.Info("cookie", "name", cookie.Name, slog.Int("age", cookie.MaxAge))
	}
	return
}

// Users queries a database.
func (c *Client) Users() (names []string, err error) {
	rows, err := c.db.Query("select name from users")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool { return names[i] < names[j] })
	return names, rows.Err()
}

// ServeHTTP answers.
func (c *Client) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if flusher, ok := w.(http.Flusher); ok {
		flusher.Flush()
	}
	var body struct {
		Tags  []string       `json:"tags"`
		Extra map[string]any `json:"extra"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Add("X-Tags", strings.Join(body.Tags, query.Get("separator")))
	page := template.Must(template.New("page").Parse("{{.}}"))
	if err := page.Execute(w, body.Extra); err != nil {
		log.Printf("%v", err)
	}
}

func serve(address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/", defaultClient)
	mux.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	server := http.Server{Handler: mux, ErrorLog: log.Default()}
	server.RegisterOnShutdown(func() { _ = listener.Close() })
	return server.Serve(listener)
}

func lines(folder string) (count int, err error) {
	err = filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		scanner := bufio.NewScanner(file)
		for scanner.Scan() {
			count += len(strings.Fields(scanner.Text()))
		}
		info, err := file.Stat()
		if err == nil {
			_ = info.ModTime().Year()
		}
		return scanner.Err()
	})
	command := exec.Command("wc", folder)
	output, err := command.StdoutPipe()
	if err := command.Start(); err != nil {
		return 0, err
	}
	_, err = io.Copy(os.Stderr, output)
	process := command.Process
	state, _ := process.Wait()
	return count + state.ExitCode(), command.Wait()
}
