package io.eastwest.routing.security;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.extensions.TrafficExtension;
import io.eastwest.model.istio.extensions.TrafficSelector;
import io.eastwest.model.istio.extensions.TrafficSelectorMode;
import io.eastwest.model.istio.extensions.WasmModule;
import io.eastwest.model.istio.extensions.WasmPlugin;
import io.eastwest.model.istio.extensions.WasmPluginType;
import io.eastwest.model.istio.networking.EnvoyConfigMatch;
import io.eastwest.model.istio.networking.EnvoyFilter;
import io.eastwest.model.istio.networking.EnvoyFilterSpec;
import io.eastwest.model.istio.networking.EnvoyPatchContext;
import io.eastwest.model.istio.networking.WorkloadSelector;
import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.UnmodelledFilter;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Extensions that reach a proxy and that this library does not model: WasmPlugins, TrafficExtensions and EnvoyFilters. Each becomes a
 * filter that is told with every request it may see.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/push_context.go:TrafficExtensionsByListenerInfo}; which requests an EnvoyFilter
 * changes is not looked at beyond the kind of its listeners.
 */
final class ExtensionFilters {
    private final ControlPlaneView view;

    ExtensionFilters(ControlPlaneView view) {
        this.view = view;
    }

    /** {@return the extensions on chains for calls to a workload, or on the chains of a gateway} */
    List<HttpFilter> of(MeshProxy proxy) {
        PolicyAttachment attachment = PolicyAttachment.of(proxy, view.rootNamespace());
        boolean sidecar = proxy.kind() == MeshProxy.Kind.SIDECAR;
        TrafficSelectorMode mode = sidecar ? TrafficSelectorMode.SERVER : TrafficSelectorMode.CLIENT;
        EnvoyPatchContext context = sidecar ? EnvoyPatchContext.SIDECAR_INBOUND : EnvoyPatchContext.GATEWAY;
        List<HttpFilter> filters = new ArrayList<>();
        for (Configured<WasmPlugin> each : near(proxy, WasmPlugin.class)) {
            var spec = each.resource().spec();
            if (isHttp(spec) && sees(spec.match(), mode) && attachment.attaches(each.namespace(), spec)) {
                filters.add(filter(each));
            }
        }
        for (Configured<TrafficExtension> each : near(proxy, TrafficExtension.class)) {
            var spec = each.resource().spec();
            boolean http = spec.wasm().map(ExtensionFilters::isHttp).orElse(true);
            if (http
                    && sees(spec.match(), mode)
                    && attachment.attaches(each.namespace(), spec.targetRefs(), spec.selector())) {
                filters.add(filter(each));
            }
        }
        for (Configured<EnvoyFilter> each : near(proxy, EnvoyFilter.class)) {
            if (patches(each.resource(), context) && selects(each, proxy, attachment)) {
                filters.add(filter(each));
            }
        }
        return filters;
    }

    private <T extends MeshResource> List<Configured<T>> near(MeshProxy proxy, Class<T> kind) {
        return view.configuration(kind).stream()
                .filter(each -> each.namespace().equals(proxy.namespace())
                        || each.namespace().equals(view.rootNamespace()))
                .toList();
    }

    private static boolean isHttp(WasmModule module) {
        return module.type().orElse(WasmPluginType.HTTP) != WasmPluginType.NETWORK;
    }

    private static boolean sees(List<TrafficSelector> selectors, TrafficSelectorMode mode) {
        return selectors.isEmpty()
                || selectors.stream()
                        .map(selector -> selector.mode().orElse(TrafficSelectorMode.UNDEFINED))
                        .anyMatch(own -> own == mode
                                || own == TrafficSelectorMode.UNDEFINED
                                || own == TrafficSelectorMode.CLIENT_AND_SERVER);
    }

    private static boolean patches(EnvoyFilter filter, EnvoyPatchContext context) {
        return filter.spec().configPatches().stream()
                .map(patch -> patch.match().flatMap(EnvoyConfigMatch::context).orElse(EnvoyPatchContext.ANY))
                .anyMatch(own -> own == context || own == EnvoyPatchContext.ANY);
    }

    private static boolean selects(Configured<EnvoyFilter> filter, MeshProxy proxy, PolicyAttachment attachment) {
        EnvoyFilterSpec spec = filter.resource().spec();
        if (!spec.targetRefs().isEmpty()) {
            return attachment.attaches(filter.namespace(), spec.targetRefs(), Optional.empty());
        }
        return spec.workloadSelector()
                .map(WorkloadSelector::labels)
                .map(wanted -> proxy.labels().entrySet().containsAll(wanted.entrySet()))
                .orElse(true);
    }

    private static <T extends MeshResource> UnmodelledFilter filter(Configured<T> extension) {
        String name = extension.resource().kind() + "/" + extension.namespace() + "/" + extension.name();
        return new UnmodelledFilter(name, new Origin(extension.resource().key(), ""));
    }
}
