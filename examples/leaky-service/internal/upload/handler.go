package upload

import (
	"fmt"
	"log"
	"net/http"
	"time"
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
	if err != nil {
		http.Error(w, "the upload could not be stored", http.StatusInternalServerError)
		return
	}
	fmt.Fprintf(w, "%d bytes\n", size)
}

// Rows tells how many lines an upload has.
func (h *Handler) Rows(w http.ResponseWriter, r *http.Request) {
	rows, err := h.store.Rows(r.PathValue("name"))
	if err != nil {
		http.Error(w, "there is no such upload", http.StatusNotFound)
		return
	}
	fmt.Fprintf(w, "%d\n", rows)
}

// Reserve keeps a name free for a client.
func (h *Handler) Reserve(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Reserve(r.PathValue("name")); err != nil {
		http.Error(w, "the name is taken", http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusCreated)
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

// Watch sends how an upload grows until the client goes away.
func (h *Handler) Watch(w http.ResponseWriter, r *http.Request) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	answer := http.NewResponseController(w)
	for {
		select {
		case <-r.Context().Done():
			return
		case <-ticker.C:
		}
		size, err := h.store.Size(r.PathValue("name"))
		if err != nil {
			return
		}
		fmt.Fprintf(w, "%d\n", size)
		if err := answer.Flush(); err != nil {
			return
		}
	}
}
