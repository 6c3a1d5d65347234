package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryPort;
import io.eastwest.model.istio.networking.ServiceEntryResolution;
import io.eastwest.model.istio.networking.ServiceEntrySpec;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Ports of a ServiceEntry. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:ValidateServiceEntry} and
 * {@code pilot/pkg/networking/serviceentry/ip_autoallocation.go:ShouldV2AutoAllocateIPFromConfig} with its default.
 */
final class ServiceEntryPorts {
    private ServiceEntryPorts() {}

    static void check(ServiceEntry entry, DocumentPath path, ManifestIssues issues) {
        boolean addressed = !entry.spec().addresses().isEmpty() || allocates(entry);
        Set<String> names = new LinkedHashSet<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int i = 0; i < entry.spec().ports().size(); i++) {
            ServiceEntryPort port = entry.spec().ports().get(i);
            DocumentPath at = path.index(i);
            checkOne(port, at, issues);
            if (!names.add(port.name())) {
                String message = IssueText.quote(port.name()) + " is already the name of another port";
                issues.error(IssueCode.DUPLICATE_ITEM, at.field("name"), message, "rename one of them");
            }
            if (!numbers.add(port.number())) {
                String message = port.number() + " is already the number of another port";
                issues.error(IssueCode.DUPLICATE_ITEM, at.field("number"), message, "remove one of them");
            }
            String protocol = port.protocol().orElse("");
            if (!addressed && (protocol.isEmpty() || protocol.equals("TCP"))) {
                String message = "serves TCP at any address because the hosts have none";
                issues.warning(IssueCode.TCP_PORT_WITHOUT_ADDRESS, at, message, "add addresses, or another protocol");
            }
        }
    }

    private static void checkOne(ServiceEntryPort port, DocumentPath path, ManifestIssues issues) {
        DnsNames.checkLabel(port.name(), path.field("name"), issues);
        Quantities.checkPort(port.number(), path.field("number"), issues);
        Quantities.checkOptionalPort(port.targetPort(), path.field("targetPort"), issues);
        Protocols.checkOptional(port.protocol().orElse(""), path.field("protocol"), issues);
    }

    /** {@return whether istiod gives the hosts addresses of its own} */
    private static boolean allocates(ServiceEntry entry) {
        ServiceEntrySpec spec = entry.spec();
        String label = entry.metadata().labels().getOrDefault("networking.istio.io/enable-autoallocate-ip", "");
        return spec.resolutionOrDefault() != ServiceEntryResolution.NONE && !label.equalsIgnoreCase("false");
    }
}
