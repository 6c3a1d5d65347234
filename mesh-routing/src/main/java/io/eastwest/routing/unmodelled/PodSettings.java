package io.eastwest.routing.unmodelled;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Annotations of a pod that keep traffic away from its sidecar, or give its proxy settings of its own. */
final class PodSettings implements UnmodelledSource {
    private static final String TRAFFIC = "traffic.sidecar.istio.io/";
    private static final String INTERCEPTION = "sidecar.istio.io/interceptionMode";
    private static final String BOOTSTRAP = "sidecar.istio.io/bootstrapOverride";
    private static final String CONFIG = "proxy.istio.io/config";
    private static final List<String> TELLING_SETTINGS =
            List.of("gatewayTopology", "proxyMetadata", "interceptionMode", "customConfigFile");

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        if (call.proxy().annotations().isEmpty()) {
            return List.of();
        }
        List<NotModelled> found = new ArrayList<>();
        switch (call.leg()) {
            case OUTBOUND -> {
                add(call, TRAFFIC + "excludeOutboundPorts", isListed(call, TRAFFIC + "excludeOutboundPorts"), found);
                add(call, TRAFFIC + "excludeOutboundIPRanges", true, found);
                add(call, TRAFFIC + "includeOutboundIPRanges", true, found);
                add(call, TRAFFIC + "excludeInterfaces", true, found);
            }
            case INBOUND -> {
                add(call, TRAFFIC + "excludeInboundPorts", isListed(call, TRAFFIC + "excludeInboundPorts"), found);
                add(call, TRAFFIC + "includeInboundPorts", !isListed(call, TRAFFIC + "includeInboundPorts"), found);
                add(call, TRAFFIC + "excludeInterfaces", true, found);
            }
            case GATEWAY -> {}
        }
        add(
                call,
                INTERCEPTION,
                call.leg() != ProxyLeg.GATEWAY && value(call, INTERCEPTION).equals("NONE"),
                found);
        add(call, BOOTSTRAP, true, found);
        add(call, CONFIG, TELLING_SETTINGS.stream().anyMatch(value(call, CONFIG)::contains), found);
        return found;
    }

    private static String value(UnmodelledCall call, String annotation) {
        return call.proxy().annotations().getOrDefault(annotation, "");
    }

    private static boolean isListed(UnmodelledCall call, String annotation) {
        String port = Integer.toString(call.port());
        return Arrays.stream(value(call, annotation).split(",", -1))
                .map(String::strip)
                .anyMatch(port::equals);
    }

    private static void add(UnmodelledCall call, String annotation, boolean matters, List<NotModelled> found) {
        boolean given = call.proxy().annotations().containsKey(annotation)
                && !value(call, annotation).strip().equals("*");
        if (given && matters) {
            ResourceKey pod = ResourceKey.of(
                    "", "Pod", call.proxy().namespace(), call.proxy().name());
            found.add(new NotModelled(
                    new Origin(pod, ""),
                    "annotation " + annotation + " may lead this call past its proxy or change what it does"));
        }
    }
}
