import type { ResourceFacts } from "./resource.js";

/** What is bound to a transaction ends with it, however it ends. */
const transactionEnds = ["database/sql.(*Tx).Commit", "database/sql.(*Tx).Rollback"];

/** Rows of a query: until they are closed they keep their connection out of the pool. */
export const rows: ResourceFacts = {
  noun: "result set",
  acquire: {
    "database/sql.(*Conn).QueryContext": [0],
    "database/sql.(*DB).Query": [0],
    "database/sql.(*DB).QueryContext": [0],
    "database/sql.(*Stmt).Query": [0],
    "database/sql.(*Stmt).QueryContext": [0],
    "database/sql.(*Tx).Query": [0],
    "database/sql.(*Tx).QueryContext": [0],
    "github.com/ClickHouse/clickhouse-go/v2/lib/driver.(Conn).Query": [0],
    "github.com/jackc/pgx/v4.(BatchResults).Query": [0],
    "github.com/jackc/pgx/v4.(*Conn).Query": [0],
    "github.com/jackc/pgx/v4.(Tx).Query": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Conn).Query": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Pool).Query": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Tx).Query": [0],
    "github.com/jackc/pgx/v5.(BatchResults).Query": [0],
    "github.com/jackc/pgx/v5.(*Conn).Query": [0],
    "github.com/jackc/pgx/v5.(Tx).Query": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Conn).Query": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Pool).Query": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Tx).Query": [0],
    "github.com/jmoiron/sqlx.(*Conn).QueryxContext": [0],
    "github.com/jmoiron/sqlx.(*DB).NamedQuery": [0],
    "github.com/jmoiron/sqlx.(*DB).NamedQueryContext": [0],
    "github.com/jmoiron/sqlx.(*DB).Queryx": [0],
    "github.com/jmoiron/sqlx.(*DB).QueryxContext": [0],
    "github.com/jmoiron/sqlx.(*NamedStmt).Query": [0],
    "github.com/jmoiron/sqlx.(*NamedStmt).QueryContext": [0],
    "github.com/jmoiron/sqlx.(*NamedStmt).Queryx": [0],
    "github.com/jmoiron/sqlx.(*NamedStmt).QueryxContext": [0],
    "github.com/jmoiron/sqlx.(*Stmt).Queryx": [0],
    "github.com/jmoiron/sqlx.(*Stmt).QueryxContext": [0],
    "github.com/jmoiron/sqlx.(*Tx).NamedQuery": [0],
    "github.com/jmoiron/sqlx.(*Tx).Queryx": [0],
    "github.com/jmoiron/sqlx.(*Tx).QueryxContext": [0],
    "github.com/jmoiron/sqlx.(Queryer).Query": [0],
    "github.com/jmoiron/sqlx.(Queryer).Queryx": [0],
    "github.com/jmoiron/sqlx.(QueryerContext).QueryContext": [0],
    "github.com/jmoiron/sqlx.(QueryerContext).QueryxContext": [0],
    "github.com/jmoiron/sqlx.NamedQuery": [0],
    "github.com/jmoiron/sqlx.NamedQueryContext": [0],
    "github.com/uptrace/bun.(*DB).Query": [0],
    "github.com/uptrace/bun.(*DB).QueryContext": [0],
    "github.com/uptrace/bun.(*SelectQuery).Rows": [0],
    "github.com/uptrace/bun.(Conn).QueryContext": [0],
    "github.com/uptrace/bun.(IConn).QueryContext": [0],
    "github.com/uptrace/bun.(Tx).Query": [0],
    "github.com/uptrace/bun.(Tx).QueryContext": [0],
    "gorm.io/gorm.(*DB).Rows": [0],
  },
  release: {
    methods: ["Close"],
    deferrable: true,
    functions: [
      "github.com/jackc/pgx/v5.CollectExactlyOneRow",
      "github.com/jackc/pgx/v5.CollectOneRow",
      "github.com/jackc/pgx/v5.CollectRows",
      "github.com/jackc/pgx/v5.ForEachRow",
      "github.com/jmoiron/sqlx.StructScan",
    ],
  },
  drain: ["Next"],
  // An error of the rows themselves has closed them, and only closed rows do not tell their columns.
  endedByFailing: [
    "database/sql.(*Rows).ColumnTypes",
    "database/sql.(*Rows).Columns",
    "database/sql.(*Rows).Err",
    "github.com/jackc/pgx/v4.(Rows).Err",
    "github.com/jackc/pgx/v4.(Rows).Scan",
    "github.com/jackc/pgx/v4.(Rows).Values",
    "github.com/jackc/pgx/v5.(Rows).Err",
    "github.com/jackc/pgx/v5.(Rows).Scan",
    "github.com/jackc/pgx/v5.(Rows).Values",
  ],
  restarts: ["NextResultSet"],
  boundTo: {
    // database/sql closes rows when their context is done, and when their connection or transaction ends. With pgx
    // this is not so: there the context ends the query, and the connection stays with the rows.
    "database/sql.(*Conn).QueryContext": "argument 0",
    "database/sql.(*DB).QueryContext": "argument 0",
    "database/sql.(*Stmt).QueryContext": "argument 0",
    "database/sql.(*Tx).Query": "receiver",
    "database/sql.(*Tx).QueryContext": "receiver",
    "github.com/jmoiron/sqlx.(*Conn).QueryxContext": "argument 0",
    "github.com/jmoiron/sqlx.(*DB).NamedQueryContext": "argument 0",
    "github.com/jmoiron/sqlx.(*DB).QueryxContext": "argument 0",
    "github.com/jmoiron/sqlx.(*NamedStmt).QueryContext": "argument 0",
    "github.com/jmoiron/sqlx.(*NamedStmt).QueryxContext": "argument 0",
    "github.com/jmoiron/sqlx.(*Stmt).QueryxContext": "argument 0",
    "github.com/jmoiron/sqlx.(*Tx).NamedQuery": "receiver",
    "github.com/jmoiron/sqlx.(*Tx).Queryx": "receiver",
    "github.com/jmoiron/sqlx.(*Tx).QueryxContext": "receiver",
    "github.com/jmoiron/sqlx.(QueryerContext).QueryContext": "argument 0",
    "github.com/jmoiron/sqlx.(QueryerContext).QueryxContext": "argument 0",
    "github.com/jmoiron/sqlx.NamedQueryContext": "argument 0",
    "github.com/uptrace/bun.(*DB).QueryContext": "argument 0",
    "github.com/uptrace/bun.(*SelectQuery).Rows": "argument 0",
    "github.com/uptrace/bun.(Conn).QueryContext": "argument 0",
    "github.com/uptrace/bun.(IConn).QueryContext": "argument 0",
    "github.com/uptrace/bun.(Tx).Query": "receiver",
    "github.com/uptrace/bun.(Tx).QueryContext": "receiver",
  },
  boundUntil: transactionEnds,
};

