package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Webhooks of Istio that call a control plane elsewhere: is there an address, and is it a name? Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/externalcontrolplane/externalcontrolplane.go}.
 */
final class ExternalControlPlanes {
    private static final String DEFAULT_VALIDATOR = "istiod-default-validator";
    private static final String VALIDATOR = "istio-validator";
    private static final String INJECTOR = "istio-sidecar-injector";

    private ExternalControlPlanes() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        List<WebhookConfiguration> webhooks = new ArrayList<>();
        WebhookConfiguration.all(scope, WebhookConfiguration.VALIDATING).stream()
                .filter(webhook -> webhook.configuration().name().equals(DEFAULT_VALIDATOR)
                        || webhook.configuration().name().startsWith(VALIDATOR))
                .forEach(webhooks::add);
        WebhookConfiguration.all(scope, WebhookConfiguration.MUTATING).stream()
                .filter(webhook -> webhook.configuration().name().startsWith(INJECTOR))
                .forEach(webhooks::add);
        webhooks.forEach(webhook -> check(webhook, findings));
    }

    private static void check(WebhookConfiguration webhook, Findings findings) {
        JsonNode client = webhook.content().path("clientConfig");
        DocumentPath path = webhook.path().field("clientConfig");
        if (!client.hasNonNull("url")) {
            if (!client.hasNonNull("service")) {
                findings.warning(
                        IssueCode.EXTERNAL_CONTROL_PLANE_ADDRESS_INVALID,
                        webhook.configuration(),
                        path,
                        "webhook " + IssueText.quote(webhook.name()) + " has neither url nor service to call",
                        "set the address of the gateway of the external control plane");
            }
            return;
        }
        String url = client.path("url").asText();
        Optional<String> host = host(url);
        if (host.isEmpty()) {
            findings.warning(
                    IssueCode.EXTERNAL_CONTROL_PLANE_ADDRESS_INVALID,
                    webhook.configuration(),
                    path.field("url"),
                    "webhook " + IssueText.quote(webhook.name()) + " cannot be reached at " + IssueText.quote(url)
                            + ", which is no URL",
                    "set the address of the gateway of the external control plane");
        } else if (isAddress(host.get())) {
            findings.info(
                    IssueCode.EXTERNAL_CONTROL_PLANE_ADDRESS_IS_IP,
                    webhook.configuration(),
                    path.field("url"),
                    "webhook " + IssueText.quote(webhook.name()) + " is reached by the IP address "
                            + IssueText.quote(host.get()),
                    "use a host name where the address may change");
        }
    }

    /** {@return host of a URL, empty text without one; empty if it is no URL} */
    private static Optional<String> host(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost() == null ? "" : uri.getHost();
            return Optional.of(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String host) {
        String[] parts = host.split("\\.", -1);
        return host.indexOf(':') >= 0
                || parts.length == 4 && List.of(parts).stream().allMatch(ExternalControlPlanes::isByte);
    }

    private static boolean isByte(String part) {
        return !part.isEmpty()
                && part.length() <= 3
                && part.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(part) <= 255;
    }
}
