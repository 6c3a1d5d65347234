package io.eastwest.samples.ambient;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.samples.mesh.SeedMesh;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A state of {@code cluster-1} between sidecars and ambient mode, the earlier ones first; the last is a shortcut. */
enum MigrationStep {
    /** All pods have sidecars. */
    SIDECARS(Mode.SIDECAR, Mode.SIDECAR, false),

    /** istiod knows ambient mode, and the backend was restarted: its sidecars take tunnels. */
    TUNNELS(Mode.SIDECAR, Mode.SIDECAR_WITH_TUNNEL, false),

    /** The frontend is behind a ztunnel. */
    FRONTEND(Mode.ZTUNNEL, Mode.SIDECAR_WITH_TUNNEL, false),

    /** The Service of the backend has a waypoint, and so has the backend a policy for it. */
    WAYPOINT(Mode.ZTUNNEL, Mode.SIDECAR_WITH_TUNNEL, true),

    /** The backend is behind a ztunnel too. */
    BACKEND(Mode.ZTUNNEL, Mode.ZTUNNEL, true),

    /** Not a step but a mistake: the backend first, with the policy that its sidecars had. */
    BACKEND_FIRST(Mode.SIDECAR, Mode.ZTUNNEL, false);

    private static final String CLUSTER = "cluster-1";

    private final Mode frontend;
    private final Mode backend;
    private final boolean waypoint;

    MigrationStep(Mode frontend, Mode backend, boolean waypoint) {
        this.frontend = frontend;
        this.backend = backend;
        this.waypoint = waypoint;
    }

    /** {@return the cluster in this state, alone} */
    MeshSnapshot mesh() {
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(MeshTopology.of(
                "ambient",
                MeshTopologySpec.builder()
                        .meshId("mesh1")
                        .addCluster(ClusterTopology.builder()
                                .name(CLUSTER)
                                .network("network1")
                                .build())
                        .build()));
        MeshSnapshot seed = SeedMesh.snapshot();
        mesh.addManifests(CLUSTER, seed.manifests(CLUSTER));
        seed.resources(CLUSTER, Pod.class).forEach(pod -> mesh.put(CLUSTER, move(pod)));
        seed.resources(CLUSTER, KubernetesService.class).forEach(service -> mesh.put(CLUSTER, connect(service)));
        add(mesh, waypoint ? "only-from-waypoint.yaml" : "sidecar-policy.yaml");
        if (waypoint) {
            add(mesh, "waypoint.yaml");
        }
        return mesh.build();
    }

    private Pod move(Pod pod) {
        Mode mode = switch (pod.metadata().namespace().orElse("")) {
            case "my-frontend" -> frontend;
            case "my-backend" -> backend;
            default -> Mode.SIDECAR;
        };
        return mode == Mode.SIDECAR
                ? pod
                : pod.toBuilder().metadata(mode.of(pod.metadata())).build();
    }

    private KubernetesService connect(KubernetesService service) {
        ObjectMeta metadata = service.metadata();
        return waypoint && metadata.name().equals("mybackend-app")
                ? service.toBuilder()
                        .metadata(metadata.toBuilder()
                                .putLabel("istio.io/use-waypoint", "waypoint")
                                .build())
                        .build()
                : service;
    }

    private static void add(MeshSnapshotBuilder mesh, String file) {
        try (InputStream in = Objects.requireNonNull(MigrationStep.class.getResourceAsStream("/ambient/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            mesh.addManifests(CLUSTER, ManifestReader.strict().read(file, text).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private enum Mode {
        SIDECAR,
        SIDECAR_WITH_TUNNEL,
        ZTUNNEL;

        /** What tells of a pod that it has been moved, as injection and the CNI agent write it. */
        ObjectMeta of(ObjectMeta metadata) {
            Map<String, String> labels = new LinkedHashMap<>(metadata.labels());
            if (this == SIDECAR_WITH_TUNNEL) {
                labels.put("networking.istio.io/tunnel", "http");
                return metadata.toBuilder().labels(labels).build();
            }
            labels.remove("security.istio.io/tlsMode");
            return metadata.toBuilder()
                    .labels(labels)
                    .putAnnotation("ambient.istio.io/redirection", "enabled")
                    .build();
        }
    }
}