/** The one row of QueryRow: its connection goes back to the pool when it is scanned, and there is no other way. */
export const singleRows: ResourceFacts = {
  noun: "row",
  acquire: {
    "database/sql.(*Conn).QueryRowContext": [0],
    "database/sql.(*DB).QueryRow": [0],
    "database/sql.(*DB).QueryRowContext": [0],
    "database/sql.(*Stmt).QueryRow": [0],
    "database/sql.(*Stmt).QueryRowContext": [0],
    "database/sql.(*Tx).QueryRow": [0],
    "database/sql.(*Tx).QueryRowContext": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Pool).QueryRow": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Pool).QueryRow": [0],
    "github.com/jmoiron/sqlx.(*DB).QueryRowx": [0],
    "github.com/jmoiron/sqlx.(*DB).QueryRowxContext": [0],
    "github.com/jmoiron/sqlx.(*Tx).QueryRowx": [0],
    "github.com/jmoiron/sqlx.(*Tx).QueryRowxContext": [0],
  },
  release: { methods: ["Scan", "StructScan", "MapScan", "SliceScan"] },
  boundTo: {
    "database/sql.(*Conn).QueryRowContext": "argument 0",
    "database/sql.(*DB).QueryRowContext": "argument 0",
    "database/sql.(*Stmt).QueryRowContext": "argument 0",
    "database/sql.(*Tx).QueryRow": "receiver",
    "database/sql.(*Tx).QueryRowContext": "receiver",
    "github.com/jmoiron/sqlx.(*DB).QueryRowxContext": "argument 0",
    "github.com/jmoiron/sqlx.(*Tx).QueryRowx": "receiver",
    "github.com/jmoiron/sqlx.(*Tx).QueryRowxContext": "receiver",
  },
  boundUntil: transactionEnds,
};

