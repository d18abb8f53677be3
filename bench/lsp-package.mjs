// A Go package to edit in: made up, the same every time, with the mix of code that services have.

const entities = ["Order", "Invoice", "Account", "Session", "Report", "Device", "Ticket", "Article"];

/** The text of one file with about `lines` lines; its names have a number of their own. */
export function goFile(number, lines) {
  const parts = [header];
  let size = header.split("\n").length;
  for (let at = 0; size < lines; at++) {
    const name = `${entities[at % entities.length]}${number}x${at}`;
    const part = templates[at % templates.length](name, number);
    parts.push(part);
    size += part.split("\n").length;
  }
  return parts.join("\n");
}

const header = `package service

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"
)

var (
	_ = json.Marshal
	_ = filepath.Join
	_ = io.Copy
	_ = time.Now
	_ sync.Mutex
	_ = os.Open
	_ = http.Get
	_ *sql.DB
	_ = fmt.Sprint
	_ context.Context
)
`;

const templates = [
  (name) => `// ${name}Store keeps values of one kind.
type ${name}Store struct {
	mu     sync.Mutex
	values map[string]*${name}
	db     *sql.DB
	limit  int
}

type ${name} struct {
	ID      string
	Title   string
	Created time.Time
	Parts   []string
}

func New${name}Store(db *sql.DB, limit int) *${name}Store {
	return &${name}Store{values: make(map[string]*${name}), db: db, limit: limit}
}

func (s *${name}Store) Get(id string) (*${name}, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	value, ok := s.values[id]
	return value, ok
}

func (s *${name}Store) Put(value *${name}) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.values) >= s.limit {
		return fmt.Errorf("more than %d values", s.limit)
	}
	s.values[value.ID] = value
	return nil
}
`,
  (name) => `func query${name}(ctx context.Context, db *sql.DB, title string) ([]string, error) {
	rows, err := db.QueryContext(ctx, "select id from t where title = ?", title)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
`,
  (name, number) => `func open${name}(dir, name string) (*os.File, error) {
	path := filepath.Join(dir, name)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder", path)
	}
	return os.Open(path)
}

func read${name}(dir, name string) ([]byte, error) {
	f, err := open${name}(dir, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("reading part ${number}: %w", err)
	}
	return data, nil
}
`,
  (name) => `func fetch${name}(ctx context.Context, client *http.Client, url string) (map[string]any, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", response.StatusCode)
	}
	var result map[string]any
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		return nil, err
	}
	return result, nil
}
`,
  (name) => `func work${name}(ctx context.Context, jobs <-chan string, results chan<- int) {
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case job, ok := <-jobs:
			if !ok {
				return
			}
			results <- len(job)
		case <-ticker.C:
			fmt.Println("still here")
		}
	}
}

func start${name}(ctx context.Context, jobs <-chan string) <-chan int {
	results := make(chan int)
	var group sync.WaitGroup
	for range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			work${name}(ctx, jobs, results)
		}()
	}
	go func() {
		group.Wait()
		close(results)
	}()
	return results
}
`,
  (name) => `func serve${name}(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		if id := r.URL.Query().Get("id"); id == "" {
			http.Error(w, "no id", http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, "ok")
	case http.MethodPost:
		body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		for at, part := range body {
			if part == 0 {
				http.Error(w, fmt.Sprintf("a zero at %d", at), http.StatusBadRequest)
				return
			}
		}
	default:
		w.WriteHeader(http.StatusMethodNotAllowed)
	}
}
`,
];
