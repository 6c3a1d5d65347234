package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.ServiceEntryPort;
import io.eastwest.model.istio.networking.ServiceEntryStatus;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * TCP ports of ServiceEntries without an address. The automatic addresses of istiod, which are on unless switched off, count
 * only when they are in the status, as upstream. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/serviceentry/protocoladdresses.go}.
 */
final class ServiceEntryAddresses {
    private static final String TRUE = "true";

    private ServiceEntryAddresses() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        if (!allocatesAddresses(scope.settings().config())) {
            for (Found<ServiceEntry> entry : scope.configuration(ServiceEntry.class)) {
                boolean allocated = entry.resource()
                        .status()
                        .map(ServiceEntryStatus::addresses)
                        .filter(addresses -> !addresses.isEmpty())
                        .isPresent();
                if (entry.resource().spec().addresses().isEmpty() && !allocated) {
                    checkPorts(entry, findings);
                }
            }
        }
    }

    private static void checkPorts(Found<ServiceEntry> entry, Findings findings) {
        List<ServiceEntryPort> ports = entry.resource().spec().ports();
        for (int i = 0; i < ports.size(); i++) {
            String protocol = ports.get(i).protocol().orElse("");
            if (protocol.isEmpty() || protocol.toUpperCase(Locale.ROOT).equals("TCP")) {
                findings.warning(
                        IssueCode.SERVICE_ENTRY_ADDRESS_REQUIRED,
                        entry,
                        AnalysisPaths.SPEC.field("ports").index(i),
                        "port " + IssueText.quote(ports.get(i).name())
                                + " carries TCP, which is told apart by addresses only, but there are none",
                        "add addresses or let istiod allocate them");
            }
        }
    }

    private static boolean allocatesAddresses(MeshConfig config) {
        Map<String, String> metadata =
                config.defaultConfig().map(MeshProxyConfig::proxyMetadata).orElse(Collections.emptyMap());
        return is(metadata, "ISTIO_META_DNS_CAPTURE")
                && (is(metadata, "ISTIO_META_DNS_AUTO_ALLOCATE") || is(metadata, "PILOT_ENABLE_IP_AUTOALLOCATE"));
    }

    private static boolean is(Map<String, String> metadata, String name) {
        return metadata.getOrDefault(name, "").equals(TRUE);
    }
}