/** Prepared statements: the server keeps them, and the pool one for each connection that was used. */
export const statements: ResourceFacts = {
  noun: "prepared statement",
  acquire: {
    "database/sql.(*Conn).PrepareContext": [0],
    "database/sql.(*DB).Prepare": [0],
    "database/sql.(*DB).PrepareContext": [0],
    "database/sql.(*Tx).Prepare": [0],
    "database/sql.(*Tx).PrepareContext": [0],
    "github.com/jmoiron/sqlx.(*Conn).PreparexContext": [0],
    "github.com/jmoiron/sqlx.(*DB).PrepareNamed": [0],
    "github.com/jmoiron/sqlx.(*DB).PrepareNamedContext": [0],
    "github.com/jmoiron/sqlx.(*DB).Preparex": [0],
    "github.com/jmoiron/sqlx.(*DB).PreparexContext": [0],
    "github.com/jmoiron/sqlx.(*Tx).PrepareNamed": [0],
    "github.com/jmoiron/sqlx.(*Tx).PrepareNamedContext": [0],
    "github.com/jmoiron/sqlx.(*Tx).Preparex": [0],
    "github.com/jmoiron/sqlx.(*Tx).PreparexContext": [0],
    "github.com/jmoiron/sqlx.(Preparer).Prepare": [0],
    "github.com/jmoiron/sqlx.(PreparerContext).PrepareContext": [0],
    "github.com/jmoiron/sqlx.Preparex": [0],
    "github.com/jmoiron/sqlx.PreparexContext": [0],
    "github.com/uptrace/bun.(*DB).Prepare": [0],
    "github.com/uptrace/bun.(*DB).PrepareContext": [0],
  },
  release: { methods: ["Close"] },
  // They return a view of the same statement.
  handOut: ["Unsafe"],
  boundTo: {
    // Closed when their transaction ends. Those of a connection are not: it goes back to the pool with them.
    "database/sql.(*Tx).Prepare": "receiver",
    "database/sql.(*Tx).PrepareContext": "receiver",
    "github.com/jmoiron/sqlx.(*Tx).PrepareNamed": "receiver",
    "github.com/jmoiron/sqlx.(*Tx).PrepareNamedContext": "receiver",
    "github.com/jmoiron/sqlx.(*Tx).Preparex": "receiver",
    "github.com/jmoiron/sqlx.(*Tx).PreparexContext": "receiver",
  },
  boundUntil: transactionEnds,
  releasedWith: {
    "database/sql.(*DB).Prepare": "receiver",
    "database/sql.(*DB).PrepareContext": "receiver",
    "github.com/jmoiron/sqlx.(*DB).PrepareNamed": "receiver",
    "github.com/jmoiron/sqlx.(*DB).PrepareNamedContext": "receiver",
    "github.com/jmoiron/sqlx.(*DB).Preparex": "receiver",
    "github.com/jmoiron/sqlx.(*DB).PreparexContext": "receiver",
  },
};

