/** Functions that give something to close even when they return an error: what it gives later is that error again. */
export const openedOnError: ReadonlySet<string> = new Set([
  "github.com/jackc/pgx/v4.(*Conn).Query",
  "github.com/jackc/pgx/v4.(BatchResults).Query",
  "github.com/jackc/pgx/v4.(Tx).Query",
  "github.com/jackc/pgx/v4/pgxpool.(*Conn).Query",
  "github.com/jackc/pgx/v4/pgxpool.(*Pool).Query",
  "github.com/jackc/pgx/v4/pgxpool.(*Tx).Query",
  "github.com/jackc/pgx/v5.(BatchResults).Query",
  "github.com/jackc/pgx/v5.(*Conn).Query",
  "github.com/jackc/pgx/v5.(Tx).Query",
  "github.com/jackc/pgx/v5/pgxpool.(*Conn).Query",
  "github.com/jackc/pgx/v5/pgxpool.(*Pool).Query",
  "github.com/jackc/pgx/v5/pgxpool.(*Tx).Query",
]);
