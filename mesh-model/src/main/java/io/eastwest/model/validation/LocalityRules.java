package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How traffic keeps to localities. Mirrors istio 1.30.3
 * {@code pkg/config/validation/agent/validation.go:ValidateLocalityLbSetting}.
 */
final class LocalityRules {
    private static final Set<String> TOPOLOGY_LABELS =
            Sets.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone");

    private final LocalityLoadBalancerSetting setting;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private LocalityRules(LocalityLoadBalancerSetting setting, DocumentPath path, ManifestIssues issues) {
        this.setting = setting;
        this.path = path;
        this.issues = issues;
    }

    /** {@code ejects} says whether outlier detection stands next to the setting, as it always does in MeshConfig. */
    static void check(LocalityLoadBalancerSetting setting, boolean ejects, DocumentPath path, ManifestIssues issues) {
        LocalityRules rules = new LocalityRules(setting, path, issues);
        rules.checkConflicts();
        rules.checkDistribute();
        rules.checkFailover();
        boolean failsOver =
                !setting.failover().isEmpty() || !setting.failoverPriority().isEmpty();
        if (failsOver && !ejects) {
            String message = "fails over without outlierDetection, so traffic stays with unhealthy endpoints";
            issues.warning(
                    IssueCode.FAILOVER_WITHOUT_OUTLIER_DETECTION,
                    path,
                    message,
                    "add outlierDetection to the same policy");
        }
    }

    private void checkConflicts() {
        if (setting.failover().isEmpty()) {
            return;
        }
        if (!setting.distribute().isEmpty()) {
            String message = "must not be set beside distribute";
            issues.error(IssueCode.FIELD_CONFLICT, path.field("failover"), message, "remove one of them");
        }
        for (int i = 0; i < setting.failoverPriority().size(); i++) {
            String label = setting.failoverPriority().get(i);
            if (TOPOLOGY_LABELS.contains(label)) {
                String message = "must not be " + label + " beside failover";
                DocumentPath at = path.field("failoverPriority").index(i);
                issues.error(IssueCode.FIELD_CONFLICT, at, message, "remove it or failover");
            }
        }
    }

    private void checkDistribute() {
        List<LocalityDistribution> distributions = setting.distribute();
        LocalityOverlaps sources = new LocalityOverlaps();
        for (int i = 0; i < distributions.size(); i++) {
            LocalityDistribution distribution = distributions.get(i);
            DocumentPath at = path.field("distribute").index(i);
            sources.check(distribution.from().orElse(""), at.field("from"), issues);
            checkTargets(distribution.to(), at.field("to"));
        }
    }

    /** Upstream goes through the targets in random order and finds some overlaps by chance; we take them by text. */
    private void checkTargets(Map<String, Integer> targets, DocumentPath at) {
        LocalityOverlaps overlaps = new LocalityOverlaps();
        long total = 0;
        for (Map.Entry<String, Integer> target : new TreeMap<>(targets).entrySet()) {
            int weight = target.getValue();
            total += weight;
            if (weight < 1 || weight > 100) {
                String message = "must be a weight from 1 to 100 but was " + weight;
                issues.error(
                        IssueCode.NUMBER_OUT_OF_BOUNDS, at.field(target.getKey()), message, "use a number in range");
            }
            overlaps.check(target.getKey(), at.field(target.getKey()), issues);
        }
        if (total != 100) {
            String message = "the weights sum up to " + total + " instead of 100";
            issues.error(IssueCode.LOCALITY_WEIGHTS_NOT_100, at, message, "change them to sum up to 100");
        }
    }

    private void checkFailover() {
        List<LocalityFailover> failovers = setting.failover();
        for (int i = 0; i < failovers.size(); i++) {
            DocumentPath at = path.field("failover").index(i);
            String from = failovers.get(i).from().orElse("");
            String to = failovers.get(i).to().orElse("");
            if (from.equals(to)) {
                String message = "must be another region than from but was " + IssueText.quote(to);
                issues.error(IssueCode.LOCALITY_INVALID, at.field("to"), message, "name another region");
            }
            checkRegion(from, at.field("from"));
            checkRegion(to, at.field("to"));
        }
    }

    private void checkRegion(String region, DocumentPath at) {
        if (region.indexOf('/') >= 0 || region.indexOf('*') >= 0) {
            String message = "must be one region but was " + IssueText.quote(region);
            issues.error(IssueCode.LOCALITY_INVALID, at, message, "name the region without zone or wildcard");
        }
    }
}
