package io.eastwest.testing.coverage;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of subsets that destinations of a mesh have which get a share. Those of all clusters: calls between networks are sent to the subset that
 * their own cluster names.
 *
 * @param names the names
 */
record NamedSubsets(Set<String> names) {
    static NamedSubsets of(MeshSnapshot mesh) {
        Set<String> names = new LinkedHashSet<>();
        for (String cluster : mesh.clusters()) {
            mesh.resources(cluster, VirtualService.class).stream()
                    .flatMap(virtualService -> destinations(virtualService.spec()))
                    .forEach(destination -> destination.subset().ifPresent(names::add));
        }
        return new NamedSubsets(names);
    }

    boolean contains(String subset) {
        return names.contains(subset);
    }

    private static Stream<Destination> destinations(VirtualServiceSpec spec) {
        Stream<Destination> http = spec.http().stream().flatMap(NamedSubsets::destinations);
        Stream<List<RouteDestination>> stream = Stream.concat(
                spec.tls().stream().map(IstioTlsRoute::route),
                spec.tcp().stream().map(IstioTcpRoute::route));
        return Stream.concat(
                http,
                stream.flatMap(routes -> routes.stream()
                        .filter(each -> routes.size() == 1 || each.weight().orElse(0) > 0)
                        .map(RouteDestination::destination)));
    }

    private static Stream<Destination> destinations(IstioHttpRoute rule) {
        return Stream.of(
                        rule.route().stream()
                                .filter(each -> rule.route().size() == 1
                                        || each.weight().orElse(0) > 0)
                                .map(HttpRouteDestination::destination),
                        rule.mirror().stream(),
                        rule.mirrors().stream().map(HttpMirrorPolicy::destination))
                .flatMap(each -> each);
    }
}
