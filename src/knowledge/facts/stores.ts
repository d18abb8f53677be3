import type { ResourceFacts } from "./resource.js";

/** Databases within the process: files, a lock, goroutines. */
export const stores: ResourceFacts = {
  noun: "database",
  acquire: {
    "github.com/dgraph-io/badger/v4.Open": [0],
    "github.com/dgraph-io/badger/v4.OpenManaged": [0],
    "github.com/syndtr/goleveldb/leveldb.Open": [0],
    "github.com/syndtr/goleveldb/leveldb.OpenFile": [0],
    "github.com/syndtr/goleveldb/leveldb.RecoverFile": [0],
    "go.etcd.io/bbolt.Open": [0],
  },
  release: { methods: ["Close"] },
};

/** Transactions of bbolt: readers keep the pages that they see, a writer keeps out all others. */
export const boltTransactions: ResourceFacts = {
  noun: "transaction",
  acquire: { "go.etcd.io/bbolt.(*DB).Begin": [0] },
  release: { methods: ["Rollback", "Commit"] },
};

/** Transactions that are discarded; readers keep the versions that they see. */
export const storeTransactions: ResourceFacts = {
  noun: "transaction",
  acquire: {
    "github.com/dgraph-io/badger/v4.(*DB).NewTransaction": [0],
    "github.com/dgraph-io/badger/v4.(*DB).NewTransactionAt": [0],
    "github.com/syndtr/goleveldb/leveldb.(*DB).OpenTransaction": [0],
  },
  release: { methods: ["Discard", "Commit", "CommitAt", "CommitWith"] },
};

/** Iterators of badger, which keep the tables that they read. */
export const badgerIterators: ResourceFacts = {
  noun: "iterator",
  acquire: {
    "github.com/dgraph-io/badger/v4.(*Txn).NewIterator": [0],
    "github.com/dgraph-io/badger/v4.(*Txn).NewKeyIterator": [0],
  },
  release: { methods: ["Close"] },
};

/** Iterators of LevelDB, which keep the tables that they read. */
export const levelIterators: ResourceFacts = {
  noun: "iterator",
  acquire: {
    "github.com/syndtr/goleveldb/leveldb.(*DB).NewIterator": [0],
    "github.com/syndtr/goleveldb/leveldb.(*Snapshot).NewIterator": [0],
    "github.com/syndtr/goleveldb/leveldb.(*Transaction).NewIterator": [0],
    "github.com/syndtr/goleveldb/leveldb.(Reader).NewIterator": [0],
  },
  release: { methods: ["Release"] },
};

/** Snapshots of LevelDB, which keep every version that they see. */
export const levelSnapshots: ResourceFacts = {
  noun: "snapshot",
  acquire: { "github.com/syndtr/goleveldb/leveldb.(*DB).GetSnapshot": [0] },
  release: { methods: ["Release"] },
};
