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
	"example.com/leaky-service/internal/quota"
	"example.com/leaky-service/internal/rates"
	"example.com/leaky-service/internal/upload"
)

func routes(store *upload.Store, uploads *quota.Quota, bank, backup *rates.Client) http.Handler {
	files := upload.NewHandler(store)
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /uploads/{name}", limited(uploads, files.Put))
	mux.HandleFunc("POST /uploads/{name}", limited(uploads, files.Reserve))
	mux.HandleFunc("DELETE /uploads/{name}", files.Clear)
	mux.HandleFunc("GET /uploads/{name}/header", files.Header)
	mux.HandleFunc("GET /uploads/{name}/rows", files.Rows)
	mux.HandleFunc("GET /uploads/{name}/size", files.Watch)
	mux.HandleFunc("POST /uploads/{name}/trace", files.Trace)
	mux.HandleFunc("POST /rates", refresh(bank, backup))
	mux.HandleFunc("GET /rates", updated(bank, backup))
	mux.HandleFunc("GET /health", health(bank, backup))
	mux.HandleFunc("GET /reports/{name}", reports(store, bank, backup))
	return mux
}

func limited(uploads *quota.Quota, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil || !uploads.Allow(host) {
			http.Error(w, "too many uploads", http.StatusTooManyRequests)
			return
		}
		next(w, r)
	}
}

func refresh(bank, backup *rates.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := bank.RetryWithin(r.Context(), 5*time.Second)
		if err != nil {
			err = backup.RefreshWithin(r.Context(), 5*time.Second)
		}
		if err != nil {
			log.Print(err)
			http.Error(w, "there are no exchange rates", http.StatusBadGateway)
		}
	}
}

func updated(bank, backup *rates.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		when, err := bank.Updated()
		if err != nil {
			when, err = backup.UpdatedByHead()
		}
		if err != nil {
			log.Print(err)
			http.Error(w, "the age of the exchange rates is not known", http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, when.Format(time.RFC3339))
	}
}

func health(bank, backup *rates.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !bank.Answers() && !backup.Reachable() {
			http.Error(w, "no source of exchange rates answers", http.StatusServiceUnavailable)
		}
	}
}

func reports(store *upload.Store, bank, backup *rates.Client) http.HandlerFunc {
	finished := cache.New(time.Minute)
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("name")
		report, err := finished.Get(name, func() (string, error) {
			rate, err := dollarRate(r.Context(), bank, backup)
			if err != nil {
				return "", err
			}
			return render(store, name, rate)
		})
		if err != nil {
			log.Print(err)
			http.Error(w, "there is no report", http.StatusNotFound)
			return
		}
		fmt.Fprintln(w, report)
	}
}

func dollarRate(ctx context.Context, bank, backup *rates.Client) (float64, error) {
	if err := bank.WaitReady(ctx); err != nil {
		return 0, err
	}
	if rate, ok := bank.Rate("USD"); ok {
		return rate, nil
	}
	return backup.WaitRate(ctx, "USD")
}

func render(store *upload.Store, name string, rate float64) (string, error) {
	file, err := store.Open(name)
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
