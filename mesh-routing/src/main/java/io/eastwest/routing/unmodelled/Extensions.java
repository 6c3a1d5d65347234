package io.eastwest.routing.unmodelled;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.extensions.TrafficExtension;
import io.eastwest.model.istio.extensions.TrafficSelector;
import io.eastwest.model.istio.extensions.TrafficSelectorMode;
import io.eastwest.model.istio.extensions.WasmModule;
import io.eastwest.model.istio.extensions.WasmPlugin;
import io.eastwest.model.istio.extensions.WasmPluginType;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.security.PolicyAttachment;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;

/**
 * Wasm and Lua code that runs in a proxy: of HTTP on chains that read HTTP, of the network on all chains.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/push_context.go:TrafficExtensionsByListenerInfo}.
 */
final class Extensions implements UnmodelledSource {
    private static final String EFFECT = "may change or end this call";

    private final ControlPlaneView view;
    private final List<Configured<WasmPlugin>> plugins;
    private final List<Configured<TrafficExtension>> extensions;

    Extensions(ControlPlaneView view) {
        this.view = view;
        this.plugins = view.configuration(WasmPlugin.class);
        this.extensions = view.configuration(TrafficExtension.class);
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        if (plugins.isEmpty() && extensions.isEmpty()) {
            return List.of();
        }
        List<PolicyAttachment> attachments = call.attachments(view);
        List<NotModelled> found = new ArrayList<>();
        for (Configured<WasmPlugin> each : plugins) {
            var spec = each.resource().spec();
            if (call.isNear(each.namespace(), view)
                    && (call.isHttp() || isNetwork(spec))
                    && sees(spec.match(), call)
                    && attachments.stream().anyMatch(own -> own.attaches(each.namespace(), spec))) {
                found.add(finding(each));
            }
        }
        for (Configured<TrafficExtension> each : extensions) {
            var spec = each.resource().spec();
            boolean network = spec.wasm().map(Extensions::isNetwork).orElse(false);
            if (call.isNear(each.namespace(), view)
                    && (call.isHttp() || network)
                    && sees(spec.match(), call)
                    && attachments.stream()
                            .anyMatch(own -> own.attaches(each.namespace(), spec.targetRefs(), spec.selector()))) {
                found.add(finding(each));
            }
        }
        return found;
    }

    private static boolean isNetwork(WasmModule module) {
        return module.type().orElse(WasmPluginType.HTTP) == WasmPluginType.NETWORK;
    }

    private static boolean sees(List<TrafficSelector> selectors, UnmodelledCall call) {
        TrafficSelectorMode side =
                call.leg() == ProxyLeg.INBOUND ? TrafficSelectorMode.SERVER : TrafficSelectorMode.CLIENT;
        return selectors.isEmpty() || selectors.stream().anyMatch(selector -> sees(selector, side, call.port()));
    }

    private static boolean sees(TrafficSelector selector, TrafficSelectorMode side, int port) {
        TrafficSelectorMode mode = selector.mode().orElse(TrafficSelectorMode.UNDEFINED);
        boolean ofSide =
                mode == side || mode == TrafficSelectorMode.UNDEFINED || mode == TrafficSelectorMode.CLIENT_AND_SERVER;
        return ofSide
                && (selector.ports().isEmpty() || selector.ports().stream().anyMatch(each -> each.number() == port));
    }

    private static NotModelled finding(Configured<? extends MeshResource> each) {
        return new NotModelled(new Origin(each.resource().key(), ""), EFFECT);
    }
}
