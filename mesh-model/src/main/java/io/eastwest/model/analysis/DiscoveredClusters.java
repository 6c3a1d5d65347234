package io.eastwest.model.analysis;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The clusters that a control plane reads: by its remote secrets if any cluster holds one, else by the topology. Whether
 * istiod takes the kubeconfig of a secret is not looked at. Mirrors istio 1.30.3 {@code
 * pkg/kube/multicluster/secretcontroller.go}.
 */
final class DiscoveredClusters {
    private static final String LABEL = "istio/multiCluster";

    private DiscoveredClusters() {}

    /** {@return names of clusters of the mesh, the control plane's own first} */
    static List<String> of(MeshSnapshot mesh, String controlPlane) {
        Set<String> names = new LinkedHashSet<>();
        names.add(controlPlane);
        boolean secrets = mesh.clusters().stream()
                .flatMap(cluster -> mesh.resources(cluster, Secret.class).stream())
                .anyMatch(DiscoveredClusters::isRemoteSecret);
        if (secrets) {
            mesh.resources(controlPlane, Secret.class).stream()
                    .filter(DiscoveredClusters::isRemoteSecret)
                    .forEach(secret -> names.addAll(keys(secret)));
        } else {
            names.addAll(mesh.topology().spec().visibleTo(controlPlane));
        }
        names.retainAll(mesh.clusters());
        return new ArrayList<>(names);
    }

    static boolean isRemoteSecret(Secret secret) {
        return secret.metadata().labels().getOrDefault(LABEL, "").equals("true");
    }

    /** {@return keys of a secret, sorted} */
    static Set<String> keys(Secret secret) {
        Set<String> keys = new TreeSet<>(secret.data().keySet());
        keys.addAll(secret.stringData().keySet());
        return keys;
    }
}