/** Transactions: each keeps its connection, and on the server its locks. */
export const transactions: ResourceFacts = {
  noun: "transaction",
  acquire: {
    "database/sql.(*Conn).BeginTx": [0],
    "database/sql.(*DB).Begin": [0],
    "database/sql.(*DB).BeginTx": [0],
    "github.com/jmoiron/sqlx.(*Conn).BeginTxx": [0],
    "github.com/jmoiron/sqlx.(*DB).BeginTxx": [0],
    "github.com/jmoiron/sqlx.(*DB).Beginx": [0],
    "github.com/jmoiron/sqlx.(*DB).MustBegin": [0],
    "github.com/jmoiron/sqlx.(*DB).MustBeginTx": [0],
    "github.com/uptrace/bun.(*DB).Begin": [0],
    "github.com/uptrace/bun.(*DB).BeginTx": [0],
    "github.com/uptrace/bun.(Conn).BeginTx": [0],
    "github.com/uptrace/bun.(IDB).BeginTx": [0],
  },
  release: { methods: ["Rollback", "Commit"] },
  handOut: ["Unsafe"],
  boundTo: {
    // It rolls back when the context is done.
    "database/sql.(*Conn).BeginTx": "argument 0",
    "database/sql.(*DB).BeginTx": "argument 0",
    "github.com/jmoiron/sqlx.(*Conn).BeginTxx": "argument 0",
    "github.com/jmoiron/sqlx.(*DB).BeginTxx": "argument 0",
    "github.com/jmoiron/sqlx.(*DB).MustBeginTx": "argument 0",
    "github.com/uptrace/bun.(*DB).BeginTx": "argument 0",
    "github.com/uptrace/bun.(Conn).BeginTx": "argument 0",
    "github.com/uptrace/bun.(IDB).BeginTx": "argument 0",
  },
};

/** Transactions whose methods want a context. That of Begin has no say over them: it is only for the call. */
export const contextTransactions: ResourceFacts = {
  noun: "transaction",
  acquire: {
    "cloud.google.com/go/spanner.NewReadWriteStmtBasedTransaction": [0],
    "cloud.google.com/go/spanner.NewReadWriteStmtBasedTransactionWithOptions": [0],
    "github.com/jackc/pgx/v4.(*Conn).Begin": [0],
    "github.com/jackc/pgx/v4.(*Conn).BeginTx": [0],
    "github.com/jackc/pgx/v4.(Tx).Begin": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Conn).Begin": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Conn).BeginTx": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Pool).Begin": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Pool).BeginTx": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Tx).Begin": [0],
    "github.com/jackc/pgx/v5.(*Conn).Begin": [0],
    "github.com/jackc/pgx/v5.(*Conn).BeginTx": [0],
    "github.com/jackc/pgx/v5.(Tx).Begin": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Conn).Begin": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Conn).BeginTx": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Pool).Begin": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Pool).BeginTx": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Tx).Begin": [0],
  },
  release: { methods: ["Rollback", "Commit", "CommitWithReturnResp"], wantsContext: true },
  handOut: ["ResetForRetry"],
  boundTo: {
    // A nested transaction is a savepoint, which ends with the outer one.
    "github.com/jackc/pgx/v4.(Tx).Begin": "receiver",
    "github.com/jackc/pgx/v4/pgxpool.(*Tx).Begin": "receiver",
    "github.com/jackc/pgx/v5.(Tx).Begin": "receiver",
    "github.com/jackc/pgx/v5/pgxpool.(*Tx).Begin": "receiver",
  },
};

/**
 * Transactions of gorm, which have the type of a database. What the methods named here return is the transaction as
 * well: whoever assigns or returns it may end it there.
 */
export const gormTransactions: ResourceFacts = {
  noun: "transaction",
  acquire: { "gorm.io/gorm.(*DB).Begin": [0] },
  release: { methods: ["Rollback", "Commit"] },
  details: ["Error", "RowsAffected"],
  handOut: [
    "Assign",
    "Attrs",
    "Begin",
    "Clauses",
    "Debug",
    "Distinct",
    "Group",
    "Having",
    "InnerJoins",
    "Joins",
    "Limit",
    "MapColumns",
    "Model",
    "Not",
    "Offset",
    "Omit",
    "Or",
    "Order",
    "Preload",
    "Raw",
    "Scopes",
    "Select",
    "Session",
    "Set",
    "InstanceSet",
    "Table",
    "Unscoped",
    "Where",
    "WithContext",
  ],
};

