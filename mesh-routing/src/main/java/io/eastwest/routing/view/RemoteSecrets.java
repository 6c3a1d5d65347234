package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Clusters that a control plane may read, by the remote secrets in the namespace of istiod. Their order is that of Secrets, then keys:
 * upstream it is random. Mirrors istio 1.30.3 {@code pkg/kube/multicluster/secretcontroller.go:NewController, addRemoteConfig}.
 */
final class RemoteSecrets {
    private static final String LABEL = "istio/multiCluster";
    private static final String CONFIG_CLUSTER_SECRET = "istio-kubeconfig";
    private static final String ALLOWED = "PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS";

    private final MeshSnapshot snapshot;
    private final String controlPlane;
    private final IstiodInstallation istiod;
    private final Set<String> allowed;
    private final Consumer<Issue> issues;
    private final Set<String> found = new LinkedHashSet<>();

    private RemoteSecrets(
            MeshSnapshot snapshot, String controlPlane, IstiodInstallation istiod, Consumer<Issue> issues) {
        this.snapshot = snapshot;
        this.controlPlane = controlPlane;
        this.istiod = istiod;
        this.allowed = new LinkedHashSet<>(
                List.of(istiod.environment().getOrDefault(ALLOWED, "").split(",", -1)));
        this.issues = issues;
    }

    /**
     * {@return whether any cluster of the mesh holds a remote secret, so that discovery follows them} That of an external control plane
     * for its own configuration is none.
     */
    static boolean areUsed(MeshSnapshot snapshot) {
        return snapshot.clusters().stream()
                .flatMap(cluster -> secrets(snapshot, cluster).stream())
                .anyMatch(secret -> !secret.metadata().name().equals(CONFIG_CLUSTER_SECRET));
    }

    /** {@return the other clusters that the remote secrets of a control plane name, by secret, then key} */
    static List<String> discovered(
            MeshSnapshot snapshot, String controlPlane, IstiodInstallation istiod, Consumer<Issue> issues) {
        RemoteSecrets secrets = new RemoteSecrets(snapshot, controlPlane, istiod, issues);
        boolean ofHost = istiod.is("LOCAL_CLUSTER_SECRET_WATCHER", false) && istiod.is("EXTERNAL_ISTIOD", false);
        secrets(snapshot, ofHost ? istiod.host() : controlPlane).forEach(secrets::add);
        return List.copyOf(secrets.found);
    }

    private static List<Secret> secrets(MeshSnapshot snapshot, String cluster) {
        return snapshot.resources(cluster, Secret.class).stream()
                .filter(secret ->
                        secret.metadata().labels().getOrDefault(LABEL, "").equals("true"))
                .sorted((a, b) -> a.metadata().name().compareTo(b.metadata().name()))
                .toList();
    }

    private void add(Secret secret) {
        if (!namespaces().contains(secret.metadata().namespaceOrDefault())) {
            report(
                    secret,
                    DocumentPath.root().field("metadata").field("namespace"),
                    "is not in namespace \"" + namespaces().iterator().next()
                            + "\", the only one where istiod looks for it",
                    "move it there");
            return;
        }
        Set<String> keys = new TreeSet<>(secret.data().keySet());
        keys.addAll(secret.stringData().keySet());
        for (String key : keys) {
            if (!key.equals(controlPlane)) {
                add(secret, key);
            }
        }
    }

    /** Where the manifests do not hold istiod, it may be in the usual namespace or in the root namespace. */
    private Set<String> namespaces() {
        Set<String> namespaces = new LinkedHashSet<>();
        istiod.namespace().ifPresentOrElse(namespaces::add, () -> {
            namespaces.add(ClusterNamespaces.SYSTEM);
            namespaces.add(snapshot.topology().spec().rootNamespaceOrDefault());
        });
        return namespaces;
    }

    private void add(Secret secret, String key) {
        Optional<String> problem = snapshot.clusters().contains(key)
                ? Kubeconfig.problem(secret.value(key).map(SecretBytes::toText).orElse(""), allowed)
                        .map(reason -> "kubeconfig of cluster \"" + key + "\" " + reason)
                : Optional.of("names cluster \"" + key + "\", which is not among " + snapshot.clusters());
        if (problem.isEmpty() && !found.add(key)) {
            problem = Optional.of("names cluster \"" + key + "\", which an earlier secret names already");
        }
        problem.ifPresent(reason -> report(
                secret,
                DocumentPath.root().field("data").field(key),
                reason,
                "name a cluster of the topology once, with token and server"));
    }

    private void report(Secret secret, DocumentPath path, String message, String hint) {
        issues.accept(Issue.warning(IssueCode.REMOTE_SECRET_IGNORED, path, message, hint)
                .about(secret.key()));
    }
}
