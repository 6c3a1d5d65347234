package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The views of all control planes of a mesh. Immutable and thread-safe; a view is made when it is first asked for. */
public final class MeshViews {
    private static final String DOMAIN_SUFFIX = "cluster.local";

    private final MeshSnapshot snapshot;
    private final Map<String, MeshSettings> settings = new LinkedHashMap<>();
    private final Map<String, List<String>> discovered = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, ClusterState> states = new ConcurrentHashMap<>();
    private final Map<String, CompiledView> views = new ConcurrentHashMap<>();

    private MeshViews(MeshSnapshot snapshot) {
        this.snapshot = snapshot;
        boolean secrets = RemoteSecrets.areUsed(snapshot);
        for (ClusterTopology cluster : snapshot.topology().spec().clusters()) {
            String name = cluster.name();
            settings.put(name, MeshSettings.read(snapshot, name, issues::add));
            if (cluster.controlPlaneOrDefault().equals(name)) {
                discovered.put(
                        name,
                        secrets
                                ? RemoteSecrets.discovered(snapshot, name, issues::add)
                                : snapshot.topology().spec().visibleTo(name));
            }
        }
    }

    /**
     * Looks at a mesh.
     *
     * @param snapshot everything that is configured
     * @return the views of its control planes
     */
    public static MeshViews of(MeshSnapshot snapshot) {
        return new MeshViews(snapshot);
    }

    /** {@return what is wrong with mesh configurations and remote secrets, in the order of the clusters} */
    public List<Issue> issues() {
        return Collections.unmodifiableList(issues);
    }

    /**
     * What is wrong with the services, workloads and gateways of networks that a control plane reads.
     *
     * @param cluster name of a cluster that it serves
     * @return the problems, sorted
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public List<Issue> issues(String cluster) {
        return compiled(cluster).issues();
    }

    /**
     * The view of the control plane that serves the proxies of a cluster.
     *
     * @param cluster name of the cluster
     * @return the view; the same for all clusters of one control plane
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public ControlPlaneView view(String cluster) {
        return compiled(cluster);
    }

    /**
     * DNS of the pods of a cluster.
     *
     * @param cluster name of the cluster
     * @return its resolver
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public HostResolver resolver(String cluster) {
        return compiled(cluster).resolver(cluster);
    }

    private CompiledView compiled(String cluster) {
        return views.computeIfAbsent(topology(cluster).controlPlaneOrDefault(), this::compile);
    }

    private ClusterTopology topology(String cluster) {
        return snapshot.topology()
                .spec()
                .cluster(cluster)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no cluster \"" + cluster + "\" in the topology; there are " + snapshot.clusters()));
    }

    private CompiledView compile(String controlPlane) {
        MeshTopologySpec mesh = snapshot.topology().spec();
        MeshSettings own = settings.getOrDefault(controlPlane, MeshSettings.NONE);
        MeshConfig config = MeshConfigDefaults.apply(own.config().orElse(MeshConfig.empty()), mesh);
        List<ClusterState> clusters = new ArrayList<>();
        Map<String, String> trustDomains = new LinkedHashMap<>();
        for (String cluster : visibleTo(controlPlane)) {
            clusters.add(state(cluster));
            trustDomains.put(cluster, trustDomain(cluster));
        }
        String trustDomain = config.trustDomain().orElse(TrustDomains.DEFAULT);
        trustDomains.put(controlPlane, trustDomain);
        return new CompiledView(new ViewInputs(
                clusters,
                config,
                own.networks().orElse(MeshNetworks.empty()),
                new TrustDomains(trustDomain, trustDomains),
                DOMAIN_SUFFIX,
                AmbientInstallation.read(clusters, config, own.rendered())));
    }

    private Set<String> visibleTo(String controlPlane) {
        Set<String> visible = new LinkedHashSet<>();
        visible.add(controlPlane);
        visible.addAll(discovered.getOrDefault(controlPlane, List.of()));
        return visible;
    }

    /** A cluster that runs no control plane has no mesh configuration but what its manifests hold. */
    private String trustDomain(String cluster) {
        ClusterTopology topology = topology(cluster);
        String unless = topology.controlPlaneOrDefault().equals(cluster)
                ? snapshot.topology().spec().trustDomainOrDefault()
                : TrustDomains.DEFAULT;
        return settings.getOrDefault(cluster, MeshSettings.NONE)
                .config()
                .flatMap(MeshConfig::trustDomain)
                .filter(domain -> !domain.isEmpty())
                .orElse(unless);
    }

    private ClusterState state(String cluster) {
        return states.computeIfAbsent(cluster, name -> ClusterState.of(snapshot, installed(topology(name))));
    }

    /** The network of an installation in the manifests wins over that of the topology. */
    private ClusterTopology installed(ClusterTopology cluster) {
        return settings.getOrDefault(cluster.name(), MeshSettings.NONE)
                .network()
                .map(network -> cluster.toBuilder().network(network).build())
                .orElse(cluster);
    }
}