/** Snapshots of a database that are read from. */
export const readTransactions: ResourceFacts = {
  noun: "read-only transaction",
  acquire: {
    "cloud.google.com/go/spanner.(*Client).BatchReadOnlyTransaction": [0],
    // That of Single ends by itself when it has been used.
    "cloud.google.com/go/spanner.(*Client).ReadOnlyTransaction": [0],
  },
  release: { methods: ["Close", "Cleanup"] },
  handOut: ["WithBeginTransactionOption", "WithTimestampBound"],
};

/** Connections that are taken out of the pool of a database; closing gives them back. */
export const sqlConnections: ResourceFacts = {
  noun: "database connection",
  acquire: {
    "database/sql.(*DB).Conn": [0],
    "github.com/jmoiron/sqlx.(*DB).Connx": [0],
    "github.com/uptrace/bun.(*DB).Conn": [0],
  },
  release: { methods: ["Close"] },
};

/** Connections to PostgreSQL without a pool. */
export const pgxConnections: ResourceFacts = {
  noun: "database connection",
  acquire: {
    "github.com/jackc/pgx/v4.Connect": [0],
    "github.com/jackc/pgx/v4.ConnectConfig": [0],
    "github.com/jackc/pgx/v5.Connect": [0],
    "github.com/jackc/pgx/v5.ConnectConfig": [0],
    "github.com/jackc/pgx/v5.ConnectWithOptions": [0],
    "github.com/jackc/pgx/v5/pgconn.Connect": [0],
    "github.com/jackc/pgx/v5/pgconn.ConnectConfig": [0],
  },
  release: { methods: ["Close"], wantsContext: true },
  handOut: ["Hijack", "PgConn"],
};

/** Connections that go back to their pool. */
export const pooledConnections: ResourceFacts = {
  noun: "pooled connection",
  acquire: {
    "github.com/jackc/pgx/v4/pgxpool.(*Pool).Acquire": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Pool).Acquire": [0],
  },
  release: { methods: ["Release"] },
  handOut: ["Conn", "Hijack"],
};

/** Pools of connections, each with a goroutine. They are made to be kept for long. */
export const databases: ResourceFacts = {
  noun: "database",
  acquire: {
    "database/sql.Open": [0],
    "database/sql.OpenDB": [0],
    "github.com/ClickHouse/clickhouse-go/v2.Open": [0],
    "github.com/ClickHouse/clickhouse-go/v2.OpenDB": [0],
    "github.com/jackc/pgx/v4/pgxpool.Connect": [0],
    "github.com/jackc/pgx/v4/pgxpool.ConnectConfig": [0],
    "github.com/jackc/pgx/v5/pgxpool.New": [0],
    "github.com/jackc/pgx/v5/pgxpool.NewWithConfig": [0],
    "github.com/jackc/pgx/v5/stdlib.OpenDB": [0],
    "github.com/jackc/pgx/v5/stdlib.OpenDBFromPool": [0],
    "github.com/jmoiron/sqlx.Connect": [0],
    "github.com/jmoiron/sqlx.ConnectContext": [0],
    "github.com/jmoiron/sqlx.MustConnect": [0],
    "github.com/jmoiron/sqlx.MustOpen": [0],
    "github.com/jmoiron/sqlx.Open": [0],
  },
  release: { methods: ["Close"] },
  handOut: ["Unsafe"],
  lasting: true,
};

/** Results of a batch: until they are closed nothing else can use the connection. */
export const batchResults: ResourceFacts = {
  noun: "batch result",
  acquire: {
    "github.com/jackc/pgx/v4.(*Conn).SendBatch": [0],
    "github.com/jackc/pgx/v4.(Tx).SendBatch": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Conn).SendBatch": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Pool).SendBatch": [0],
    "github.com/jackc/pgx/v4/pgxpool.(*Tx).SendBatch": [0],
    "github.com/jackc/pgx/v5.(*Conn).SendBatch": [0],
    "github.com/jackc/pgx/v5.(Tx).SendBatch": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Conn).SendBatch": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Pool).SendBatch": [0],
    "github.com/jackc/pgx/v5/pgxpool.(*Tx).SendBatch": [0],
  },
  release: { methods: ["Close"] },
};

