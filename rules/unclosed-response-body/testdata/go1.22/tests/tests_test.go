package tests

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestHandler(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(Handler))
	defer server.Close()
	resp, err := http.Get(server.URL) // want "is never closed"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusNoContent {
		t.Error(resp.Status)
	}
}

func okRecorder(t *testing.T) {
	recorder := httptest.NewRecorder()
	Handler(recorder, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := recorder.Result()
	if text, _ := io.ReadAll(resp.Body); len(text) > 0 {
		t.Error(text)
	}
}

func okCleanup(t *testing.T) {
	resp, err := http.Get("http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = resp.Body.Close() })
}

// The fake answers from memory.
func okFake(t *testing.T) {
	var fake fakeTransport
	resp, err := fake.RoundTrip(httptest.NewRequest(http.MethodGet, "/", nil))
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Error(err)
	}
}

type fakeTransport struct{}

func (fakeTransport) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}, nil
}
