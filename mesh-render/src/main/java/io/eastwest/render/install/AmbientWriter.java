package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.IstioCni;
import io.eastwest.model.sail.IstioCniSpec;
import io.eastwest.model.sail.IstioCniSpecBuilder;
import io.eastwest.model.sail.MultiClusterValues;
import io.eastwest.model.sail.ZTunnel;
import io.eastwest.model.sail.ZTunnelSettings;
import io.eastwest.model.sail.ZTunnelSettingsBuilder;
import io.eastwest.model.sail.ZTunnelSpec;
import io.eastwest.model.sail.ZTunnelValues;
import java.util.ArrayList;
import java.util.List;

/** The node agents of the operator: IstioCNI on OpenShift and in ambient mode, ZTunnel in ambient mode. */
final class AmbientWriter {
    private AmbientWriter() {}

    /** Whether pods of the mesh need the CNI plugin: OpenShift allows no privileged init containers, ambient needs it. */
    static boolean hasCni(InstalledCluster cluster) {
        return cluster.hasWorkloads() && (cluster.isOpenShift() || cluster.isAmbient());
    }

    static List<MeshResource> of(InstalledCluster cluster) {
        List<MeshResource> resources = new ArrayList<>();
        if (hasCni(cluster)) {
            IstioCniSpecBuilder spec =
                    IstioCniSpec.builder().version(cluster.version()).namespace(Names.CNI_NAMESPACE);
            if (cluster.isAmbient()) {
                spec.profile(InstallProfile.ambient);
            }
            resources.add(IstioCni.builder()
                    .metadata(ObjectMeta.of(InstalledCluster.DEFAULT))
                    .spec(spec.build())
                    .build());
        }
        if (cluster.isAmbient()) {
            resources.add(ZTunnel.builder()
                    .metadata(ObjectMeta.of(InstalledCluster.DEFAULT))
                    .spec(ZTunnelSpec.builder()
                            .version(cluster.version())
                            .namespace(Names.ZTUNNEL_NAMESPACE)
                            .values(ZTunnelValues.builder()
                                    .ztunnel(settings(cluster))
                                    .build())
                            .build())
                    .build());
        }
        return resources;
    }

    static ZTunnelSettings settings(InstalledCluster cluster) {
        ZTunnelSettingsBuilder settings = ZTunnelSettings.builder()
                .multiCluster(
                        MultiClusterValues.builder().clusterName(cluster.name()).build());
        if (!cluster.network().isEmpty()) {
            settings.network(cluster.network());
        }
        if (!cluster.isDefaultRevision()) {
            settings.revision(cluster.revision());
        }
        if (!cluster.namespace().equals("istio-system")) {
            settings.istioNamespace(cluster.namespace());
        }
        return settings.build();
    }
}
