package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ObjectMetaBuilder;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.topology.InstallRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Secrets by which an istiod reads other clusters. The key of the data is the cluster: it must be the name that the
 * proxies of that cluster report. Mirrors istio 1.30.3 {@code istioctl/pkg/multicluster/remote_secret.go}, but for the
 * label of the Secret of an external control plane, which would make istiod read one more cluster called {@code config}.
 */
final class RemoteSecretWriter {
    private static final String CONFIG = "config";

    private RemoteSecretWriter() {}

    static Optional<RemoteCredential> credential(Installation mesh, InstalledCluster cluster) {
        return mesh.spec().credentials().stream()
                .filter(credential -> credential.cluster().equals(cluster.name()))
                .findFirst();
    }

    /** The Secrets for the istiod that runs in a cluster. */
    static List<MeshResource> of(Installation mesh, InstalledCluster cluster) {
        List<MeshResource> secrets = new ArrayList<>();
        for (InstalledCluster observed : mesh.observedBy(cluster)) {
            credential(mesh, observed)
                    .ifPresent(credential -> secrets.add(
                            secret(mesh, cluster, observed, KubeconfigText.of(observed.name(), credential))));
        }
        return secrets;
    }

    static Secret secret(
            Installation mesh, InstalledCluster observer, InstalledCluster observed, SecretBytes kubeconfig) {
        boolean config = isConfigCluster(observer, observed);
        ObjectMetaBuilder metadata = ObjectMeta.builder()
                .namespace(namespace(mesh, observer))
                .name(config ? "istio-kubeconfig" : "istio-remote-secret-" + observed.name());
        if (!config) {
            metadata.putLabel(Names.MULTI_CLUSTER, Names.TRUE);
        }
        return Secret.builder()
                .metadata(metadata.putAnnotation(Names.CLUSTER, observed.name()).build())
                .type("Opaque")
                .putData(config ? CONFIG : observed.name(), kubeconfig)
                .build();
    }

    static boolean isConfigCluster(InstalledCluster observer, InstalledCluster observed) {
        return observer.isHost() && observed.role() == InstallRole.config;
    }

    /** Where the istiod of a cluster looks for its Secrets: in its own namespace. */
    static String namespace(Installation mesh, InstalledCluster observer) {
        return observer.isHost() ? mesh.configClusterOf(observer).namespace() : observer.namespace();
    }
}
