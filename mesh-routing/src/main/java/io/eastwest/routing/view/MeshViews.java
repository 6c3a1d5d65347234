package io.eastwest.routing.view;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The views of all control planes of a mesh. Immutable and thread-safe; a view is made when it is first asked for. */
public final class MeshViews {
    private static final String DOMAIN_SUFFIX = "cluster.local";

    private final MeshSnapshot snapshot;
    private final MeshTopologySpec topology;
    private final Map<String, ClusterInstallation> installations = new LinkedHashMap<>();
    private final Map<String, List<String>> discovered = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, ClusterState> states = new ConcurrentHashMap<>();
    private final Map<String, CompiledView> views = new ConcurrentHashMap<>();

    private MeshViews(MeshSnapshot snapshot) {
        this.snapshot = snapshot;
        this.topology = routed(snapshot.topology().spec());
        boolean secrets = RemoteSecrets.areUsed(snapshot);
        List<ClusterTopology> clusters = topology.clusters();
        for (ClusterTopology cluster : clusters) {
            if (isPrimary(cluster)) {
                ClusterInstallation installation = ClusterInstallation.ofPrimary(snapshot, cluster, issues::add);
                installations.put(cluster.name(), installation);
                discovered.put(
                        cluster.name(),
                        secrets
                                ? RemoteSecrets.discovered(snapshot, cluster.name(), installation.istiod(), issues::add)
                                : topology.visibleTo(cluster.name()));
            }
        }
        clusters.stream().filter(cluster -> !isPrimary(cluster)).forEach(this::addRemote);
    }

    /** The topology as proxies see it: an istiod that runs elsewhere for one cluster is the istiod of that cluster. */
    private static MeshTopologySpec routed(MeshTopologySpec mesh) {
        List<ClusterTopology> clusters = mesh.clusters().stream()
                .map(cluster -> {
                    String leader = mesh.configurationOf(cluster);
                    return leader.equals(cluster.controlPlaneOrDefault())
                            ? cluster
                            : cluster.toBuilder().controlPlane(leader).build();
                })
                .toList();
        return mesh.toBuilder().clusters(clusters).build();
    }

    private static boolean isPrimary(ClusterTopology cluster) {
        return cluster.controlPlaneOrDefault().equals(cluster.name());
    }

    private void addRemote(ClusterTopology cluster) {
        String primary = cluster.controlPlaneOrDefault();
        installations.put(
                cluster.name(),
                ClusterInstallation.ofRemote(
                        snapshot, cluster, Optional.ofNullable(installations.get(primary)), issues::add));
        if (!visibleTo(primary).contains(cluster.name())) {
            issues.add(Issue.error(
                            IssueCode.TOPOLOGY_CONFLICT,
                            DocumentPath.root().field("spec").field("clusters"),
                            "the control plane of cluster \"" + primary + "\" serves cluster \"" + cluster.name()
                                    + "\" but does not discover it: it refuses the proxies there",
                            "give it a remote secret for " + cluster.name())
                    .about(snapshot.topology().key()));
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

    /**
     * Services behind an address outside of their clusters: that of a load balancer, an external IP, or that of a node where the Service is
     * a gateway by node ports.
     *
     * @param ip the address
     * @param port the port
     * @return the Services, cluster by cluster, by namespace, then name
     */
    public List<ExposedService> exposed(String ip, int port) {
        List<ExposedService> found = new ArrayList<>();
        for (String cluster : snapshot.clusters()) {
            ClusterState state = state(cluster);
            state.services().values().stream()
                    .flatMap(services -> services.values().stream())
                    .filter(service -> ExternalAddresses.of(service, state).contains(ip))
                    .forEach(service -> found.add(
                            new ExposedService(cluster, service, ExternalAddresses.servicePort(service, port))));
        }
        return found;
    }

    private CompiledView compiled(String cluster) {
        return views.computeIfAbsent(topology(cluster).controlPlaneOrDefault(), this::compile);
    }

    private ClusterTopology topology(String cluster) {
        return topology.cluster(cluster)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no cluster \"" + cluster + "\" in the topology; there are " + snapshot.clusters()));
    }

    private ClusterInstallation installation(String cluster) {
        return requireNonNull(installations.get(topology(cluster).name()));
    }

    private CompiledView compile(String controlPlane) {
        MeshTopologySpec mesh = topology;
        ClusterInstallation own = installation(controlPlane);
        MeshConfig config = MeshConfigDefaults.apply(own.settings().config().orElse(MeshConfig.empty()), mesh);
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
                own.settings().networks().orElse(MeshNetworks.empty()),
                new TrustDomains(trustDomain, trustDomains),
                own.istiod().domain().orElse(DOMAIN_SUFFIX),
                AmbientInstallation.read(
                        clusters,
                        own.istiod(),
                        own.sail(),
                        config,
                        own.settings().rendered()),
                own.istiod()));
    }

    private Set<String> visibleTo(String controlPlane) {
        Set<String> visible = new LinkedHashSet<>();
        visible.add(controlPlane);
        visible.addAll(discovered.getOrDefault(controlPlane, List.of()));
        return visible;
    }

    /** A cluster that runs no control plane has no mesh configuration but what its manifests hold. */
    private String trustDomain(String cluster) {
        String unless = isPrimary(topology(cluster)) ? topology.trustDomainOrDefault() : TrustDomains.DEFAULT;
        return installation(cluster)
                .settings()
                .config()
                .flatMap(MeshConfig::trustDomain)
                .filter(domain -> !domain.isEmpty())
                .orElse(unless);
    }

    private ClusterState state(String cluster) {
        ClusterInstallation installation = installation(cluster);
        return states.computeIfAbsent(
                cluster, name -> ClusterState.of(snapshot, installation.topology(), installation.systemNamespace()));
    }
}
