package io.eastwest.model.analysis;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryPort;
import io.eastwest.model.istio.networking.ServiceEntrySpec;
import io.eastwest.model.istio.networking.WorkloadSelector;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioSpec;
import io.eastwest.model.sail.IstioUpdateStrategy;
import io.eastwest.model.sail.UpdateStrategyType;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.InstallTool;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Services, service entries and installed control planes by the namespaces that see them and by host. Of several Services of one host that of the
 * control plane's own cluster counts, and a Service counts before a ServiceEntry; ServiceEntries of one host have the ports
 * of all. Where upstream takes any wildcard that fits, the narrowest is taken. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/util/service_lookup.go}.
 */
final class HostTable {
    static final String EXPORT_TO = "networking.istio.io/exportTo";
    private static final String ISTIOD = "istiod";
    private static final String HOSTED = "external-istiod";
    private static final Set<Integer> ISTIOD_PORTS =
            Collections.unmodifiableSet(new LinkedHashSet<>(List.of(15010, 15012, 443, 15014)));

    /**
     * What a host leads to.
     *
     * @param key the first object that defines it
     * @param ports numbers of its ports
     * @param selector labels of its workloads, if it is a ServiceEntry that selects
     * @param entries the ServiceEntries that define it; empty for a Service
     */
    record Target(ResourceKey key, Set<Integer> ports, Map<String, String> selector, List<ServiceEntrySpec> entries) {}

    private final Map<String, Map<String, Target>> exact = new LinkedHashMap<>();
    private final Map<String, Map<String, Target>> wildcards = new LinkedHashMap<>();
    private final Set<String> ofEntries = new LinkedHashSet<>();
    private boolean known;

    private HostTable() {}

    static HostTable of(ControlPlaneScope scope) {
        HostTable table = new HostTable();
        scope.discovered(KubernetesService.class).forEach(table::add);
        scope.discovered(Istio.class).forEach(table::addInstalled);
        scope.topology().clusters().stream()
                .filter(cluster -> scope.clusters().contains(cluster.name()))
                .forEach(cluster -> table.addStated(scope, cluster));
        scope.configuration(ServiceEntry.class).forEach(table::addEntry);
        return table;
    }

    /** {@return whether the mesh holds any service, so that a missing one is missing} */
    boolean isKnown() {
        return known;
    }

    /**
     * Finds what a host leads to.
     *
     * @param namespace namespace that asks
     * @param exportTo where the asking object is exported to; its namespaces may see the host instead
     * @param host host as the object writes it
     */
    Optional<Target> find(String namespace, List<String> exportTo, String host) {
        String fqdn = AnalysisHosts.fqdn(host, namespace);
        List<String> scopes = new ArrayList<>();
        scopes.add(AnalysisHosts.EVERYBODY);
        scopes.addAll(exportTo.isEmpty() ? List.of(namespace) : AnalysisHosts.scopes(exportTo, namespace));
        for (String scope : scopes) {
            Target target = in(exact, scope).get(fqdn);
            if (target == null) {
                target = in(wildcards, scope).get(fqdn);
            }
            if (target != null) {
                return Optional.of(target);
            }
        }
        return findWildcard(namespace, host);
    }

    /** {@return whether a ServiceEntry has the host, by name or wildcard} */
    boolean isEntry(String namespace, String host) {
        String fqdn = AnalysisHosts.fqdn(host, namespace);
        return List.of(AnalysisHosts.EVERYBODY, namespace).stream()
                .anyMatch(scope -> ofEntries.contains(scope + "/" + fqdn)
                        || in(wildcards, scope).keySet().stream().anyMatch(name -> Hostname.subsetOf(fqdn, name)));
    }

    /** {@return whether a wildcard covers any host that a namespace sees} */
    boolean covers(String namespace, String wildcard) {
        return List.of(AnalysisHosts.EVERYBODY, namespace).stream()
                .flatMap(scope -> in(exact, scope).keySet().stream())
                .anyMatch(host -> Hostname.subsetOf(host, wildcard));
    }

    private Optional<Target> findWildcard(String namespace, String host) {
        Map<String, Target> candidates = new LinkedHashMap<>(in(wildcards, namespace));
        candidates.putAll(in(wildcards, AnalysisHosts.EVERYBODY));
        String bare = Hostname.isWildcard(host) ? host.substring(1) : host;
        return candidates.entrySet().stream()
                .filter(candidate -> bare.endsWith(candidate.getKey().substring(1)))
                .min(Map.Entry.comparingByKey(Hostname.MORE_SPECIFIC_FIRST))
                .map(Map.Entry::getValue);
    }