/** Batches that are being filled; they keep their connection until they are sent or given up. */
export const batches: ResourceFacts = {
  noun: "batch",
  acquire: { "github.com/ClickHouse/clickhouse-go/v2/lib/driver.(Conn).PrepareBatch": [0] },
  release: { methods: ["Close", "Abort", "Send"] },
  atExit: "lost",
};

/** Iterators over results that are streamed; each keeps its stream, and a session of the client. */
export const rowIterators: ResourceFacts = {
  noun: "iterator",
  acquire: {
    "cloud.google.com/go/firestore.(*DocumentRef).Snapshots": [0],
    "cloud.google.com/go/firestore.(*Transaction).Documents": [0],
    "cloud.google.com/go/firestore.(Query).Documents": [0],
    "cloud.google.com/go/firestore.(Query).Snapshots": [0],
    "cloud.google.com/go/spanner.(*BatchReadOnlyTransaction).Execute": [0],
    "cloud.google.com/go/spanner.(*Client).BatchWrite": [0],
    // What all of its transactions embed.
    "cloud.google.com/go/spanner.(*txReadOnly).Query": [0],
    "cloud.google.com/go/spanner.(*txReadOnly).QueryWithOptions": [0],
    "cloud.google.com/go/spanner.(*txReadOnly).QueryWithStats": [0],
    "cloud.google.com/go/spanner.(*txReadOnly).Read": [0],
    "cloud.google.com/go/spanner.(*txReadOnly).ReadUsingIndex": [0],
    "cloud.google.com/go/spanner.(*txReadOnly).ReadWithOptions": [0],
  },
  release: {
    // Do and GetAll go to the end and stop there.
    methods: ["Stop", "Do", "GetAll"],
    functions: ["cloud.google.com/go/spanner.SelectAll"],
  },
  // Its errors, iterator.Done among them, have ended the stream.
  endedByFailing: ["cloud.google.com/go/spanner.(*RowIterator).Next"],
};

/** What server and client keep of a query to MongoDB that was not read to its end. */
export const cursors: ResourceFacts = {
  noun: "cursor",
  acquire: {
    "go.mongodb.org/mongo-driver/mongo.(*Collection).Aggregate": [0],
    "go.mongodb.org/mongo-driver/mongo.(*Collection).Find": [0],
    "go.mongodb.org/mongo-driver/mongo.(*Database).Aggregate": [0],
    "go.mongodb.org/mongo-driver/mongo.(*Database).ListCollections": [0],
    "go.mongodb.org/mongo-driver/mongo.(*Database).RunCommandCursor": [0],
    "go.mongodb.org/mongo-driver/mongo.(IndexView).List": [0],
    "go.mongodb.org/mongo-driver/mongo/gridfs.(*Bucket).Find": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Collection).Aggregate": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Collection).Find": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Database).Aggregate": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Database).ListCollections": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Database).RunCommandCursor": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*GridFSBucket).Find": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(IndexView).List": [0],
  },
  // All reads to the end and closes.
  release: { methods: ["Close", "All"], wantsContext: true },
  // At the end of the last batch the server has given up the cursor, and the client its session.
  drain: ["Next"],
};

/** Change streams of MongoDB: a cursor that has no end. */
export const changeStreams: ResourceFacts = {
  noun: "change stream",
  acquire: {
    "go.mongodb.org/mongo-driver/mongo.(*Client).Watch": [0],
    "go.mongodb.org/mongo-driver/mongo.(*Collection).Watch": [0],
    "go.mongodb.org/mongo-driver/mongo.(*Database).Watch": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Client).Watch": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Collection).Watch": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Database).Watch": [0],
  },
  release: { methods: ["Close"], wantsContext: true },
};

/** Sessions that the server keeps. */
export const databaseSessions: ResourceFacts = {
  noun: "session",
  acquire: {
    "go.mongodb.org/mongo-driver/mongo.(*Client).StartSession": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*Client).StartSession": [0],
  },
  release: { methods: ["EndSession"], wantsContext: true },
};
