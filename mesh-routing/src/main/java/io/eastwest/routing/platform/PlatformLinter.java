package io.eastwest.routing.platform;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.openshift.Route;
import io.eastwest.model.openshift.RouteTarget;
import io.eastwest.model.openshift.RouteTermination;
import io.eastwest.model.openshift.RouteTls;
import io.eastwest.model.topology.GlobalLoadBalancer;
import io.eastwest.model.topology.GlobalPoolMember;
import io.eastwest.model.topology.LocalTrafficManager;
import io.eastwest.model.topology.PlatformTopology;
import io.eastwest.model.topology.RouterMember;
import io.eastwest.model.topology.TrafficManagerMode;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.platform.PlatformFinding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds the Routes of one global name in all its clusters against each other: the first cluster is what others should be. */
final class PlatformLinter {
    private final MeshRouter router;
    private final List<PlatformFinding> findings = new ArrayList<>();

    private PlatformLinter(MeshRouter router) {
        this.router = router;
    }

    /** A member of a site as one global name comes to it. */
    private record Place(LocalTrafficManager site, RouterMember member, String host) {
        String cluster() {
            return member.cluster();
        }

        boolean rewrites() {
            return site.mode().orElse(TrafficManagerMode.DIRECT) == TrafficManagerMode.REWRITE;
        }
    }

    static List<PlatformFinding> check(MeshRouter router, PlatformTopology platform) {
        PlatformLinter linter = new PlatformLinter(router);
        platform.gslb().forEach(balancer -> linter.check(balancer, places(balancer, platform)));
        return linter.findings.stream().distinct().toList();
    }

    private static List<Place> places(GlobalLoadBalancer balancer, PlatformTopology platform) {
        List<String> names = balancer.pool().stream().map(GlobalPoolMember::ltm).toList();
        return platform.ltm().stream()
                .filter(site -> names.contains(site.name()))
                .flatMap(site -> site.members().stream().map(member -> place(balancer, site, member)))
                .toList();
    }

    private static Place place(GlobalLoadBalancer balancer, LocalTrafficManager site, RouterMember member) {
        boolean rewrites = site.mode().orElse(TrafficManagerMode.DIRECT) == TrafficManagerMode.REWRITE;
        return new Place(site, member, rewrites ? member.host().orElse(balancer.host()) : balancer.host());
    }

    private void check(GlobalLoadBalancer balancer, List<Place> places) {
        String host = balancer.host();
        Map<Place, List<Route>> found = new LinkedHashMap<>();
        places.forEach(place -> found.put(place, routes(place.cluster(), place.host())));
        Optional<Route> model = found.values().stream().flatMap(List::stream).findFirst();
        found.forEach((place, routes) -> {
            if (routes.isEmpty()) {
                missing(host, place, model);
            }
            routes.forEach(route -> single(host, place, route));
        });
        Map<String, List<Route>> byCluster = new LinkedHashMap<>();
        found.forEach((place, routes) -> {
            if (!routes.isEmpty()) {
                byCluster.putIfAbsent(place.cluster(), routes);
            }
        });
        compare(host, byCluster, Kind.PATH_DIFFERS, "paths", PlatformLinter::paths);
        compare(host, byCluster, Kind.TLS_DIFFERS, "TLS", PlatformLinter::terminations);
        compare(host, byCluster, Kind.CERTIFICATE_DIFFERS, "the certificate", PlatformLinter::certificates);
    }

    private List<Route> routes(String cluster, String host) {
        return router.snapshot().resources(cluster, Route.class).stream()
                .filter(route -> route.spec().host().filter(host::equals).isPresent())
                .toList();
    }

    private void missing(String host, Place place, Optional<Route> model) {
        String cluster = place.cluster();
        List<Route> named = model.stream()
                .flatMap(route -> router.snapshot().resources(cluster, Route.class).stream()
                        .filter(each -> each.key().equals(route.key())))
                .toList();
        Stream<Route> unset = named.stream().filter(route -> route.spec().host().isEmpty());
        Optional<Route> withoutHost = unset.findFirst();
        if (withoutHost.isPresent()) {
            add(
                    Kind.ROUTE_HOST_UNSET,
                    host,
                    cluster,
                    withoutHost.get().key()
                            + " names no host, so OpenShift makes one that differs per cluster; set spec.host: "
                            + place.host());
        } else if (!named.isEmpty()) {
            add(
                    Kind.ROUTE_HOST_DIFFERS,
                    host,
                    cluster,
                    named.get(0).key() + " has host "
                            + named.get(0).spec().host().orElse("") + "; set spec.host: " + place.host());
        } else {
            add(
                    Kind.ROUTE_MISSING,
                    host,
                    cluster,
                    "no Route has host " + place.host() + ", by which load balancer "
                            + place.site().name() + " asks; add one");
        }
    }

