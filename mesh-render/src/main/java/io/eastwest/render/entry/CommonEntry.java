package io.eastwest.render.entry;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.openshift.InsecureEdgePolicy;
import io.eastwest.model.openshift.OpenShiftRouteSpec;
import io.eastwest.model.openshift.OpenShiftRouteSpecBuilder;
import io.eastwest.model.openshift.Route;
import io.eastwest.model.openshift.RoutePort;
import io.eastwest.model.openshift.RouteTarget;
import io.eastwest.model.openshift.RouteTermination;
import io.eastwest.model.openshift.RouteTls;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.GlobalLoadBalancer;
import io.eastwest.model.topology.GlobalPoolMember;
import io.eastwest.model.topology.HealthProbe;
import io.eastwest.model.topology.LocalTrafficManager;
import io.eastwest.model.topology.PlatformTopology;
import io.eastwest.model.topology.ProbeLevel;
import io.eastwest.model.topology.RouterMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A name of the platform that leads to one Service in every cluster that has it: a Route of the same name, host and TLS in each,
 * and what global DNS and the load balancers of sites must know. Certificates are those of the routers; none is rendered.
 *
 * @param host the name, such as {@code shop.example.com}
 * @param namespace namespace of the Service
 * @param service name of the Service, and of the Routes
 * @param port name of its port
 * @param termination where TLS ends; empty: plaintext
 */
public record CommonEntry(
        String host, String namespace, String service, String port, Optional<RouteTermination> termination) {
    private static final String SITE = "site-";

    /**
     * An entry with TLS that ends at the routers; plaintext requests are redirected.
     *
     * @param host the name
     * @param namespace namespace of the Service
     * @param service name of the Service
     * @param port name of its port
     * @return the entry
     */
    public static CommonEntry edge(String host, String namespace, String service, String port) {
        return new CommonEntry(host, namespace, service, port, Optional.of(RouteTermination.edge));
    }

    /**
     * The Route of each cluster that has the Service; they differ in nothing.
     *
     * @param mesh the mesh as it is
     * @return the Route by cluster
     * @throws IllegalArgumentException if no cluster has the Service with a port of that name, or a cluster has another Route for
     *     the host
     */
    public SortedMap<String, Route> routes(MeshSnapshot mesh) {
        requireNonNull(mesh, "mesh");
        SortedMap<String, Route> routes = new TreeMap<>();
        for (String cluster : mesh.clusters()) {
            if (hasService(mesh, cluster)) {
                requireFree(mesh, cluster);
                routes.put(cluster, route());
            }
        }
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("no cluster of the mesh has a Service " + namespace + "/" + service
                    + " with a port named \"" + port + "\"");
        }
        return routes;
    }

    private boolean hasService(MeshSnapshot mesh, String cluster) {
        return mesh.find(cluster, ResourceKey.of("", "Service", namespace, service))
                .map(found -> (KubernetesService) found.resource())
                .filter(found -> found.spec().ports().stream()
                        .anyMatch(each -> each.name().equals(Optional.of(port))))
                .isPresent();
    }

    private void requireFree(MeshSnapshot mesh, String cluster) {
        for (Route other : mesh.resources(cluster, Route.class)) {
            boolean own = other.key().equals(route().key());
            if (!own && other.spec().host().equals(Optional.of(host))) {
                throw new IllegalArgumentException("cluster " + cluster + " has " + other.key() + " for host \"" + host
                        + "\" already; remove it, or name its Service");
            }
        }
    }

    private Route route() {
        OpenShiftRouteSpecBuilder spec = OpenShiftRouteSpec.builder()
                .host(host)
                .to(RouteTarget.builder().kind("Service").name(service).build())
                .port(RoutePort.builder().targetPort(IntOrString.of(port)).build());
        termination.ifPresent(each -> spec.tls(tls(each)));
        return Route.builder()
                .metadata(
                        ObjectMeta.builder().namespace(namespace).name(service).build())
                .spec(spec.build())
                .build();
    }

    private static RouteTls tls(RouteTermination termination) {
        return RouteTls.builder()
                .termination(termination)
                .insecureEdgeTerminationPolicy(InsecureEdgePolicy.Redirect)
                .build();
    }

    /**
     * What global DNS and the load balancers of sites must know: the name with a pool of one load balancer for each cluster that
     * has the Service, in equal shares, each probing the application through its Route ({@link ProbeLevel#H2}). A load balancer that
     * the topology has for a cluster already is taken; else one named {@code site-<cluster>} is described.
     *
     * @param mesh the mesh as it is
     * @return the platform of its topology with this name; what it says of the name otherwise is replaced
     * @throws IllegalArgumentException as {@link #routes}
     */
    public PlatformTopology platform(MeshSnapshot mesh) {
        PlatformTopology known = mesh.topology()
                .spec()
                .platform()
                .orElseGet(() -> PlatformTopology.builder().build());
        List<LocalTrafficManager> sites = new ArrayList<>(known.ltm());
        List<GlobalPoolMember> pool = new ArrayList<>();
        for (String cluster : routes(mesh).keySet()) {
            LocalTrafficManager site = sites.stream()
                    .filter(each -> each.members().stream()
                            .anyMatch(member -> member.cluster().equals(cluster)))
                    .findFirst()
                    .orElseGet(() -> site(mesh, cluster));
            if (!sites.contains(site)) {
                sites.add(site);
            }
            GlobalPoolMember member =
                    GlobalPoolMember.builder().ltm(site.name()).build();
            if (!pool.contains(member)) {
                pool.add(member);
            }
        }
        List<GlobalLoadBalancer> names = new ArrayList<>();
        known.gslb().stream().filter(each -> !each.host().equals(host)).forEach(names::add);
        names.add(GlobalLoadBalancer.builder()
                .host(host)
                .probe(HealthProbe.builder().level(ProbeLevel.H2).build())
                .pool(pool)
                .build());
        return PlatformTopology.builder().gslb(names).ltm(sites).build();
    }

    private static LocalTrafficManager site(MeshSnapshot mesh, String cluster) {
        return LocalTrafficManager.builder()
                .name(SITE + cluster)
                .region(mesh.topology().spec().cluster(cluster).flatMap(ClusterTopology::region))
                .addMember(RouterMember.builder().cluster(cluster).build())
                .build();
    }
}
