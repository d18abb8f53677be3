import type { ResourceFacts } from "./resource.js";

/**
 * Connections and sockets. Not here: both ends of `net.Pipe`, which are memory, and `tls.Client` and its like, which wrap
 * a connection that somebody has already (see `wrappers`).
 */
export const connections: ResourceFacts = {
  noun: "connection",
  acquire: {
    "crypto/tls.(*Dialer).Dial": [0],
    "crypto/tls.(*Dialer).DialContext": [0],
    "crypto/tls.Dial": [0],
    "crypto/tls.DialWithDialer": [0],
    "github.com/docker/docker/client.(*Client).ContainerAttach": [0],
    "github.com/docker/docker/client.(*Client).ContainerExecAttach": [0],
    "github.com/docker/docker/client.(*Client).DialHijack": [0],
    "github.com/go-ldap/ldap/v3.Dial": [0],
    "github.com/go-ldap/ldap/v3.DialTLS": [0],
    "github.com/go-ldap/ldap/v3.DialURL": [0],
    "github.com/godbus/dbus/v5.ConnectSessionBus": [0],
    "github.com/godbus/dbus/v5.ConnectSystemBus": [0],
    // Unlike SystemBus, these are not shared.
    "github.com/godbus/dbus/v5.SessionBusPrivate": [0],
    "github.com/godbus/dbus/v5.SystemBusPrivate": [0],
    "github.com/gomodule/redigo/redis.(*Pool).Get": [0],
    "github.com/gomodule/redigo/redis.(*Pool).GetContext": [0],
    "github.com/gomodule/redigo/redis.Dial": [0],
    "github.com/gomodule/redigo/redis.DialContext": [0],
    "github.com/gomodule/redigo/redis.DialTimeout": [0],
    "github.com/gomodule/redigo/redis.DialURL": [0],
    "github.com/gomodule/redigo/redis.DialURLContext": [0],
    "github.com/gorilla/websocket.(*Dialer).Dial": [0],
    "github.com/gorilla/websocket.(*Dialer).DialContext": [0],
    "github.com/gorilla/websocket.(*Upgrader).Upgrade": [0],
    "github.com/gorilla/websocket.Upgrade": [0],
    "github.com/nats-io/nats.go.(Options).Connect": [0],
    "github.com/nats-io/nats.go.Connect": [0],
    "github.com/rabbitmq/amqp091-go.Dial": [0],
    "github.com/rabbitmq/amqp091-go.DialConfig": [0],
    "github.com/rabbitmq/amqp091-go.DialTLS": [0],
    "github.com/segmentio/kafka-go.(*Dialer).Dial": [0],
    "github.com/segmentio/kafka-go.(*Dialer).DialContext": [0],
    "github.com/segmentio/kafka-go.(*Dialer).DialLeader": [0],
    "github.com/segmentio/kafka-go.(*Dialer).DialPartition": [0],
    "github.com/segmentio/kafka-go.Dial": [0],
    "github.com/segmentio/kafka-go.DialContext": [0],
    "github.com/segmentio/kafka-go.DialLeader": [0],
    "github.com/segmentio/kafka-go.DialPartition": [0],
    "github.com/streadway/amqp.Dial": [0],
    "github.com/streadway/amqp.DialConfig": [0],
    "github.com/streadway/amqp.DialTLS": [0],
    "github.com/valyala/fasthttp.(*TCPDialer).Dial": [0],
    "github.com/valyala/fasthttp.(*TCPDialer).DialTimeout": [0],
    "github.com/valyala/fasthttp.Dial": [0],
    "github.com/valyala/fasthttp.DialTimeout": [0],
    "golang.org/x/crypto/ssh.(*Client).Dial": [0],
    "golang.org/x/crypto/ssh.(*Client).DialContext": [0],
    "golang.org/x/crypto/ssh.(*Client).DialTCP": [0],
    "golang.org/x/crypto/ssh.(Conn).OpenChannel": [0],
    "golang.org/x/crypto/ssh.(NewChannel).Accept": [0],
    "golang.org/x/net/proxy.(*PerHost).Dial": [0],
    "golang.org/x/net/proxy.(*PerHost).DialContext": [0],
    "golang.org/x/net/proxy.(ContextDialer).DialContext": [0],
    "golang.org/x/net/proxy.(Dialer).Dial": [0],
    "golang.org/x/net/proxy.Dial": [0],
    "golang.org/x/net/websocket.(*Config).DialContext": [0],
    "golang.org/x/net/websocket.Dial": [0],
    "golang.org/x/net/websocket.DialConfig": [0],
    "google.golang.org/grpc.Dial": [0],
    "google.golang.org/grpc.DialContext": [0],
    "google.golang.org/grpc.NewClient": [0],
    "log/syslog.Dial": [0],
    "log/syslog.New": [0],
    "net.(*Dialer).Dial": [0],
    "net.(*Dialer).DialContext": [0],
    "net.(*Dialer).DialIP": [0],
    "net.(*Dialer).DialTCP": [0],
    "net.(*Dialer).DialUDP": [0],
    "net.(*Dialer).DialUnix": [0],
    "net.(*ListenConfig).ListenPacket": [0],
    "net.(*TCPListener).Accept": [0],
    "net.(*TCPListener).AcceptTCP": [0],
    "net.(*UnixListener).Accept": [0],
    "net.(*UnixListener).AcceptUnix": [0],
    "net.(Listener).Accept": [0],
    "net.Dial": [0],
    "net.DialIP": [0],
    "net.DialTCP": [0],
    "net.DialTimeout": [0],
    "net.DialUDP": [0],
    "net.DialUnix": [0],
    // The file is duplicated, so that both have to be closed.
    "net.FileConn": [0],
    "net.FilePacketConn": [0],
    "net.ListenIP": [0],
    "net.ListenMulticastUDP": [0],
    "net.ListenPacket": [0],
    "net.ListenUDP": [0],
    "net.ListenUnixgram": [0],
    "net/http.(*ResponseController).Hijack": [0],
    "net/http.(Hijacker).Hijack": [0],
    "net/textproto.Dial": [0],
  },
  // Drain is of NATS.
  release: { methods: ["Close", "Drain"] },
  handOut: ["File", "NetConn", "SyscallConn", "UnderlyingConn"],
  boundTo: {
    "golang.org/x/crypto/ssh.(*Client).Dial": "receiver",
    "golang.org/x/crypto/ssh.(*Client).DialContext": "receiver",
    "golang.org/x/crypto/ssh.(*Client).DialTCP": "receiver",
    "golang.org/x/crypto/ssh.(Conn).OpenChannel": "receiver",
    // Offered by a connection, with which it ends.
    "golang.org/x/crypto/ssh.(NewChannel).Accept": "receiver",
  },
  boundUntil: ["golang.org/x/crypto/ssh.(Conn).Close"],
};

