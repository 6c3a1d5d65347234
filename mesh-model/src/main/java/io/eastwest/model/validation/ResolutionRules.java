package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryLocation;
import io.eastwest.model.istio.networking.ServiceEntryPort;
import io.eastwest.model.istio.networking.ServiceEntryResolution;
import io.eastwest.model.istio.networking.ServiceEntrySpec;
import io.eastwest.model.scalar.Hostname;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What each resolution of a ServiceEntry takes. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateServiceEntry, usesWaypoint}.
 */
final class ResolutionRules {
    private static final Set<String> DYNAMIC_PROTOCOLS = Sets.of("http", "tls", "grpc", "http2");

    private final ServiceEntry entry;
    private final ServiceEntrySpec spec;
    private final ServiceEntryResolution resolution;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private ResolutionRules(ServiceEntry entry, DocumentPath path, ManifestIssues issues) {
        this.entry = entry;
        this.spec = entry.spec();
        this.resolution = spec.resolutionOrDefault();
        this.path = path;
        this.issues = issues;
    }

    static void check(ServiceEntry entry, DocumentPath path, ManifestIssues issues) {
        ResolutionRules rules = new ResolutionRules(entry, path, issues);
        switch (rules.resolution) {
            case NONE -> rules.checkNone();
            case STATIC -> rules.checkEndpoints(false);
            case DNS, DNS_ROUND_ROBIN -> rules.checkDns();
            case DYNAMIC_DNS -> rules.checkDynamic();
        }
    }

    private void checkNone() {
        if (!spec.endpoints().isEmpty()) {
            conflict(path.field("endpoints"), "must be empty", "remove them, or use STATIC or DNS");
        }
        if (spec.workloadSelector().isPresent()) {
            String message = "has no effect with resolution NONE, which keeps the address of the caller";
            issues.warning(
                    IssueCode.FIELD_WITHOUT_EFFECT, path.field("workloadSelector"), message, "remove it or use STATIC");
        }
    }

    private void checkEndpoints(boolean names) {
        Set<String> ports = new LinkedHashSet<>();
        spec.ports().stream().map(ServiceEntryPort::name).forEach(ports::add);
        for (int i = 0; i < spec.endpoints().size(); i++) {
            DocumentPath at = path.field("endpoints").index(i);
            if (names) {
                EndpointRules.checkNamed(spec.endpoints().get(i), ports, at, issues);
            } else {
                EndpointRules.checkStatic(spec.endpoints().get(i), ports, at, issues);
            }
        }
    }

    private void checkDns() {
        if (spec.endpoints().isEmpty()) {
            for (int i = 0; i < spec.hosts().size(); i++) {
                String host = spec.hosts().get(i);
                if (!DnsNames.isFqdn(host)) {
                    String message =
                            "must be a name that DNS resolves, for want of endpoints, but was " + IssueText.quote(host);
                    conflict(path.field("hosts").index(i), message, "add endpoints, or remove the wildcard");
                    break;
                }
            }
        }
        if (resolution == ServiceEntryResolution.DNS_ROUND_ROBIN
                && spec.endpoints().size() > 1) {
            conflict(path.field("endpoints"), "must be at most one", "leave one of them, or use DNS");
        }
        checkEndpoints(true);
        boolean tcp = spec.ports().stream()
                .anyMatch(port -> Protocols.isTcp(port.protocol().orElse("")));
        if (tcp && spec.hosts().size() > 1 && !spec.addresses().isEmpty()) {
            String message = "are those of " + spec.hosts().size() + " hosts, which TCP cannot tell apart";
            String hint = "use one ServiceEntry for each host";
            issues.warning(IssueCode.HOSTS_SHARE_TCP_PORT, path.field("addresses"), message, hint);
        }
    }

    private void checkDynamic() {
        for (int i = 0; i < spec.hosts().size(); i++) {
            if (!Hostname.isWildcard(spec.hosts().get(i))) {
                String message = "must be a wildcard but was "
                        + IssueText.quote(spec.hosts().get(i));
                conflict(path.field("hosts").index(i), message, "use such as *.shop.com, or DNS");
            }
        }
        refuse("addresses", spec.addresses());
        refuse("endpoints", spec.endpoints());
        for (int i = 0; i < spec.ports().size(); i++) {
            String protocol = spec.ports().get(i).protocol().orElse("");
            if (!DYNAMIC_PROTOCOLS.contains(protocol.toLowerCase(Locale.ROOT))) {
                String message = "must have protocol HTTP, HTTP2, GRPC or TLS but has " + IssueText.quote(protocol);
                conflict(path.field("ports").index(i), message, "change the protocol");
            }
        }
        String waypoint = entry.metadata().labels().getOrDefault("istio.io/use-waypoint", "");
        boolean internal = spec.locationOrDefault() == ServiceEntryLocation.MESH_INTERNAL;
        if (internal && !waypoint.isEmpty() && !waypoint.equalsIgnoreCase("none")) {
            String message = "must not be MESH_INTERNAL behind a waypoint";
            conflict(path.field("location"), message, "use MESH_EXTERNAL, or no waypoint");
        }
    }

    private void refuse(String field, List<?> values) {
        if (!values.isEmpty()) {
            conflict(path.field(field), "must be empty", "remove them; the host of each request is looked up");
        }
    }

    private void conflict(DocumentPath at, String message, String hint) {
        issues.error(IssueCode.RESOLUTION_CONFLICT, at, message + ", with resolution " + resolution, hint);
    }
}
