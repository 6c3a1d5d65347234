package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;

/** Namespaces of the control plane, with the network and the owner that istiod reads from them. */
final class NamespaceWriter {
    private NamespaceWriter() {}

    static List<MeshResource> of(Installation mesh, InstalledCluster cluster) {
        List<MeshResource> namespaces = new ArrayList<>();
        namespaces.add(system(mesh, cluster));
        if (cluster.isHost()) {
            namespaces.add(withoutInjection(mesh.configClusterOf(cluster).namespace()));
        }
        if (AmbientWriter.hasCni(cluster)) {
            namespaces.add(withoutInjection(Names.CNI_NAMESPACE));
        }
        if (cluster.isAmbient()) {
            namespaces.add(withoutInjection(Names.ZTUNNEL_NAMESPACE));
        }
        return namespaces;
    }

    /** Nothing there is a workload of the mesh. */
    private static Namespace withoutInjection(String name) {
        return Namespace.builder()
                .metadata(ObjectMeta.builder()
                        .name(name)
                        .putLabel("istio-injection", "disabled")
                        .build())
                .build();
    }

    /** The one in which gateways are injected, too. */
    private static Namespace system(Installation mesh, InstalledCluster cluster) {
        ObjectMetaBuilder metadata = ObjectMeta.builder().name(cluster.namespace());
        if (!cluster.network().isEmpty() && cluster.hasWorkloads()) {
            metadata.putLabel(Names.NETWORK, cluster.network());
        }
        if (!cluster.namespace().equals("istio-system") && cluster.hasWorkloads()) {
            metadata.putLabel(Names.REVISION, cluster.revision());
        }
        switch (cluster.role()) {
            case remote ->
                metadata.putAnnotation(
                        Names.CONTROL_PLANE_CLUSTERS,
                        mesh.configurationOf(cluster).name());
            case primary, config, host -> {}
        }
        return Namespace.builder().metadata(metadata.build()).build();
    }
}
