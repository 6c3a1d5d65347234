package io.eastwest.routing.view;

import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.ServiceType;
import io.eastwest.model.scalar.IpBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * DNS as a pod sees it: names of Services of its own cluster by the search path of its namespace, else services and
 * ServiceEntries that only the mesh knows. Nothing outside of the mesh is ever looked up. Immutable and thread-safe.
 */
public final class HostResolver {
    /** From so many dots on a name is tried as it stands before the search path. */
    private static final int NDOTS = 5;

    private static final String DNS_CAPTURE = "ISTIO_META_DNS_CAPTURE";

    private final ControlPlaneView view;
    private final ClusterWorkloads cluster;
    private final boolean captured;

    HostResolver(ControlPlaneView view, ClusterWorkloads cluster) {
        this.view = view;
        this.cluster = cluster;
        this.captured = capturesDns(view);
    }

    /**
     * Resolves a host.
     *
     * @param namespace namespace of the caller
     * @param host host as an application writes it, without port: short or full name, or IP address
     * @return the answer; empty: neither the cluster nor the mesh knows the name
     */
    public Optional<ResolvedHost> resolve(String namespace, String host) {
        if (IpBlock.isAddress(host)) {
            return Optional.of(new ResolvedHost(host, List.of(host)));
        }
        List<String> candidates = candidates(namespace, host);
        return candidates.stream()
                .flatMap(name -> ofCluster(name, new LinkedHashSet<>()).stream())
                .findFirst()
                .or(() -> candidates.stream()
                        .flatMap(name -> ofMesh(name).stream())
                        .findFirst());
    }

    /**
     * Why a pod may not get an answer of {@link #resolve}: the name of a Service of another cluster is known to the DNS of a cluster only
     * where proxies answer DNS for their pods.
     *
     * @param answer the answer
     * @return the reason in one line; empty: nothing speaks against it
     */
    public Optional<String> doubt(ResolvedHost answer) {
        if (captured || IpBlock.isAddress(answer.hostname())) {
            return Optional.empty();
        }
        return view.servicesByHostname(answer.hostname()).stream()
                .findFirst()
                .filter(service -> service.registry() == Registry.KUBERNETES
                        && cluster.cluster()
                                .service(service.namespace(), service.name())
                                .isEmpty())
                .map(service -> "NAME_OF_ANOTHER_CLUSTER " + service.resource() + " of cluster " + service.definedIn()
                        + " is no Service of cluster " + cluster.cluster().name()
                        + ", whose DNS does not know its name unless proxies answer DNS (" + DNS_CAPTURE + ")");
    }

    private static boolean capturesDns(ControlPlaneView view) {
        return view.ambient().enabled()
                || view.meshConfig()
                        .defaultConfig()
                        .map(MeshProxyConfig::proxyMetadata)
                        .filter(metadata -> "true".equals(metadata.get(DNS_CAPTURE)))
                        .isPresent();
    }

    private List<String> candidates(String namespace, String host) {
        if (host.endsWith(".")) {
            return List.of(host.substring(0, host.length() - 1));
        }
        String suffix = view.domainSuffix();
        List<String> names = new ArrayList<>(
                List.of(host + "." + namespace + ".svc." + suffix, host + ".svc." + suffix, host + "." + suffix));
        boolean absoluteFirst = host.chars().filter(c -> c == '.').count() >= NDOTS;
        names.add(absoluteFirst ? 0 : names.size(), host);
        return names;
    }

    /** What the DNS server of the cluster answers. */
    private Optional<ResolvedHost> ofCluster(String hostname, Set<String> seen) {
        if (!seen.add(hostname)) {
            return Optional.empty();
        }
        String suffix = ".svc." + view.domainSuffix();
        if (!hostname.endsWith(suffix)) {
            return Optional.empty();
        }
        String[] parts =
                hostname.substring(0, hostname.length() - suffix.length()).split("\\.", -1);
        if (parts.length == 3) {
            return pod(hostname, parts[0], parts[1], parts[2]);
        }
        return parts.length == 2
                ? cluster.cluster().service(parts[1], parts[0]).flatMap(found -> ofService(hostname, found, seen))
                : Optional.empty();
    }

    private Optional<ResolvedHost> ofService(String hostname, KubernetesService service, Set<String> seen) {
        if (service.spec().type().filter(ServiceType.ExternalName::equals).isPresent()) {
            String target = service.spec().externalName().orElse("");
            return ofCluster(target, seen)
                    .or(() -> ofMesh(target))
                    .or(() -> Optional.of(new ResolvedHost(target, List.of())));
        }
        if (service.spec().isHeadless()) {
            return Optional.of(new ResolvedHost(hostname, HeadlessAddresses.of(service, cluster.cluster())));
        }
        List<String> addresses = service.spec().clusterIPs().isEmpty()
                ? service.spec().clusterIP().stream().toList()
                : service.spec().clusterIPs();
        return Optional.of(new ResolvedHost(hostname, addresses));
    }

    /** Pods of a headless Service have names of their own when they say their host name and the Service. */
    private Optional<ResolvedHost> pod(String hostname, String pod, String service, String namespace) {
        List<String> addresses = cluster.cluster().pods(namespace).all().stream()
                .filter(found ->
                        found.spec().subdomain().filter(service::equals).isPresent()
                                && found.spec()
                                        .hostname()
                                        .orElse(found.metadata().name())
                                        .equals(pod))
                .map(Pod::addresses)
                .flatMap(List::stream)
                .toList();
        return addresses.isEmpty() ? Optional.empty() : Optional.of(new ResolvedHost(hostname, addresses));
    }

    /** A service of another cluster or a ServiceEntry, whose addresses the mesh knows. */
    private Optional<ResolvedHost> ofMesh(String hostname) {
        List<MeshService> services = view.servicesByHostname(hostname);
        if (services.isEmpty()) {
            return Optional.empty();
        }
        Set<String> addresses = new LinkedHashSet<>();
        for (MeshService service : services) {
            addresses.addAll(service.defaultAddresses());
            addresses.addAll(service.autoAllocatedAddresses());
            if (service.headless()) {
                view.endpoints(service).stream()
                        .filter(endpoint -> endpoint.state() == EndpointState.HEALTHY)
                        .map(ServiceEndpoint::address)
                        .forEach(addresses::add);
            }
        }
        addresses.removeIf(address -> address.equals(KubernetesServices.NO_ADDRESS) || !IpBlock.isAddress(address));
        return Optional.of(new ResolvedHost(hostname, new ArrayList<>(addresses)));
    }
}