/** Websockets whose Close is a handshake with the other side, and wants to be told why. */
export const websockets: ResourceFacts = {
  noun: "websocket",
  acquire: {
    "github.com/coder/websocket.Accept": [0],
    "github.com/coder/websocket.Dial": [0],
    "nhooyr.io/websocket.Accept": [0],
    "nhooyr.io/websocket.Dial": [0],
  },
  release: { methods: ["CloseNow", "Close"] },
};

/** Sockets that connections are accepted from. */
export const listeners: ResourceFacts = {
  noun: "listener",
  acquire: {
    "crypto/tls.Listen": [0],
    "golang.org/x/crypto/ssh.(*Client).Listen": [0],
    "golang.org/x/crypto/ssh.(*Client).ListenTCP": [0],
    "golang.org/x/crypto/ssh.(*Client).ListenUnix": [0],
    "net.(*ListenConfig).Listen": [0],
    "net.FileListener": [0],
    "net.Listen": [0],
    "net.ListenTCP": [0],
    "net.ListenUnix": [0],
  },
  release: { methods: ["Close"] },
  handOut: ["File", "SyscallConn"],
  boundTo: {
    "golang.org/x/crypto/ssh.(*Client).Listen": "receiver",
    "golang.org/x/crypto/ssh.(*Client).ListenTCP": "receiver",
    "golang.org/x/crypto/ssh.(*Client).ListenUnix": "receiver",
  },
  boundUntil: ["golang.org/x/crypto/ssh.(Conn).Close"],
  keepable: "active",
  lasting: true,
};

