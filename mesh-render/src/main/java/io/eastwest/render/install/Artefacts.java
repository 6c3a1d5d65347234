package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioCni;
import io.eastwest.model.sail.ZTunnel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All resources of an installation, by cluster and purpose. */
final class Artefacts {
    private final Map<String, Map<Artefact, List<MeshResource>>> byCluster = new LinkedHashMap<>();

    private final Map<String, List<ToolFile>> tools = new LinkedHashMap<>();

    Artefacts(Installation mesh) {
        for (InstalledCluster cluster : mesh.clusters()) {
            Map<Artefact, List<MeshResource>> made = new EnumMap<>(Artefact.class);
            made.put(Artefact.NAMESPACE, NamespaceWriter.of(mesh, cluster));
            made.put(Artefact.TRUST, TrustWriter.of(mesh, cluster));
            switch (cluster.tool()) {
                case sail -> addOperator(mesh, cluster, made);
                case helm -> tools.put(cluster.name(), HelmForm.of(mesh, cluster));
                case istioctl -> tools.put(cluster.name(), IstioctlForm.of(mesh, cluster));
            }
            made.put(Artefact.GATEWAY, GatewayWriter.of(mesh, cluster));
            made.put(Artefact.EXPOSURE, ExposureWriter.of(mesh, cluster));
            made.put(Artefact.READER, ReaderAccessWriter.of(mesh, cluster));
            made.put(Artefact.REMOTE_SECRET, RemoteSecretWriter.of(mesh, cluster));
            byCluster.put(cluster.name(), made);
        }
    }

    private static void addOperator(
            Installation mesh, InstalledCluster cluster, Map<Artefact, List<MeshResource>> made) {
        for (MeshResource agent : AmbientWriter.of(cluster)) {
            made.put(agent instanceof ZTunnel ? Artefact.ZTUNNEL : Artefact.CNI, List.of(agent));
        }
        List<Istio> istios = ControlPlaneWriter.all(mesh, cluster);
        made.put(Artefact.CONTROL_PLANE, List.of(istios.get(0)));
        made.put(Artefact.HOSTED_CONTROL_PLANE, new ArrayList<>(istios.subList(1, istios.size())));
    }

    List<MeshResource> of(InstalledCluster cluster, Artefact artefact) {
        return byCluster.getOrDefault(cluster.name(), Collections.emptyMap()).getOrDefault(artefact, List.of());
    }

    /** The files for other tools than kubectl, in the order of use. */
    List<ToolFile> tools(InstalledCluster cluster) {
        return tools.getOrDefault(cluster.name(), List.of());
    }

    boolean hasCni(InstalledCluster cluster) {
        return of(cluster, Artefact.CNI).stream().anyMatch(IstioCni.class::isInstance);
    }

    MeshSnapshot snapshot(Installation mesh) {
        MeshSnapshotBuilder snapshot = MeshSnapshot.builder(mesh.spec().topology());
        byCluster.forEach((cluster, made) -> made.values().forEach(resources -> snapshot.addAll(cluster, resources)));
        return snapshot.build();
    }
}
