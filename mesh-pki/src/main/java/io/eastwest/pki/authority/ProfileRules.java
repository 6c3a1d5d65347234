package io.eastwest.pki.authority;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a profile must be like; all problems of one profile are told at once. */
final class ProfileRules {
    /** Upper bounds of X.520 for CN and O; L may have 128, a cluster name is kept to a DNS label's length. */
    private static final int MAX_ATTRIBUTE = 64;

    static final Duration MAX_WORKLOAD_TTL = Duration.ofDays(90);
    private static final Duration MAX_AUTHORITY_VALIDITY = Duration.ofDays(36_525);
    private static final Pattern CLUSTER = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Pattern HOST =
            Pattern.compile("\\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private final List<TrustFinding> findings = new ArrayList<>();

    private ProfileRules() {}

    static void check(RootProfile profile) {
        ProfileRules rules = new ProfileRules();
        rules.attribute("root.organization", profile.organization());
        rules.attribute("root.commonName", profile.commonName());
        rules.validity("root.validity", profile.validity(), MAX_AUTHORITY_VALIDITY);
        profile.pathLength().ifPresent(length -> rules.pathLength("root.pathLength", length, 1));
        rules.refuse();
    }

    static void check(ClusterProfile profile) {
        ProfileRules rules = new ProfileRules();
        String place = "cluster/" + profile.name();
        if (!CLUSTER.matcher(profile.name()).matches() || profile.name().contains("..")) {
            rules.add(
                    TrustCode.NAME_INVALID,
                    "cluster.name",
                    TrustFinding.quote(profile.name()) + " is no name of a cluster",
                    "up to 63 letters, digits, '.', '_' and '-' are accepted, a letter or digit first and last");
            place = "cluster";
        }
        rules.attribute(place + " organization", profile.organization());
        rules.attribute(place + " commonName", profile.commonName());
        rules.validity(place + " validity", profile.validity(), MAX_AUTHORITY_VALIDITY);
        rules.pathLength(place + " pathLength", profile.pathLength(), 0);
        rules.refuse();
    }

    static void check(NameLimits limits) {
        ProfileRules rules = new ProfileRules();
        rules.hosts("nameLimits.permittedTrustDomains", limits.permittedTrustDomains());
        rules.hosts("nameLimits.permittedDnsNames", limits.permittedDnsNames());
        rules.hosts("nameLimits.excludedTrustDomains", limits.excludedTrustDomains());
        rules.hosts("nameLimits.excludedDnsNames", limits.excludedDnsNames());
        rules.refuse();
    }

    static void check(WorkloadProfile profile) {
        ProfileRules rules = new ProfileRules();
        rules.validity("workload/" + profile.id() + " ttl", profile.ttl(), MAX_WORKLOAD_TTL);
        rules.refuse();
    }

    private void attribute(String place, String value) {
        boolean printable = value.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFD);
        if (value.isBlank() || !value.equals(value.strip()) || value.length() > MAX_ATTRIBUTE || !printable) {
            add(
                    TrustCode.NAME_INVALID,
                    place,
                    TrustFinding.quote(value) + " cannot stand in a subject",
                    "1 to 64 printable characters without blanks at the ends are accepted");
        }
    }

    private void validity(String place, Duration validity, Duration max) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(max) > 0) {
            add(
                    TrustCode.VALIDITY_INVALID,
                    place,
                    "the duration is " + validity,
                    "one second to " + max.toDays() + " days are accepted");
        }
    }

    private void pathLength(String place, int length, int min) {
        if (length < min) {
            add(
                    TrustCode.ISSUER_NOT_ALLOWED,
                    place,
                    "the path length is " + length + ", too short for the certificates of a mesh",
                    min + " or more is accepted");
        }
    }

    private void hosts(String place, List<String> hosts) {
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                add(
                        TrustCode.NAME_INVALID,
                        place,
                        TrustFinding.quote(host) + " is no host name",
                        "lower case DNS labels joined by dots are accepted, a dot in front means sub-domains only");
            }
        }
    }

    private void add(TrustCode code, String place, String wrong, String accepted) {
        findings.add(TrustFinding.of(code, place, wrong, accepted));
    }

    private void refuse() {
        if (!findings.isEmpty()) {
            throw new PkiException(findings);
        }
    }
}
