package io.eastwest.model.analysis;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.Hostname;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hosts that several VirtualServices define for the sidecars of one namespace. Each host of a VirtualService is reported
 * once with all others that define it; upstream reports one host by chance. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/virtualservice/conflictingmeshgatewayhosts.go}.
 */
final class MeshHostConflicts {
    /** Where a VirtualService names a host. */
    private record Claim(Found<VirtualService> service, int host) {}

    private final Map<String, Map<String, List<Claim>>> claims = new TreeMap<>();
    private final Map<Claim, Set<ResourceKey>> conflicts = new LinkedHashMap<>();

    private MeshHostConflicts() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        MeshHostConflicts hosts = new MeshHostConflicts();
        for (Found<VirtualService> service : scope.configuration(VirtualService.class)) {
            if (service.resource().spec().appliesToMesh()) {
                hosts.add(service);
            }
        }
        hosts.find();
        hosts.conflicts.forEach((claim, others) -> report(claim, others, findings));
    }

    private void add(Found<VirtualService> service) {
        VirtualServiceSpec spec = service.resource().spec();
        for (String scope : AnalysisHosts.scopes(spec.exportTo(), service.namespace())) {
            for (int i = 0; i < spec.hosts().size(); i++) {
                String host = AnalysisHosts.fqdn(spec.hosts().get(i), service.namespace());
                claims.computeIfAbsent(scope, any -> new TreeMap<>())
                        .computeIfAbsent(host, any -> new ArrayList<>())
                        .add(new Claim(service, i));
            }
        }
    }

    private void find() {
        Map<String, List<Claim>> everywhere = claims.getOrDefault(AnalysisHosts.EVERYBODY, new TreeMap<>());
        List<String> wildcards =
                everywhere.keySet().stream().filter(Hostname::isWildcard).toList();
        claims.forEach((scope, hosts) -> hosts.forEach((host, own) -> {
            List<Claim> all = new ArrayList<>(own);
            if (!scope.equals(AnalysisHosts.EVERYBODY)) {
                // the exact hosts need a look each only if this one is a wildcard
                for (String other : Hostname.isWildcard(host) ? everywhere.keySet() : wildcards) {
                    if (Hostname.matches(host, other)) {
                        all.addAll(everywhere.getOrDefault(other, List.of()));
                    }
                }
                if (!Hostname.isWildcard(host)) {
                    all.addAll(everywhere.getOrDefault(host, List.of()));
                }
            }
            note(all);
        }));
    }

    private void note(List<Claim> together) {
        Set<ResourceKey> keys = new TreeSet<>();
        together.forEach(claim -> keys.add(claim.service().key()));
        if (keys.size() > 1) {
            together.forEach(claim -> conflicts.merge(claim, keys, MeshHostConflicts::union));
        }
    }

    private static Set<ResourceKey> union(Set<ResourceKey> some, Set<ResourceKey> more) {
        Set<ResourceKey> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static void report(Claim claim, Set<ResourceKey> all, Findings findings) {
        Found<VirtualService> service = claim.service();
        List<String> others = new ArrayList<>();
        for (ResourceKey key : all) {
            if (!key.equals(service.key())) {
                others.add(key.namespace() + "/" + key.name());
            }
            if (others.size() > 5) {
                break;
            }
        }
        String host = service.resource().spec().hosts().get(claim.host());
        findings.error(
                IssueCode.MESH_HOST_CONFLICT,
                service,
                AnalysisPaths.SPEC.field("hosts").index(claim.host()),
                "host " + IssueText.quote(host) + " is also defined by VirtualService "
                        + Texts.list(others, all.size() - 1) + " for the same sidecars; only one of them counts",
                "merge them into one");
    }
}
