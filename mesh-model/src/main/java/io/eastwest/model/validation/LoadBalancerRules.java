package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ConsistentHash;
import io.eastwest.model.istio.networking.HttpCookie;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.WarmupConfiguration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who gets a request. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateLoadBalancer, isPrime}. */
final class LoadBalancerRules {
    private static final long FIRST_TOO_LARGE = 5_000_011;

    private LoadBalancerRules() {}

    static void check(LoadBalancerSettings balancer, boolean ejects, DocumentPath path, ManifestIssues issues) {
        balancer.consistentHash().ifPresent(hash -> check(hash, path.field("consistentHash"), issues));
        balancer.localityLbSetting()
                .ifPresent(setting -> LocalityRules.check(setting, ejects, path.field("localityLbSetting"), issues));
        balancer.warmup().ifPresent(warmup -> check(warmup, path.field("warmup"), issues));
    }

    private static void check(ConsistentHash hash, DocumentPath path, ManifestIssues issues) {
        hash.httpCookie().ifPresent(cookie -> check(cookie, path.field("httpCookie"), issues));
        if (hash.minimumRingSize().orElse(0) != 0) {
            DocumentPath at = path.field("minimumRingSize");
            issues.warning(IssueCode.FIELD_DEPRECATED, at, "is deprecated", "use ringHash.minimumRingSize");
            if (hash.ringHash().isPresent() || hash.maglev().isPresent()) {
                String message = "must not be set beside ringHash or maglev";
                issues.error(IssueCode.FIELD_CONFLICT, at, message, "remove it");
            }
        }
        hash.maglev().ifPresent(maglev -> {
            long size = maglev.tableSize().orElse(0);
            if (Long.compareUnsigned(size, FIRST_TOO_LARGE) >= 0 || !isPrime(size)) {
                String message = "must be a prime number below 5000011 but was " + Long.toUnsignedString(size);
                DocumentPath at = path.field("maglev").field("tableSize");
                issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, at, message, "use such as 65537");
            }
        });
    }

    /** Of a number below 5000011; 1 passes, as in Envoy. */
    private static boolean isPrime(long number) {
        if (number != 0 && number < 4) {
            return true;
        }
        if (number % 2 == 0) {
            return false;
        }
        for (long factor = 3; factor * factor <= number; factor += 2) {
            if (number % factor == 0) {
                return false;
            }
        }
        return true;
    }

    private static void check(HttpCookie cookie, DocumentPath path, ManifestIssues issues) {
        requireName(cookie.name(), path.field("name"), issues);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < cookie.attributes().size(); i++) {
            String name = cookie.attributes().get(i).name();
            DocumentPath at = path.field("attributes").index(i).field("name");
            requireName(name, at, issues);
            if (!names.add(name) && !name.isEmpty()) {
                String message = IssueText.quote(name) + " is already set";
                issues.error(IssueCode.DUPLICATE_ITEM, at, message, "remove one of them");
            }
        }
    }

    private static void requireName(String name, DocumentPath path, ManifestIssues issues) {
        if (name.isEmpty()) {
            issues.error(IssueCode.TEXT_TOO_SHORT, path, "must not be empty", "add the name");
        }
    }

    private static void check(WarmupConfiguration warmup, DocumentPath path, ManifestIssues issues) {
        Quantities.checkDuration(warmup.duration(), path.field("duration"), issues);
        double percent = warmup.minimumPercent().orElse(0);
        if (percent > 100) {
            String message = "must be at most 100 but was " + Quantities.text(percent);
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path.field("minimumPercent"), message, "use a smaller number");
        }
        double aggression = warmup.aggression().orElse(1);
        if (aggression < 1) {
            String message = "must be 1 or more but was " + Quantities.text(aggression);
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path.field("aggression"), message, "use a larger number");
        }
    }
}
