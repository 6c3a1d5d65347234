package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryResolution;
import io.eastwest.model.istio.networking.ServiceEntrySpec;

/**
 * What a ServiceEntry may say whatever its resolution is. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateServiceEntry}.
 */
final class ServiceEntryRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private final ServiceEntrySpec spec;
    private final ServiceEntryResolution resolution;
    private final ManifestIssues issues;

    private ServiceEntryRules(ServiceEntrySpec spec, ManifestIssues issues) {
        this.spec = spec;
        this.resolution = spec.resolutionOrDefault();
        this.issues = issues;
    }

    static void check(ServiceEntry entry, ManifestIssues issues) {
        ServiceEntryRules rules = new ServiceEntryRules(entry.spec(), issues);
        rules.checkSelector();
        rules.checkHosts();
        rules.checkAddresses();
        ServiceEntryPorts.check(entry, SPEC.field("ports"), issues);
        ResolutionRules.check(entry, SPEC, issues);
        rules.checkSharedPorts();
        ExportToRules.checkServiceEntry(
                entry.spec().exportTo(), entry.metadata().namespaceOrDefault(), SPEC.field("exportTo"), issues);
    }

    private void checkSelector() {
        spec.workloadSelector().ifPresent(selector -> {
            DocumentPath path = SPEC.field("workloadSelector");
            LabelMaps.checkSelector(selector.labels(), path.field("labels"), "every workload of the namespace", issues);
            if (!spec.endpoints().isEmpty()) {
                String message = "must not be set beside workloadSelector";
                issues.error(IssueCode.FIELD_CONFLICT, SPEC.field("endpoints"), message, "remove one of them");
            }
        });
    }

    private void checkHosts() {
        if (spec.hosts().isEmpty()) {
            issues.error(IssueCode.TOO_FEW_ITEMS, SPEC.field("hosts"), "has no host", "add one");
        }
        for (int i = 0; i < spec.hosts().size(); i++) {
            String host = spec.hosts().get(i);
            DocumentPath path = SPEC.field("hosts").index(i);
            if (host.equals("*")) {
                issues.error(IssueCode.HOST_INVALID, path, "must not be every host", "name the host");
                continue;
            }
            DnsNames.checkWildcardDomain(host, path, issues);
            if (resolution != ServiceEntryResolution.DYNAMIC_DNS && HostScopes.isPartialWildcard(host)) {
                String message = "has a wildcard that is not a whole part: " + IssueText.quote(host);
                issues.warning(IssueCode.HOST_INVALID, path, message, "use such as *.shop.com");
            }
        }
    }

    private void checkAddresses() {
        boolean blocks = resolution == ServiceEntryResolution.NONE || resolution == ServiceEntryResolution.STATIC;
        for (int i = 0; i < spec.addresses().size(); i++) {
            String address = spec.addresses().get(i);
            DocumentPath path = SPEC.field("addresses").index(i);
            Addresses.checkIpOrCidr(address, path, issues);
            if (address.indexOf('/') >= 0 && !blocks) {
                String message = "must be an address without a length for resolution " + resolution;
                issues.error(IssueCode.RESOLUTION_CONFLICT, path, message, "use an address, or NONE or STATIC");
            }
        }
    }

    /** The hosts of a connection can be told apart by HTTP or TLS only. */
    private void checkSharedPorts() {
        if (resolution == ServiceEntryResolution.NONE || spec.hosts().size() < 2) {
            return;
        }
        for (int i = 0; i < spec.ports().size(); i++) {
            String protocol = spec.ports().get(i).protocol().orElse("");
            if (!Protocols.isHttp(protocol) && !Protocols.isTls(protocol)) {
                String message = "the hosts of this port cannot be told apart without HTTP or TLS";
                String hint = "set such a protocol, or use one ServiceEntry for each host";
                issues.error(IssueCode.HOSTS_SHARE_TCP_PORT, SPEC.field("ports").index(i), message, hint);
                return;
            }
        }
    }
}
