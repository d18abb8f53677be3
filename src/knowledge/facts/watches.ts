import type { ResourceFacts } from "./resource.js";

/** Watches on files: a descriptor and a goroutine each. */
export const fileWatchers: ResourceFacts = {
  noun: "watcher",
  acquire: {
    "github.com/fsnotify/fsnotify.NewBufferedWatcher": [0],
    "github.com/fsnotify/fsnotify.NewWatcher": [0],
  },
  release: { methods: ["Close"] },
  channels: ["Errors", "Events"],
  keepable: "active",
  lasting: true,
};

/** Watches on objects of Kubernetes: an open response and a goroutine each. */
export const watches: ResourceFacts = {
  noun: "watch",
  acquire: {
    "k8s.io/apimachinery/pkg/watch.(*Broadcaster).Watch": [0],
    "k8s.io/apimachinery/pkg/watch.(*Broadcaster).WatchWithPrefix": [0],
    "k8s.io/apimachinery/pkg/watch.NewStreamWatcher": [0],
    "k8s.io/client-go/dynamic.(ResourceInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/apps/v1.(DaemonSetInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/apps/v1.(DeploymentInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/apps/v1.(ReplicaSetInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/apps/v1.(StatefulSetInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/batch/v1.(CronJobInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/batch/v1.(JobInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(ConfigMapInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(EndpointsInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(EventInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(NamespaceInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(NodeInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(PersistentVolumeClaimInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(PodInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(SecretInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(ServiceAccountInterface).Watch": [0],
    "k8s.io/client-go/kubernetes/typed/core/v1.(ServiceInterface).Watch": [0],
    "k8s.io/client-go/rest.(*Request).Watch": [0],
    "k8s.io/client-go/tools/watch.NewRetryWatcher": [0],
  },
  release: { methods: ["Stop"] },
  keepable: "active",
};