    private static Map<String, Target> in(Map<String, Map<String, Target>> table, String scope) {
        return table.getOrDefault(scope, Collections.emptyMap());
    }

    private void add(Found<KubernetesService> found) {
        known = true;
        Set<Integer> ports = new LinkedHashSet<>();
        found.resource().spec().ports().stream().map(ServicePort::port).forEach(ports::add);
        Target target = new Target(found.key(), ports, Collections.emptyMap(), List.of());
        String host = AnalysisHosts.fqdn(found.name(), found.namespace());
        for (String scope : AnalysisHosts.scopes(exportTo(found), found.namespace())) {
            exact.computeIfAbsent(scope, any -> new LinkedHashMap<>()).putIfAbsent(host, target);
        }
    }

    /** The Service of istiod, which the operator makes. Mirrors sail-operator 1.30.3 {@code pkg/revision}. */
    private void addInstalled(Found<Istio> found) {
        IstioSpec spec = found.resource().withDefaults().spec();
        boolean byRevision = spec.updateStrategy()
                .flatMap(IstioUpdateStrategy::type)
                .filter(UpdateStrategyType.RevisionBased::equals)
                .isPresent();
        String revision =
                byRevision ? found.name() + "-" + spec.version().orElse("").replace('.', '-') : found.name();
        addIstiod(found.key(), revision, spec.namespace().orElse("istio-system"));
    }

    /** The Service of istiod where the topology says that another tool than the operator makes it. */
    private void addStated(ControlPlaneScope scope, ClusterTopology cluster) {
        ClusterInstall install = cluster.install().orElseGet(ClusterInstall::empty);
        if (install.tool().filter(tool -> tool != InstallTool.sail).isPresent()) {
            boolean hosted = install.role().filter(InstallRole.config::equals).isPresent();
            MeshTopologySpec mesh = scope.topology();
            String namespace = hosted ? mesh.rootNamespace().orElse(HOSTED) : mesh.rootNamespaceOrDefault();
            ResourceKey key = ResourceKey.of("", "Service", namespace, ISTIOD);
            addIstiod(
                    key,
                    install.revision().orElse(hosted ? HOSTED : "default"),
                    install.namespace().orElse(namespace));
        }
    }

    private void addIstiod(ResourceKey key, String revision, String namespace) {
        String service = revision.equals("default") ? ISTIOD : ISTIOD + "-" + revision;
        exact.computeIfAbsent(AnalysisHosts.EVERYBODY, any -> new LinkedHashMap<>())
                .putIfAbsent(
                        AnalysisHosts.fqdn(service, namespace),
                        new Target(key, ISTIOD_PORTS, Collections.emptyMap(), List.of()));
    }

    /** {@return entries of the annotation of a Service; empty: none, which exports it to all} */
    static List<String> exportTo(Found<KubernetesService> found) {
        String exportTo = found.annotations().getOrDefault(EXPORT_TO, "");
        return exportTo.isEmpty()
                ? List.of()
                : List.of(exportTo.split(",", -1)).stream().map(String::strip).toList();
    }

    private void addEntry(Found<ServiceEntry> found) {
        known = true;
        ServiceEntrySpec spec = found.resource().spec();
        for (String scope : AnalysisHosts.scopes(spec.exportTo(), found.namespace())) {
            for (String host : spec.hosts()) {
                ofEntries.add(scope + "/" + AnalysisHosts.fqdn(host, found.namespace()));
                Map<String, Map<String, Target>> table = Hostname.isWildcard(host) ? wildcards : exact;
                table.computeIfAbsent(scope, any -> new LinkedHashMap<>())
                        .merge(AnalysisHosts.fqdn(host, found.namespace()), entry(found.key(), spec), HostTable::merge);
            }
        }
    }

    private static Target entry(ResourceKey key, ServiceEntrySpec spec) {
        Set<Integer> ports = new LinkedHashSet<>();
        spec.ports().stream().map(ServiceEntryPort::number).forEach(ports::add);
        Map<String, String> selector =
                spec.workloadSelector().map(WorkloadSelector::labels).orElse(Collections.emptyMap());
        return new Target(key, ports, selector, List.of(spec));
    }

    private static Target merge(Target first, Target second) {
        if (first.entries().isEmpty()) {
            return first;
        }
        Set<Integer> ports = new LinkedHashSet<>(first.ports());
        ports.addAll(second.ports());
        List<ServiceEntrySpec> entries = new ArrayList<>(first.entries());
        entries.addAll(second.entries());
        boolean same = first.selector().equals(second.selector());
        return new Target(first.key(), ports, same ? first.selector() : Collections.emptyMap(), entries);
    }
}
