package io.eastwest.model.validation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.extensions.TrafficExtension;
import io.eastwest.model.istio.extensions.WasmPlugin;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.model.istio.telemetry.Telemetry;

/**
 * The rules of the validating webhook, by kind. Mirrors istio 1.30.3
 * {@code pkg/webhooks/validation/server/server.go:validate} and {@code pkg/config/schema/collections}.
 */
final class WebhookRules {
    private WebhookRules() {}

    static void check(MeshResource resource, ManifestIssues issues) {
        NetworkingRules.check(resource, issues);
        if (resource instanceof AuthorizationPolicy policy) {
            AuthorizationPolicyRules.check(policy.spec(), issues);
        } else if (resource instanceof PeerAuthentication authentication) {
            PeerAuthenticationRules.check(authentication, issues);
        } else if (resource instanceof RequestAuthentication authentication) {
            RequestAuthenticationRules.check(authentication.spec(), issues);
        } else if (resource instanceof Telemetry telemetry) {
            TelemetryRules.check(telemetry.spec(), issues);
        } else if (resource instanceof WasmPlugin plugin) {
            WasmRules.check(plugin.spec(), issues);
        } else if (resource instanceof TrafficExtension extension) {
            WasmRules.check(extension.spec(), issues);
        }
    }
}
