// Package archives writes archives, whose directory comes last.
package archives

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"mime/multipart"
	"net/http"
)

func okTar(to io.Writer, names []string) error {
	zipped := gzip.NewWriter(to)
	defer zipped.Close()
	w := tar.NewWriter(zipped)
	defer w.Close()
	for _, name := range names {
		if err := w.WriteHeader(&tar.Header{Name: name}); err != nil {
			return err
		}
	}
	return nil
}

func okForm(url, text string) (*http.Request, error) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	form.WriteField("text", text)
	if err := form.Close(); err != nil {
		return nil, err
	}
	return http.NewRequest(http.MethodPost, url, &body)
}

// The writer is used through a pipe, in another goroutine.
func okPiped(file io.Reader) (io.Reader, string) {
	r, w := io.Pipe()
	form := multipart.NewWriter(w)
	go func() {
		defer w.Close()
		defer form.Close()
		part, err := form.CreateFormFile("file", "name")
		if err == nil {
			io.Copy(part, file)
		}
	}()
	return r, form.FormDataContentType()
}

// Who asks for the boundary may write the end without the writer.
func okOwnEnd(file io.Reader) (io.Reader, error) {
	var head bytes.Buffer
	form := multipart.NewWriter(&head)
	if _, err := form.CreateFormFile("file", "name"); err != nil {
		return nil, err
	}
	return io.MultiReader(&head, file, bytes.NewBufferString("\r\n--"+form.Boundary()+"--\r\n")), nil
}

// Entries of an archive are not opened by a descriptor of their own.
func okEntry(entry *zip.File) ([]byte, error) {
	r, err := entry.Open()
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// The inner writer is closed, the outer one is not.
func onlyInner(to io.Writer, name string) {
	zipped := gzip.NewWriter(to) // want "zipped, the writer that gzip.NewWriter makes, is never closed"
	w := tar.NewWriter(zipped)
	w.WriteHeader(&tar.Header{Name: name})
	w.Close()
}

func directory(to io.Writer, files map[string][]byte) error {
	w := zip.NewWriter(to) // want "w, the writer that zip.NewWriter makes, is never closed"
	for name, text := range files {
		file, err := w.Create(name)
		if err != nil {
			return err
		}
		if _, err := file.Write(text); err != nil {
			return err
		}
	}
	return nil
}

func form(url, text string) (*http.Request, error) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body) // want "form, the writer that multipart.NewWriter makes, is never closed"
	form.WriteField("text", text)
	request, err := http.NewRequest(http.MethodPost, url, &body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", form.FormDataContentType())
	return request, nil
}
