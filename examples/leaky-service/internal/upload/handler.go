package upload

import (
	"fmt"
	"log"
	"net/http"
	"time"

	"example.com/leaky-service/internal/convert"
)

// Handler serves uploads over HTTP.
type Handler struct {
	store *Store
}

// NewHandler serves the uploads of a store.
func NewHandler(store *Store) *Handler {
	return &Handler{store: store}
}

// Put stores the request's body.
func (h *Handler) Put(w http.ResponseWriter, r *http.Request) {
	size, err := h.store.Save(r.PathValue("name"), r.Body)
	answer(w, size, err)
}

// Reserve keeps a name free for a client.
func (h *Handler) Reserve(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	answer(w, name, h.store.Reserve(name))
}

// Clear empties an upload.
func (h *Handler) Clear(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	answer(w, name, h.store.Clear(name))
}

// Header sends the first line of an upload.
func (h *Handler) Header(w http.ResponseWriter, r *http.Request) {
	header, err := h.store.Header(r.PathValue("name"))
	answer(w, header, err)
}

// Columns sends the names of an upload's columns.
func (h *Handler) Columns(w http.ResponseWriter, r *http.Request) {
	columns, err := h.store.Columns(r.PathValue("name"))
	answer(w, columns, err)
}

// Packed sends an upload in compressed form.
func (h *Handler) Packed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/gzip")
	if _, err := h.store.Pack(r.PathValue("name"), w); err != nil {
		log.Print(err)
	}
}

// Sheet sends an upload as a spreadsheet.
func (h *Handler) Sheet(w http.ResponseWriter, r *http.Request) {
	if err := convert.Sheet(h.store.path(r.PathValue("name")), w); err != nil {
		log.Print(err)
	}
}

// Rows tells how many lines an upload has.
func (h *Handler) Rows(w http.ResponseWriter, r *http.Request) {
	rows, err := h.store.Rows(r.PathValue("name"))
	answer(w, rows, err)
}

// Trace logs how an upload grows. Each request leaves a goroutine that logs for ever.
func (h *Handler) Trace(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	go func() { // leak: endless-goroutine
		for {
			size, err := h.store.Size(name)
			log.Printf("upload %s: %d bytes (%v)", name, size, err)
			time.Sleep(time.Second)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// Watch sends how an upload grows, until the client goes away.
func (h *Handler) Watch(w http.ResponseWriter, r *http.Request) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	controller := http.NewResponseController(w)
	for {
		size, err := h.store.Size(r.PathValue("name"))
		answer(w, size, err)
		if err != nil || controller.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-ticker.C:
		}
	}
}

func answer(w http.ResponseWriter, value any, err error) {
	if err != nil {
		log.Print(err)
		http.Error(w, "the upload is not there or cannot be changed", http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, value)
}
