package io.eastwest.routing.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.reader.ManifestReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Clusters that a control plane may read, by the remote secrets of its cluster. Mirrors istio 1.30.3 {@code
 * pkg/kube/multicluster/secretcontroller.go} and {@code pkg/kube/util.go:sanitizeKubeConfig}.
 */
final class RemoteSecrets {
    private static final String LABEL = "istio/multiCluster";

    private final MeshSnapshot snapshot;
    private final String controlPlane;
    private final Consumer<Issue> issues;
    private final Set<String> found = new LinkedHashSet<>();

    private RemoteSecrets(MeshSnapshot snapshot, String controlPlane, Consumer<Issue> issues) {
        this.snapshot = snapshot;
        this.controlPlane = controlPlane;
        this.issues = issues;
    }

    /** {@return whether any cluster of the mesh holds a remote secret, so that discovery follows them} */
    static boolean areUsed(MeshSnapshot snapshot) {
        return snapshot.clusters().stream()
                .anyMatch(cluster -> !secrets(snapshot, cluster).isEmpty());
    }

    /** {@return the other clusters that the remote secrets of a control plane's cluster name, by secret, then key} */
    static List<String> discovered(MeshSnapshot snapshot, String controlPlane, Consumer<Issue> issues) {
        RemoteSecrets secrets = new RemoteSecrets(snapshot, controlPlane, issues);
        secrets(snapshot, controlPlane).forEach(secrets::add);
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
        Set<String> keys = new TreeSet<>(secret.data().keySet());
        keys.addAll(secret.stringData().keySet());
        for (String key : keys) {
            if (key.equals(controlPlane)) {
                continue;
            }
            String problem = snapshot.clusters().contains(key)
                    ? kubeconfigProblem(key, secret.value(key))
                    : "names cluster \"" + key + "\", which is not among " + snapshot.clusters();
            if (problem.isEmpty() && !found.add(key)) {
                problem = "names cluster \"" + key + "\", which an earlier secret names already";
            }
            if (!problem.isEmpty()) {
                issues.accept(Issue.warning(
                                IssueCode.REMOTE_SECRET_IGNORED,
                                DocumentPath.root().field("data").field(key),
                                problem,
                                "name a cluster of the topology once, with token and server")
                        .about(secret.key()));
            }
        }
    }

    /** {@return why istiod would not take it; empty text: it would} */
    private static String kubeconfigProblem(String cluster, Optional<SecretBytes> kubeconfig) {
        Optional<JsonNode> config = kubeconfig.flatMap(text -> ManifestReader.strict()
                .readValue(JsonNode.class, cluster, text.toText())
                .value());
        if (config.isEmpty() || !config.get().isObject()) {
            return "kubeconfig of cluster \"" + cluster + "\" cannot be read";
        }
        for (JsonNode entry : config.get().path("users")) {
            JsonNode user = entry.path("user");
            for (String field : List.of("exec", "tokenFile", "client-certificate", "client-key")) {
                if (user.has(field)) {
                    return "kubeconfig of cluster \"" + cluster + "\" uses " + field + ", which istiod refuses";
                }
            }
            if (user.has("auth-provider")
                    && !user.path("auth-provider").path("name").asText().equals("oidc")) {
                return "kubeconfig of cluster \"" + cluster + "\" uses an auth-provider other than oidc";
            }
        }
        return "";
    }
}
