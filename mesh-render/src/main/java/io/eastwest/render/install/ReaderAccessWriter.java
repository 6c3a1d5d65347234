package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.ServiceAccount;
import io.eastwest.model.topology.InstallRole;
import java.util.ArrayList;
import java.util.List;

/**
 * What lets others read a cluster. Its role and binding come with the istiod chart everywhere, its ServiceAccount with the
 * base chart, which the operator installs for the default revision only; objects of charts must not be made twice. Mirrors
 * istio 1.30.3 {@code istioctl/pkg/multicluster/remote_secret.go} for the token.
 */
final class ReaderAccessWriter {
    private static final String TOKEN = "kubernetes.io/service-account-token";
    private static final String OF = "kubernetes.io/service-account.name";

    private ReaderAccessWriter() {}

    static List<MeshResource> of(Installation mesh, InstalledCluster cluster) {
        List<MeshResource> resources = new ArrayList<>();
        if (!isObserved(mesh, cluster)) {
            return resources;
        }
        if (account(cluster).equals(Names.READER) && cluster.isSail() && !cluster.isDefaultRevision()) {
            resources.add(ServiceAccount.builder()
                    .metadata(ObjectMeta.of(cluster.namespace(), Names.READER))
                    .build());
        }
        if (RemoteSecretWriter.credential(mesh, cluster).isEmpty()) {
            resources.add(Secret.builder()
                    .metadata(ObjectMeta.builder()
                            .namespace(cluster.namespace())
                            .name(tokenSecret(cluster))
                            .putAnnotation(OF, account(cluster))
                            .build())
                    .type(TOKEN)
                    .build());
        }
        return resources;
    }

    static boolean isObserved(Installation mesh, InstalledCluster cluster) {
        return mesh.clusters().stream().anyMatch(other -> mesh.observedBy(other).contains(cluster));
    }

    /** The account whose token istiod uses; that of istiod itself where istiod writes configuration, too. */
    static String account(InstalledCluster cluster) {
        return cluster.role() == InstallRole.config ? cluster.istiod() : Names.READER;
    }

    static String tokenSecret(InstalledCluster cluster) {
        return account(cluster) + "-istio-remote-secret-token";
    }
}
