package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"example.com/leaky-service/internal/cache"
	"example.com/leaky-service/internal/events"
	"example.com/leaky-service/internal/upload"
	"example.com/leaky-service/internal/webhook"
)

const maxAmounts = 1000

func (s *service) routes() http.Handler {
	files := upload.NewHandler(s.store)
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /uploads/{name}", s.limited(files.Put))
	mux.HandleFunc("POST /uploads/{name}", s.limited(files.Reserve))
	mux.HandleFunc("DELETE /uploads/{name}", s.audited(files.Clear))
	mux.HandleFunc("GET /uploads/{name}/header", files.Header)
	mux.HandleFunc("GET /uploads/{name}/columns", files.Columns)
	mux.HandleFunc("GET /uploads/{name}/rows", files.Rows)
	mux.HandleFunc("GET /uploads/{name}/size", files.Watch)
	mux.HandleFunc("GET /uploads/{name}/packed", files.Packed)
	mux.HandleFunc("GET /uploads/{name}/sheet", files.Sheet)
	mux.HandleFunc("POST /uploads/{name}/trace", files.Trace)
	mux.HandleFunc("POST /rates", s.refresh)
	mux.HandleFunc("GET /rates", s.updated)
	mux.HandleFunc("GET /health", s.health)
	mux.HandleFunc("GET /reports/{name}", s.reports())
	mux.HandleFunc("GET /bookings/{account}", s.bookings)
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("POST /hooks", s.tell)
	return counted(mux)
}

func (s *service) limited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil || !s.uploads.Allow(host) {
			http.Error(w, "too many uploads", http.StatusTooManyRequests)
			return
		}
		next(w, r)
		s.announce(r.URL.Path)
	}
}

// announce tells a client that listens, if there is one.
func (s *service) announce(path string) {
	select {
	case s.messages <- path:
	default:
	}
}

func (s *service) audited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := s.audit.Log(r.RemoteAddr + " " + r.Method + " " + r.URL.Path); err != nil {
			log.Print(err)
		}
		next(w, r)
	}
}

func (s *service) refresh(w http.ResponseWriter, r *http.Request) {
	err := s.bank.RetryWithin(r.Context(), 5*time.Second)
	if err != nil {
		err = s.backup.RefreshWithin(r.Context(), 5*time.Second)
	}
	if err != nil {
		log.Print(err)
		http.Error(w, "there are no exchange rates", http.StatusBadGateway)
	}
}

func (s *service) updated(w http.ResponseWriter, r *http.Request) {
	when, err := s.bank.Updated()
	if err != nil {
		when, err = s.backup.UpdatedByHead()
	}
	if err != nil {
		log.Print(err)
		http.Error(w, "the age of the exchange rates is not known", http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, when.Format(time.RFC3339))
}

func (s *service) health(w http.ResponseWriter, r *http.Request) {
	if !s.bank.Answers() && !s.backup.Reachable() {
		http.Error(w, "no source of exchange rates answers", http.StatusServiceUnavailable)
		return
	}
	version, err := s.bank.Version()
	if err != nil {
		version, err = s.backup.VersionByHead()
	}
	fmt.Fprintln(w, version, err)
}

func (s *service) reports() http.HandlerFunc {
	finished := cache.New(time.Minute)
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("name")
		report, err := finished.Get(name, func() (string, error) {
			rate, err := s.dollarRate(r.Context())
			if err != nil {
				return "", err
			}
			return s.render(r.Context(), name, rate)
		})
		if err != nil {
			log.Print(err)
			http.Error(w, "there is no report", http.StatusNotFound)
			return
		}
		fmt.Fprintln(w, report)
	}
}

func (s *service) bookings(w http.ResponseWriter, r *http.Request) {
	amounts, err := s.ledger.Amounts(r.Context(), r.PathValue("account"), maxAmounts)
	if err != nil {
		log.Print(err)
		http.Error(w, "there are no bookings", http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, amounts)
}

func (s *service) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if err := events.Forward(r.Context(), s.messages, w); err != nil {
		log.Print(err)
	}
}

func (s *service) tell(w http.ResponseWriter, r *http.Request) {
	url, event := r.FormValue("url"), webhook.Event{Name: r.FormValue("name")}
	err := webhook.Ping(url)
	if err == nil {
		err = webhook.Send(r.Context(), url, event)
	}
	if err != nil {
		err = webhook.Retry(r.Context(), url, event, time.Minute)
	}
	if err != nil {
		log.Print(err)
		http.Error(w, "the receiver does not answer", http.StatusBadGateway)
	}
}

func (s *service) dollarRate(ctx context.Context) (float64, error) {
	if err := s.bank.WaitReady(ctx); err != nil {
		return 0, err
	}
	if rate, ok := s.bank.Rate("USD"); ok {
		return rate, nil
	}
	return s.backup.WaitRate(ctx, "USD")
}

func (s *service) render(ctx context.Context, name string, rate float64) (string, error) {
	if err := s.store.Verify(ctx, name); err != nil {
		return "", err
	}
	file, err := s.store.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	size, err := io.Copy(io.Discard, file)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: %d bytes, %.4f dollars a euro", name, size, rate), nil
}
