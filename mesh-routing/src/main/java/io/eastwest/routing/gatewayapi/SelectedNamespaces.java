package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.AllowedListeners;
import io.eastwest.model.gatewayapi.AllowedRoutes;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.gatewayapi.ListenerNamespacesFrom;
import io.eastwest.model.gatewayapi.RouteNamespaces;
import io.eastwest.model.gatewayapi.RouteNamespacesFrom;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Namespaces whose routes or ListenerSets may attach. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:buildHostnameMatch, namespacesFromSelector} and {@code
 * pilot/pkg/config/kube/gatewaycommon/gateway_utils.go:NamespaceAcceptedByAllowListeners}.
 */
final class SelectedNamespaces {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";
    private static final String EVERY = "*";
    private static final String NONE = "~";

    private final ControlPlaneView view;

    SelectedNamespaces(ControlPlaneView view) {
        this.view = view;
    }

    /** {@return {@code <namespace>/<hostname>} for each namespace whose routes a listener takes} */
    List<String> hosts(Listener listener, String namespace) {
        String hostname = listener.hostname().orElse(EVERY);
        List<String> hosts = namespaces(listener, namespace).stream()
                .map(each -> each + "/" + hostname)
                .toList();
        return hosts.isEmpty() ? List.of(NONE + "/" + hostname) : hosts;
    }

    private List<String> namespaces(Listener listener, String namespace) {
        Optional<RouteNamespaces> allowed = listener.allowedRoutes().flatMap(AllowedRoutes::namespaces);
        RouteNamespacesFrom from =
                allowed.flatMap(RouteNamespaces::fromNamespaces).orElse(RouteNamespacesFrom.Same);
        return switch (from) {
            case Same -> List.of(namespace);
            case All -> List.of(EVERY);
            case Selector ->
                allowed.flatMap(RouteNamespaces::selector)
                        .map(selector -> view.namespaces().stream()
                                .filter(each -> selects(selector, each))
                                .sorted()
                                .toList())
                        .orElse(List.of(EVERY));
        };
    }

    /** {@return whether a Gateway takes ListenerSets of a namespace} */
    boolean allowsListeners(Gateway gateway, String namespace) {
        var allowed = gateway.spec().allowedListeners().flatMap(AllowedListeners::namespaces);
        if (allowed.isEmpty()) {
            return false;
        }
        ListenerNamespacesFrom from = allowed.get().fromNamespaces().orElse(ListenerNamespacesFrom.Selector);
        return switch (from) {
            case All -> true;
            case Same -> namespace.equals(gateway.metadata().namespaceOrDefault());
            case None -> false;
            case Selector ->
                allowed.get()
                        .selector()
                        .filter(selector -> view.namespaces().contains(namespace))
                        .map(selector -> selects(selector, namespace))
                        .orElse(false);
        };
    }

    private boolean selects(LabelSelector selector, String namespace) {
        Map<String, String> labels = new LinkedHashMap<>(view.namespaceLabels(namespace));
        labels.put(NAME_LABEL, namespace);
        return selector.matches(labels);
    }
}