/** Clients of services, each with connections and goroutines. They are made to be kept for long. */
export const clients: ResourceFacts = {
  noun: "client",
  acquire: {
    "cloud.google.com/go/firestore.NewClient": [0],
    "cloud.google.com/go/firestore.NewClientWithDatabase": [0],
    "cloud.google.com/go/pubsub.NewClient": [0],
    "cloud.google.com/go/pubsub.NewClientWithConfig": [0],
    "cloud.google.com/go/pubsub/v2.NewClient": [0],
    "cloud.google.com/go/pubsub/v2.NewClientWithConfig": [0],
    "cloud.google.com/go/spanner.NewClient": [0],
    "cloud.google.com/go/spanner.NewClientWithConfig": [0],
    "cloud.google.com/go/storage.NewClient": [0],
    "cloud.google.com/go/storage.NewGRPCClient": [0],
    "github.com/IBM/sarama.NewClient": [0],
    "github.com/IBM/sarama.NewClusterAdmin": [0],
    "github.com/Shopify/sarama.NewClient": [0],
    "github.com/Shopify/sarama.NewClusterAdmin": [0],
    "github.com/confluentinc/confluent-kafka-go/v2/kafka.NewAdminClient": [0],
    "github.com/go-redis/redis/v8.NewClient": [0],
    "github.com/go-redis/redis/v8.NewClusterClient": [0],
    "github.com/go-redis/redis/v8.NewFailoverClient": [0],
    "github.com/go-redis/redis/v8.NewFailoverClusterClient": [0],
    "github.com/go-redis/redis/v8.NewRing": [0],
    "github.com/go-redis/redis/v8.NewSentinelClient": [0],
    "github.com/go-redis/redis/v8.NewUniversalClient": [0],
    "github.com/gocql/gocql.(*ClusterConfig).CreateSession": [0],
    "github.com/gocql/gocql.NewSession": [0],
    "github.com/redis/go-redis/v9.NewClient": [0],
    "github.com/redis/go-redis/v9.NewClusterClient": [0],
    "github.com/redis/go-redis/v9.NewFailoverClient": [0],
    "github.com/redis/go-redis/v9.NewFailoverClusterClient": [0],
    "github.com/redis/go-redis/v9.NewRing": [0],
    "github.com/redis/go-redis/v9.NewSentinelClient": [0],
    "github.com/redis/go-redis/v9.NewUniversalClient": [0],
    "go.etcd.io/etcd/client/v3.New": [0],
    "go.etcd.io/etcd/client/v3.NewFromURL": [0],
    "go.etcd.io/etcd/client/v3.NewFromURLs": [0],
  },
  release: { methods: ["Close"] },
  handOut: [
    // The same client with other settings.
    "WithContext",
    "WithLogger",
    "WithTimeout",
    // What works through a client for long, and is kept in its place.
    "Bucket",
    "Publisher",
    "Subscriber",
    "Subscription",
    "SubscriptionInProject",
    "Topic",
    "TopicInProject",
  ],
  lasting: true,
};

/** Clients of one server, for as long as there is something to say to it. */
export const dialledClients: ResourceFacts = {
  noun: "client",
  acquire: {
    "golang.org/x/crypto/ssh.Dial": [0],
    "net/rpc.Dial": [0],
    "net/rpc.DialHTTP": [0],
    "net/rpc.DialHTTPPath": [0],
    "net/rpc/jsonrpc.Dial": [0],
    "net/smtp.Dial": [0],
  },
  // Quit is of mail.
  release: { methods: ["Close", "Quit"] },
};

/** Clients of MongoDB. */
export const mongoClients: ResourceFacts = {
  noun: "client",
  acquire: {
    "go.mongodb.org/mongo-driver/mongo.Connect": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.Connect": [0],
  },
  release: { methods: ["Disconnect"], wantsContext: true },
};

