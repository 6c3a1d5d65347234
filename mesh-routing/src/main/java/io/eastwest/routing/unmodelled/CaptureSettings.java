package io.eastwest.routing.unmodelled;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.List;

/** Annotations of a pod that keep traffic away from its ztunnel. */
final class CaptureSettings implements UnmodelledSource {
    private static final String BYPASS = "ambient.istio.io/bypass-inbound-capture";

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        boolean bypassed = call.leg() == ProxyLeg.INBOUND
                && "true".equals(call.proxy().annotations().get(BYPASS));
        if (!bypassed) {
            return List.of();
        }
        ResourceKey pod =
                ResourceKey.of("", "Pod", call.proxy().namespace(), call.proxy().name());
        return List.of(
                new NotModelled(new Origin(pod, ""), "annotation " + BYPASS + " leads connections past its ztunnel"));
    }
}
