package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.BackendReference;
import io.eastwest.model.gatewayapi.BackendTarget;
import io.eastwest.model.gatewayapi.GrpcBackendReference;
import io.eastwest.model.gatewayapi.HttpBackendReference;
import io.eastwest.model.gatewayapi.HttpRouteFilter;
import java.util.List;

/**
 * A backend of a route of any kind.
 *
 * @param target where to
 * @param weight share relative to the other backends
 * @param filters filters on the way to it
 */
record WeightedBackend(BackendTarget target, int weight, List<? extends HttpRouteFilter> filters) {
    static List<WeightedBackend> http(List<HttpBackendReference> references) {
        return references.stream()
                .map(each -> new WeightedBackend(each, each.weight().orElse(1), each.filters()))
                .toList();
    }

    static List<WeightedBackend> grpc(List<GrpcBackendReference> references) {
        return references.stream()
                .map(each -> new WeightedBackend(each, each.weight().orElse(1), each.filters()))
                .toList();
    }

    static List<WeightedBackend> stream(List<BackendReference> references) {
        return references.stream()
                .map(each -> new WeightedBackend(each, each.weight().orElse(1), List.of()))
                .toList();
    }

    /** {@return those with a share} */
    static List<WeightedBackend> withShare(List<WeightedBackend> backends) {
        return backends.stream().filter(each -> each.weight() != 0).toList();
    }
}
