package io.eastwest.routing.unmodelled;

import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.util.List;

/**
 * Addresses that istiod gives to ServiceEntries without any, for proxies that answer DNS.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/service.go:GetAddressForProxy}.
 */
final class DnsCapture implements UnmodelledSource {
    private static final String CAPTURE = "ISTIO_META_DNS_CAPTURE";
    private static final String ALLOCATE = "networking.istio.io/enable-autoallocate-ip";
    private static final List<String> NO_ADDRESS = List.of("0.0.0.0");
    private static final List<String> RANGES = List.of("240.240.", "2001:2:");

    private final List<MeshService> services;

    DnsCapture(ControlPlaneView view) {
        boolean captures = view.meshConfig()
                .defaultConfig()
                .map(MeshProxyConfig::proxyMetadata)
                .filter(metadata -> "true".equals(metadata.get(CAPTURE)))
                .isPresent();
        services = captures
                ? view.services().stream().filter(DnsCapture::getsAddress).toList()
                : List.of();
    }

    private static boolean getsAddress(MeshService service) {
        boolean resolved =
                service.resolution() != Resolution.PASSTHROUGH && service.resolution() != Resolution.DYNAMIC_DNS;
        return service.registry() == Registry.EXTERNAL
                && resolved
                && service.defaultAddresses().equals(NO_ADDRESS)
                && !service.hostname().startsWith("*")
                && !"false".equalsIgnoreCase(service.labels().get(ALLOCATE));
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        boolean allocated = RANGES.stream().anyMatch(call.connection().destinationAddress()::startsWith);
        if (call.leg() != ProxyLeg.OUTBOUND || (call.isHttp() && !allocated)) {
            return List.of();
        }
        return services.stream()
                .filter(service -> service.port(call.port()).isPresent())
                .map(service -> new NotModelled(
                        new Origin(service.resource(), ""),
                        "has no address, and with " + CAPTURE + " its clients dial one that istiod picks"))
                .toList();
    }
}
