// Package websockets opens websockets.
package websockets

import (
	"context"
	"net/http"

	"github.com/coder/websocket"
	gorilla "github.com/gorilla/websocket"
)

func okEcho(ctx context.Context, url string) error {
	conn, _, err := websocket.Dial(ctx, url, nil)
	if err != nil {
		return err
	}
	defer conn.CloseNow()
	kind, text, err := conn.Read(ctx)
	if err != nil {
		return err
	}
	if err := conn.Write(ctx, kind, text); err != nil {
		return err
	}
	return conn.Close(websocket.StatusNormalClosure, "")
}

var upgrader gorilla.Upgrader

func okUpgraded(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	conn.WriteMessage(gorilla.TextMessage, []byte("hello"))
}

type hub struct{ register chan *gorilla.Conn }

func (h *hub) okRegistered(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	h.register <- conn
}

func read(ctx context.Context, url string) ([]byte, error) {
	conn, _, err := websocket.Dial(ctx, url, nil) // want `conn, the websocket that websocket\.Dial opens, is not closed on every path`
	if err != nil {
		return nil, err
	}
	_, text, err := conn.Read(ctx)
	if err != nil {
		return nil, err
	}
	return text, conn.Close(websocket.StatusNormalClosure, "")
}

// The server has done its part, but nobody ends the connection.
func upgraded(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil) // want `conn, the connection that upgrader\.Upgrade opens, is never closed`
	if err != nil {
		return
	}
	conn.WriteMessage(gorilla.TextMessage, []byte("hello"))
}

func dialled(url string) ([]byte, error) {
	conn, _, err := gorilla.DefaultDialer.Dial(url, nil) // want `conn, the connection that gorilla\.DefaultDialer\.Dial opens, is never closed`
	if err != nil {
		return nil, err
	}
	_, text, err := conn.ReadMessage()
	return text, err
}