/** Connections to FTP servers. */
export const ftpConnections: ResourceFacts = {
  noun: "connection",
  acquire: {
    "github.com/jlaffaye/ftp.Connect": [0],
    "github.com/jlaffaye/ftp.Dial": [0],
    "github.com/jlaffaye/ftp.DialTimeout": [0],
  },
  release: { methods: ["Quit"] },
};

/** What runs over a connection and ends with it, but takes room there until then. */
export const sessions: ResourceFacts = {
  noun: "session",
  acquire: { "golang.org/x/crypto/ssh.(*Client).NewSession": [0] },
  release: { methods: ["Close"] },
  details: ["Stderr", "Stdin", "Stdout"],
  boundTo: { "golang.org/x/crypto/ssh.(*Client).NewSession": "receiver" },
  boundUntil: ["golang.org/x/crypto/ssh.(Conn).Close"],
};

/** Sessions that keep a lease alive from a goroutine, until the lease is lost: then Done is closed. */
export const leaseSessions: ResourceFacts = {
  noun: "session",
  acquire: { "go.etcd.io/etcd/client/v3/concurrency.NewSession": [0] },
  // Orphan leaves the lease to end by itself.
  release: { methods: ["Close", "Orphan"], receive: ["Done()"] },
  madeOf: { "go.etcd.io/etcd/client/v3/concurrency.NewSession": "argument 0" },
  keepable: "active",
};

/** Methods of a channel of AMQP whose errors come from a broker that has closed it, or from a connection that is lost. */
const brokerRequests = [
  "Confirm",
  "Consume",
  "ConsumeWithContext",
  "ExchangeBind",
  "ExchangeDeclare",
  "ExchangeDeclarePassive",
  "ExchangeDelete",
  "ExchangeUnbind",
  "Flow",
  "Publish",
  "PublishWithContext",
  "Qos",
  "QueueBind",
  "QueueDeclare",
  "QueueDeclarePassive",
  "QueueDelete",
  "QueueInspect",
  "QueuePurge",
  "QueueUnbind",
  "Tx",
];

/** Channels of AMQP, which share a connection and end with it. */
export const brokerChannels: ResourceFacts = {
  noun: "channel",
  acquire: {
    "github.com/rabbitmq/amqp091-go.(*Connection).Channel": [0],
    "github.com/streadway/amqp.(*Connection).Channel": [0],
  },
  release: { methods: ["Close"] },
  endedByFailing: brokerRequests.flatMap((name) => [
    `github.com/rabbitmq/amqp091-go.(*Channel).${name}`,
    `github.com/streadway/amqp.(*Channel).${name}`,
  ]),
  boundTo: {
    "github.com/rabbitmq/amqp091-go.(*Connection).Channel": "receiver",
    "github.com/streadway/amqp.(*Connection).Channel": "receiver",
  },
  boundUntil: [
    "github.com/rabbitmq/amqp091-go.(*Connection).Close",
    "github.com/streadway/amqp.(*Connection).Close",
  ],
};

/**
 * Subscriptions that have a connection of their own. Those of NATS share the one they are made on, and most are meant
 * to last as long as it.
 */
export const subscriptions: ResourceFacts = {
  noun: "subscription",
  acquire: {
    "github.com/go-redis/redis/v8.(*Client).PSubscribe": [0],
    "github.com/go-redis/redis/v8.(*Client).Subscribe": [0],
    "github.com/go-redis/redis/v8.(*ClusterClient).PSubscribe": [0],
    "github.com/go-redis/redis/v8.(*ClusterClient).Subscribe": [0],
    "github.com/go-redis/redis/v8.(*Ring).PSubscribe": [0],
    "github.com/go-redis/redis/v8.(*Ring).Subscribe": [0],
    "github.com/go-redis/redis/v8.(UniversalClient).PSubscribe": [0],
    "github.com/go-redis/redis/v8.(UniversalClient).Subscribe": [0],
    "github.com/redis/go-redis/v9.(*Client).PSubscribe": [0],
    "github.com/redis/go-redis/v9.(*Client).SSubscribe": [0],
    "github.com/redis/go-redis/v9.(*Client).Subscribe": [0],
    "github.com/redis/go-redis/v9.(*ClusterClient).PSubscribe": [0],
    "github.com/redis/go-redis/v9.(*ClusterClient).SSubscribe": [0],
    "github.com/redis/go-redis/v9.(*ClusterClient).Subscribe": [0],
    "github.com/redis/go-redis/v9.(*Ring).PSubscribe": [0],
    "github.com/redis/go-redis/v9.(*Ring).SSubscribe": [0],
    "github.com/redis/go-redis/v9.(*Ring).Subscribe": [0],
    "github.com/redis/go-redis/v9.(UniversalClient).PSubscribe": [0],
    "github.com/redis/go-redis/v9.(UniversalClient).SSubscribe": [0],
    "github.com/redis/go-redis/v9.(UniversalClient).Subscribe": [0],
  },
  release: { methods: ["Close"] },
  keepable: "active",
};

