package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.CaptureMode;
import io.eastwest.model.istio.networking.SidecarEgress;
import io.eastwest.model.istio.networking.SidecarPort;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Outbound listeners of a Sidecar. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateSidecar, validateSidecarEgressPortBindAndCaptureMode}.
 */
final class SidecarEgressRules {
    private final DocumentPath path;
    private final ManifestIssues issues;

    private SidecarEgressRules(DocumentPath path, ManifestIssues issues) {
        this.path = path;
        this.issues = issues;
    }

    static void check(List<SidecarEgress> listeners, String namespace, DocumentPath path, ManifestIssues issues) {
        Set<String> places = new LinkedHashSet<>();
        for (int i = 0; i < listeners.size(); i++) {
            SidecarEgress listener = listeners.get(i);
            SidecarEgressRules rules = new SidecarEgressRules(path.index(i), issues);
            if (listener.port().isPresent()) {
                rules.checkPort(listener, listener.port().get(), places);
            } else if (i < listeners.size() - 1) {
                String message = "has no port but is not the last listener, which takes what is left";
                issues.error(IssueCode.CATCH_ALL_LISTENER_MISPLACED, path.index(i), message, "move it to the end");
            }
            rules.checkHosts(listener.hosts(), namespace);
        }
    }

    private void checkPort(SidecarEgress listener, SidecarPort port, Set<String> places) {
        DocumentPath at = path.field("port");
        SidecarRules.checkPort(port, at, issues);
        int number = port.number().orElse(0);
        String bind = listener.bind().orElse("");
        if (number == 0) {
            checkSocket(listener, bind);
        } else {
            Quantities.checkPort(number, at.field("number"), issues);
            if (!bind.isEmpty()) {
                Addresses.checkIp(bind, path.field("bind"), issues);
            }
        }
        if (!places.add(number == 0 ? bind : Integer.toString(number))) {
            String what = number == 0 ? "socket " + IssueText.quote(bind) : "port " + number;
            issues.error(IssueCode.DUPLICATE_ITEM, at, what + " has another listener already", "remove one of them");
        }
    }

    private void checkSocket(SidecarEgress listener, String bind) {
        if (bind.startsWith(Addresses.UNIX)) {
            Addresses.checkSocket(bind, path.field("bind"), issues);
        } else {
            String message = "must be a socket because the port has no number but was " + IssueText.quote(bind);
            String hint = "use such as unix:///var/run/web.sock, or add the number";
            issues.error(IssueCode.ADDRESS_INVALID, path.field("bind"), message, hint);
        }
        CaptureMode mode = listener.captureMode().orElse(CaptureMode.DEFAULT);
        if (mode != CaptureMode.DEFAULT && mode != CaptureMode.NONE) {
            String message = "must be DEFAULT or NONE for a socket but was " + mode;
            issues.error(IssueCode.FIELD_CONFLICT, path.field("captureMode"), message, "remove it");
        }
    }

    private void checkHosts(List<String> hosts, String namespace) {
        DocumentPath field = path.field("hosts");
        if (hosts.isEmpty()) {
            issues.error(IssueCode.TOO_FEW_ITEMS, field, "has no host", "add one, or \"*/*\" for all");
        }
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        for (int i = 0; i < hosts.size(); i++) {
            String host = hosts.get(i);
            HostScopes.checkSidecarHost(host, field.index(i), issues);
            int slash = host.indexOf('/');
            if (slash < 0) {
                continue;
            }
            String from = host.startsWith("./") ? namespace : host.substring(0, slash);
            String name = host.substring(slash + 1);
            Set<String> others = seen.computeIfAbsent(from, key -> new LinkedHashSet<>());
            boolean repeated = name.equals("*") ? !others.isEmpty() : others.contains(name) || others.contains("*");
            if (repeated) {
                String message = IssueText.quote(host) + " and an entry before it cover each other";
                issues.warning(IssueCode.DUPLICATE_ITEM, field.index(i), message, "leave only the wider one");
            }
            others.add(name);
        }
        Set<String> everywhere = seen.get("*");
        if (seen.size() > 1 && everywhere != null && everywhere.contains("*")) {
            String message = "has \"*/*\", which is everything, beside other hosts";
            issues.warning(IssueCode.DUPLICATE_ITEM, field, message, "leave only \"*/*\", or remove it");
        }
    }
}
