package io.eastwest.routing.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Services of several clusters as one list: the first copy of a hostname gives all but the addresses. Mirrors istio
 * 1.30.3 {@code pilot/pkg/serviceregistry/aggregate/controller.go:Services, mergeService} and {@code
 * pilot/pkg/model/push_context.go:SortServicesByCreationTime}.
 */
final class MergedServices {
    private final List<MeshService> sorted;
    private final Map<String, List<MeshService>> byHostname = new LinkedHashMap<>();

    private MergedServices(List<MeshService> sorted) {
        this.sorted = Collections.unmodifiableList(sorted);
        for (MeshService service : sorted) {
            byHostname
                    .computeIfAbsent(service.hostname(), name -> new ArrayList<>(1))
                    .add(service);
        }
    }

    /**
     * Merges.
     *
     * @param kubernetes Services of each cluster, the configuration cluster first
     * @param external services of ServiceEntries
     */
    static MergedServices of(List<List<MeshService>> kubernetes, List<MeshService> external) {
        Map<String, List<MeshService>> copies = new LinkedHashMap<>();
        for (List<MeshService> cluster : kubernetes) {
            for (MeshService service : cluster) {
                copies.computeIfAbsent(service.hostname(), name -> new ArrayList<>(1))
                        .add(service);
            }
        }
        List<MeshService> all = new ArrayList<>();
        copies.values().forEach(same -> all.add(merge(same)));
        all.addAll(external);
        all.sort(Comparator.comparing(MeshService::creationTime)
                .thenComparing(MergedServices::orderingName)
                .thenComparing(MeshService::namespace));
        return new MergedServices(ServiceAliases.attach(all));
    }

    private static String orderingName(MeshService service) {
        return service.registry() == Registry.EXTERNAL ? service.hostname() : service.name();
    }

    private static MeshService merge(List<MeshService> copies) {
        MeshService first = copies.get(0);
        if (copies.size() == 1) {
            return first;
        }
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        Set<String> accounts = new LinkedHashSet<>();
        for (MeshService copy : copies) {
            copy.clusterAddresses().forEach(addresses::putIfAbsent);
            accounts.addAll(copy.subjectAltNames());
        }
        return first.toBuilder()
                .clusterAddresses(addresses)
                .subjectAltNames(accounts)
                .build();
    }

    List<MeshService> all() {
        return sorted;
    }

    List<MeshService> byHostname(String hostname) {
        List<MeshService> found = byHostname.get(hostname);
        return found == null ? List.of() : Collections.unmodifiableList(found);
    }
}
