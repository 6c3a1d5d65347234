package io.eastwest.model.topology;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What contradicts itself in the platform part of a topology. */
public final class PlatformChecks {
    private final MeshTopology topology;
    private final List<String> clusters;
    private final List<Issue> issues = new ArrayList<>();

    private PlatformChecks(MeshTopology topology) {
        this.topology = topology;
        this.clusters =
                topology.spec().clusters().stream().map(ClusterTopology::name).toList();
    }

    /**
     * Checks the platform part.
     *
     * @param topology a topology
     * @return the problems in document order; none where there is no such part
     */
    public static List<Issue> check(MeshTopology topology) {
        PlatformChecks checks = new PlatformChecks(topology);
        topology.spec().platform().ifPresent(checks::check);
        return List.copyOf(checks.issues);
    }

    private void check(PlatformTopology platform) {
        DocumentPath path = DocumentPath.parse("spec.platform");
        List<String> hosts =
                platform.gslb().stream().map(GlobalLoadBalancer::host).toList();
        List<String> sites =
                platform.ltm().stream().map(LocalTrafficManager::name).toList();
        for (int i = 0; i < platform.gslb().size(); i++) {
            DocumentPath entry = path.field("gslb").index(i);
            unique(hosts, i, entry.field("host"), "host");
            pool(platform.gslb().get(i), sites, entry);
        }
        for (int i = 0; i < platform.ltm().size(); i++) {
            DocumentPath entry = path.field("ltm").index(i);
            unique(sites, i, entry.field("name"), "load balancer");
            members(platform.ltm().get(i), entry);
        }
    }

    private void unique(List<String> names, int position, DocumentPath path, String what) {
        if (names.indexOf(names.get(position)) < position) {
            String message = what + " " + IssueText.quote(names.get(position)) + " is listed twice";
            error(IssueCode.TOPOLOGY_CONFLICT, path, message, "rename or remove one");
        }
    }

    private void pool(GlobalLoadBalancer balancer, List<String> sites, DocumentPath path) {
        if (balancer.pool().isEmpty()) {
            error(
                    IssueCode.MISSING_FIELD,
                    path.field("pool"),
                    "must name a load balancer of a site",
                    "listed are " + sites);
        }
        balancer.probe().ifPresent(probe -> probe(probe, path.field("probe")));
        for (int i = 0; i < balancer.pool().size(); i++) {
            DocumentPath entry = path.field("pool").index(i);
            GlobalPoolMember member = balancer.pool().get(i);
            if (!sites.contains(member.ltm())) {
                String message = "load balancer " + IssueText.quote(member.ltm()) + " is not listed";
                error(IssueCode.TOPOLOGY_CONFLICT, entry.field("ltm"), message, "listed are " + sites);
            }
            atLeast(0, member.ratio(), entry.field("ratio"));
        }
    }

    private void members(LocalTrafficManager site, DocumentPath path) {
        if (site.members().isEmpty()) {
            error(IssueCode.MISSING_FIELD, path.field("members"), "must name a cluster", "listed are " + clusters);
        }
        site.probe().ifPresent(probe -> probe(probe, path.field("probe")));
        boolean rewrites = site.mode().orElse(TrafficManagerMode.DIRECT) == TrafficManagerMode.REWRITE;
        for (int i = 0; i < site.members().size(); i++) {
            DocumentPath entry = path.field("members").index(i);
            RouterMember member = site.members().get(i);
            if (!clusters.contains(member.cluster())) {
                String message = "cluster " + IssueText.quote(member.cluster()) + " is not listed";
                error(IssueCode.CLUSTER_UNKNOWN, entry.field("cluster"), message, "listed are " + clusters);
            }
            if (rewrites && member.host().isEmpty()) {
                String message = "must name the application in this cluster, because mode is REWRITE";
                error(IssueCode.MISSING_FIELD, entry.field("host"), message, "add it, or choose mode DIRECT");
            }
            if (!rewrites && member.host().isPresent()) {
                String message = "has no effect, because mode is DIRECT";
                error(IssueCode.TOPOLOGY_CONFLICT, entry.field("host"), message, "remove it, or choose mode REWRITE");
            }
            atLeast(0, member.ratio(), entry.field("ratio"));
        }
    }

    private void probe(HealthProbe probe, DocumentPath path) {
        atLeast(1, probe.failThreshold(), path.field("failThreshold"));
    }

    private void atLeast(int least, OptionalInt value, DocumentPath path) {
        if (value.isPresent() && value.getAsInt() < least) {
            String message = "must be " + least + " or more but was " + value.getAsInt();
            error(IssueCode.NUMBER_OUT_OF_BOUNDS, path, message, "");
        }
    }

    private void error(IssueCode code, DocumentPath path, String message, String hint) {
        issues.add(Issue.error(code, path, message, hint).about(topology.key()));
    }
}
