package io.eastwest.model.analysis;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * VirtualServices that route from a gateway to a whole host although another VirtualService of that host splits it into
 * subsets, which only counts for sidecars. Hosts are compared as they are written. Upstream counts the VirtualService
 * itself as another, too. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/virtualservice/destinationhosts.go:analyzeSubset}.
 */
final class GatewaySubsets {
    private GatewaySubsets() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        List<Found<VirtualService>> services = scope.configuration(VirtualService.class);
        Map<String, Set<ResourceKey>> splitting = splitting(services);
        for (Found<VirtualService> service : services) {
            if (!service.resource().spec().gateways().isEmpty()) {
                check(service, splitting, findings);
            }
        }
    }

    /** {@return by host, the VirtualServices of that host that route to its subsets} */
    private static Map<String, Set<ResourceKey>> splitting(List<Found<VirtualService>> services) {
        Map<String, Set<ResourceKey>> splitting = new LinkedHashMap<>();
        for (Found<VirtualService> service : services) {
            VirtualServiceSpec spec = service.resource().spec();
            for (IstioHttpRoute rule : spec.http()) {
                for (HttpRouteDestination route : rule.route()) {
                    Destination destination = route.destination();
                    if (hasSubset(destination) && spec.hosts().contains(destination.host())) {
                        splitting
                                .computeIfAbsent(destination.host(), any -> new TreeSet<>())
                                .add(service.key());
                    }
                }
            }
        }
        return splitting;
    }

    private static void check(
            Found<VirtualService> service, Map<String, Set<ResourceKey>> splitting, Findings findings) {
        List<IstioHttpRoute> rules = service.resource().spec().http();
        for (int i = 0; i < rules.size(); i++) {
            List<HttpRouteDestination> route = rules.get(i).route();
            for (int j = 0; j < route.size(); j++) {
                Destination destination = route.get(j).destination();
                List<ResourceKey> others = new ArrayList<>(splitting.getOrDefault(destination.host(), new TreeSet<>()));
                others.remove(service.key());
                if (!hasSubset(destination) && !others.isEmpty()) {
                    DocumentPath path = AnalysisPaths.SPEC
                            .field("http")
                            .index(i)
                            .field("route")
                            .index(j)
                            .field("destination");
                    report(service, path, destination.host(), others, findings);
                }
            }
        }
    }

    private static void report(
            Found<VirtualService> service,
            DocumentPath path,
            String host,
            List<ResourceKey> others,
            Findings findings) {
        findings.warning(
                IssueCode.SUBSET_WITHOUT_EFFECT_AT_GATEWAY,
                service,
                path,
                "names no subset, and the subsets to which " + Texts.list(others) + " routes " + IssueText.quote(host)
                        + " do not count for requests that come through a gateway",
                "name the subsets here, too");
    }

    private static boolean hasSubset(Destination destination) {
        return destination.subset().filter(subset -> !subset.isEmpty()).isPresent();
    }
}
