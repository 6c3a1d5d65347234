package io.eastwest.model.validation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.networking.VirtualService;

/**
 * The rules of the validating webhook, by kind. Mirrors istio 1.30.3
 * {@code pkg/webhooks/validation/server/server.go:validate} and {@code pkg/config/schema/collections}.
 */
final class WebhookRules {
    private WebhookRules() {}

    static void check(MeshResource resource, ManifestIssues issues) {
        if (resource instanceof VirtualService service) {
            VirtualServiceRules.check(service.spec(), issues);
        }
    }
}