    private void single(String host, Place place, Route route) {
        String cluster = place.cluster();
        if (!EntryServices.isAdmitted(route)) {
            add(
                    Kind.ROUTE_NOT_ADMITTED,
                    host,
                    cluster,
                    route.key()
                            + " is not admitted by its router; an older Route of another namespace may own the host");
        }
        if (place.rewrites() && termination(route).equals(Optional.of(RouteTermination.passthrough))) {
            add(
                    Kind.REWRITE_OF_PASSTHROUGH,
                    host,
                    cluster,
                    route.key() + " passes TLS through to the pod, so load balancer "
                            + place.site().name() + " cannot write another host; use mode DIRECT, edge or reencrypt");
        }
        List<RouteTarget> targets = new ArrayList<>(List.of(route.spec().to()));
        targets.addAll(route.spec().alternateBackends());
        for (RouteTarget target : targets) {
            boolean exists = router.snapshot().resources(cluster, KubernetesService.class).stream()
                    .anyMatch(service -> service.metadata().name().equals(target.name())
                            && service.metadata()
                                    .namespaceOrDefault()
                                    .equals(route.metadata().namespaceOrDefault()));
            if (!exists) {
                add(
                        Kind.SERVICE_MISSING,
                        host,
                        cluster,
                        route.key() + " leads to Service " + route.metadata().namespaceOrDefault() + "/" + target.name()
                                + ", which is not there; add it");
            }
        }
        if (targets.stream().allMatch(target -> target.weight().orElse(1) == 0)) {
            add(
                    Kind.NO_WEIGHT,
                    host,
                    cluster,
                    route.key() + " gives all its services weight 0; every request ends in 503");
        }
    }

    private void compare(
            String host,
            Map<String, List<Route>> byCluster,
            Kind kind,
            String what,
            Function<List<Route>, SortedSet<String>> value) {
        String first = "";
        SortedSet<String> expected = new TreeSet<>();
        for (Map.Entry<String, List<Route>> entry : byCluster.entrySet()) {
            SortedSet<String> actual = value.apply(entry.getValue());
            if (first.isEmpty()) {
                first = entry.getKey();
                expected = actual;
            } else if (!Objects.equals(actual, expected)) {
                add(
                        kind,
                        host,
                        entry.getKey(),
                        what + " of its Routes: " + String.join(", ", actual) + ", but in " + first + ": "
                                + String.join(", ", expected) + "; make them the same");
            }
        }
    }

    private static SortedSet<String> paths(List<Route> routes) {
        SortedSet<String> paths = new TreeSet<>();
        routes.forEach(route -> paths.add(route.spec().path().orElse("/")));
        return paths;
    }

    private static SortedSet<String> terminations(List<Route> routes) {
        SortedSet<String> modes = new TreeSet<>();
        routes.forEach(route ->
                modes.add(pathOf(route) + termination(route).map(Enum::name).orElse("none")));
        return modes;
    }

    private static SortedSet<String> certificates(List<Route> routes) {
        SortedSet<String> identities = new TreeSet<>();
        routes.stream()
                .filter(route ->
                        termination(route).isPresent() && termination(route).get() != RouteTermination.passthrough)
                .forEach(route -> identities.add(pathOf(route) + RouteCertificate.identity(route)));
        return identities;
    }

    private static String pathOf(Route route) {
        return route.spec().path().map(path -> path + " ").orElse("");
    }

    private static Optional<RouteTermination> termination(Route route) {
        return route.spec().tls().map(RouteTls::termination);
    }

    private void add(Kind kind, String host, String cluster, String message) {
        findings.add(new PlatformFinding(kind, host, cluster, message));
    }
}
