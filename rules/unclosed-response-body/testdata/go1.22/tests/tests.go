// Package tests is about responses in tests.
package tests

import "net/http"

// Handler is tested.
func Handler(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
