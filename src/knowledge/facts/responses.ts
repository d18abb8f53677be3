import type { ResourceFacts } from "./resource.js";

/**
 * Responses to HTTP requests: an open body holds its connection, and the two goroutines that serve it.
 *
 * Not here, as nothing is held: responses to HEAD; `http.ReadResponse`, whose body reads from what the caller owns; the
 * responses that come with a websocket; `httptest.ResponseRecorder.Result`.
 */
export const responses: ResourceFacts = {
  noun: "response",
  acquire: {
    "github.com/hashicorp/go-retryablehttp.(*Client).Do": [0],
    "github.com/hashicorp/go-retryablehttp.(*Client).Get": [0],
    "github.com/hashicorp/go-retryablehttp.(*Client).Post": [0],
    "github.com/hashicorp/go-retryablehttp.(*Client).PostForm": [0],
    "github.com/hashicorp/go-retryablehttp.(*RoundTripper).RoundTrip": [0],
    "github.com/hashicorp/go-retryablehttp.Get": [0],
    "github.com/hashicorp/go-retryablehttp.Post": [0],
    "github.com/hashicorp/go-retryablehttp.PostForm": [0],
    "golang.org/x/net/context/ctxhttp.Do": [0],
    "golang.org/x/net/context/ctxhttp.Get": [0],
    "golang.org/x/net/context/ctxhttp.Post": [0],
    "golang.org/x/net/context/ctxhttp.PostForm": [0],
    "golang.org/x/net/http2.(*Transport).RoundTrip": [0],
    "golang.org/x/oauth2.(*Transport).RoundTrip": [0],
    "net/http.(*Client).Do": [0],
    "net/http.(*Client).Get": [0],
    "net/http.(*Client).Post": [0],
    "net/http.(*Client).PostForm": [0],
    "net/http.(*Transport).RoundTrip": [0],
    "net/http.(RoundTripper).RoundTrip": [0],
    "net/http.Get": [0],
    "net/http.Post": [0],
    "net/http.PostForm": [0],
  },
  release: {
    // Write sends the response on and closes its body at the end.
    methods: ["Body.Close", "Write"],
    deferrable: true,
    functions: [
      "github.com/PuerkitoBio/goquery.NewDocumentFromResponse",
      "go.etcd.io/etcd/pkg/v3/httputil.GracefulClose",
      "google.golang.org/api/googleapi.CloseBody",
    ],
  },
  // Responses with these have no body.
  emptyWhen: { StatusCode: [204n, 304n] },
  details: [
    "Close",
    "ContentLength",
    "Header",
    "Proto",
    "ProtoMajor",
    "ProtoMinor",
    "Request",
    "Status",
    "StatusCode",
    "TLS",
    "Trailer",
    "TransferEncoding",
    "Uncompressed",
  ],
};

/** Responses to HEAD: they have no body that holds anything, but there is no response at all when the request fails. */
export const headResponses: ResourceFacts = {
  noun: "response",
  acquire: {
    "github.com/hashicorp/go-retryablehttp.(*Client).Head": [0],
    "github.com/hashicorp/go-retryablehttp.Head": [0],
    "golang.org/x/net/context/ctxhttp.Head": [0],
    "net/http.(*Client).Head": [0],
    "net/http.Head": [0],
  },
  release: { methods: ["Body.Close"], deferrable: true },
};

/** Objects of storage services, which arrive as the body of a response. */
export const objectBodies: ResourceFacts = {
  noun: "object body",
  acquire: {
    "github.com/aws/aws-sdk-go-v2/service/s3.(*Client).GetObject": [0],
    "github.com/aws/aws-sdk-go/service/s3.(*S3).GetObject": [0],
    "github.com/aws/aws-sdk-go/service/s3.(*S3).GetObjectWithContext": [0],
    "github.com/docker/docker/client.(*Client).ImageBuild": [0],
    "github.com/docker/docker/client.(*Client).ImageLoad": [0],
  },
  release: { methods: ["Body.Close"], deferrable: true },
  details: ["ContentLength", "ContentType", "ETag", "LastModified", "Metadata", "VersionId"],
};

/** Readers and writers of what a service stores or sends; each holds a connection or a goroutine. */
export const objectReaders: ResourceFacts = {
  noun: "reader",
  acquire: {
    "cloud.google.com/go/storage.(*ObjectHandle).NewRangeReader": [0],
    "cloud.google.com/go/storage.(*ObjectHandle).NewReader": [0],
    "github.com/docker/docker/client.(*Client).ContainerExport": [0],
    "github.com/docker/docker/client.(*Client).ContainerLogs": [0],
    "github.com/docker/docker/client.(*Client).CopyFromContainer": [0],
    "github.com/docker/docker/client.(*Client).ImageCreate": [0],
    "github.com/docker/docker/client.(*Client).ImageImport": [0],
    "github.com/docker/docker/client.(*Client).ImagePull": [0],
    "github.com/docker/docker/client.(*Client).ImagePush": [0],
    "github.com/docker/docker/client.(*Client).ImageSave": [0],
    "github.com/docker/docker/client.(*Client).ServiceLogs": [0],
    "github.com/docker/docker/client.(*Client).TaskLogs": [0],
    "github.com/docker/docker/client.(ContainerAPIClient).ContainerExport": [0],
    "github.com/docker/docker/client.(ContainerAPIClient).ContainerLogs": [0],
    "github.com/docker/docker/client.(ContainerAPIClient).CopyFromContainer": [0],
    "github.com/docker/docker/client.(ImageAPIClient).ImageCreate": [0],
    "github.com/docker/docker/client.(ImageAPIClient).ImageImport": [0],
    "github.com/docker/docker/client.(ImageAPIClient).ImagePull": [0],
    "github.com/docker/docker/client.(ImageAPIClient).ImagePush": [0],
    "github.com/docker/docker/client.(ImageAPIClient).ImageSave": [0],
    "github.com/minio/minio-go/v7.(*Client).GetObject": [0],
    "github.com/minio/minio-go/v7.(*Client).SelectObjectContent": [0],
    "github.com/minio/minio-go/v7.(Core).GetObject": [0],
    "go.etcd.io/etcd/client/v3.(Maintenance).Snapshot": [0],
    "go.mongodb.org/mongo-driver/mongo/gridfs.(*Bucket).OpenDownloadStream": [0],
    "go.mongodb.org/mongo-driver/mongo/gridfs.(*Bucket).OpenDownloadStreamByName": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*GridFSBucket).OpenDownloadStream": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*GridFSBucket).OpenDownloadStreamByName": [0],
  },
  release: { methods: ["Close"], deferrable: true },
  // storage.Reader tells about the object.
  details: ["Attrs"],
};

/** Writers of objects: what is written arrives when they are closed, and not before. */
export const objectWriters: ResourceFacts = {
  noun: "writer",
  acquire: {
    "cloud.google.com/go/storage.(*ObjectHandle).NewWriter": [0],
    "go.mongodb.org/mongo-driver/mongo/gridfs.(*Bucket).OpenUploadStream": [0],
    "go.mongodb.org/mongo-driver/mongo/gridfs.(*Bucket).OpenUploadStreamWithID": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*GridFSBucket).OpenUploadStream": [0],
    "go.mongodb.org/mongo-driver/v2/mongo.(*GridFSBucket).OpenUploadStreamWithID": [0],
  },
  release: { methods: ["Close", "Abort", "CloseWithError"] },
  boundTo: {
    // Cancelling its context is how an upload is given up.
    "cloud.google.com/go/storage.(*ObjectHandle).NewWriter": "argument 0",
  },
  atExit: "lost",
};