/** Consumers of Kafka, with connections and goroutines. */
export const consumers: ResourceFacts = {
  noun: "consumer",
  acquire: {
    "github.com/IBM/sarama.(Consumer).ConsumePartition": [0],
    "github.com/IBM/sarama.NewConsumer": [0],
    "github.com/IBM/sarama.NewConsumerFromClient": [0],
    "github.com/IBM/sarama.NewConsumerGroup": [0],
    "github.com/IBM/sarama.NewConsumerGroupFromClient": [0],
    "github.com/Shopify/sarama.(Consumer).ConsumePartition": [0],
    "github.com/Shopify/sarama.NewConsumer": [0],
    "github.com/Shopify/sarama.NewConsumerFromClient": [0],
    "github.com/Shopify/sarama.NewConsumerGroup": [0],
    "github.com/Shopify/sarama.NewConsumerGroupFromClient": [0],
    "github.com/confluentinc/confluent-kafka-go/v2/kafka.NewConsumer": [0],
    "github.com/segmentio/kafka-go.(*Conn).ReadBatch": [0],
    "github.com/segmentio/kafka-go.(*Conn).ReadBatchWith": [0],
    "github.com/segmentio/kafka-go.NewConsumerGroup": [0],
    "github.com/segmentio/kafka-go.NewReader": [0],
  },
  release: { methods: ["Close", "AsyncClose"] },
  keepable: "active",
};

/** Producers of Kafka; what they have not sent yet is lost with them. */
export const producers: ResourceFacts = {
  noun: "producer",
  acquire: {
    "github.com/IBM/sarama.NewAsyncProducer": [0],
    "github.com/IBM/sarama.NewAsyncProducerFromClient": [0],
    "github.com/IBM/sarama.NewSyncProducer": [0],
    "github.com/IBM/sarama.NewSyncProducerFromClient": [0],
    "github.com/Shopify/sarama.NewAsyncProducer": [0],
    "github.com/Shopify/sarama.NewAsyncProducerFromClient": [0],
    "github.com/Shopify/sarama.NewSyncProducer": [0],
    "github.com/Shopify/sarama.NewSyncProducerFromClient": [0],
    "github.com/confluentinc/confluent-kafka-go/v2/kafka.NewProducer": [0],
    "github.com/segmentio/kafka-go.NewWriter": [0],
  },
  release: { methods: ["Close", "AsyncClose"] },
  atExit: "lost",
};

/** Responses of FTP: until they are closed nothing else can be asked for. */
export const transfers: ResourceFacts = {
  noun: "transfer",
  acquire: {
    "github.com/jlaffaye/ftp.(*ServerConn).Retr": [0],
    "github.com/jlaffaye/ftp.(*ServerConn).RetrFrom": [0],
  },
  release: { methods: ["Close"] },
};

/** Servers for tests, with a listener and goroutines. */
export const testServers: ResourceFacts = {
  noun: "test server",
  acquire: {
    "net/http/httptest.NewServer": [0],
    "net/http/httptest.NewTLSServer": [0],
    "net/http/httptest.NewUnstartedServer": [0],
  },
  release: { methods: ["Close"] },
  details: ["URL"],
  keepable: "active",
};
